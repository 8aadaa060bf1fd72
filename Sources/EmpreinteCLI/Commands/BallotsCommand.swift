internal import ArgumentParser

struct BallotsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ballots", abstract: "What voters make of proposals: consensus, rankings, what is adopted.",
        discussion: """
            Ballots come as YAML, JSON or CSV (a row a voter, or voter,proposal,grade), beside the proposals and the \
            council's decisions where there are some.
            """)

    @OptionGroup var files: DocumentOptions
    @OptionGroup var output: OutputOptions

    func run() throws { try files.run("ballots", [:], output) }
}
