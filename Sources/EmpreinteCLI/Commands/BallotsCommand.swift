internal import ArgumentParser
internal import Empreinte

struct BallotsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ballots", abstract: "What voters make of proposals: consensus, rankings, what is adopted.",
        discussion: """
            Ballots come as YAML, JSON or CSV (a row a voter, or voter,proposal,grade), beside the proposals and the \
            council's decisions where there are some.
            """)

    @OptionGroup var population: PopulationOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let (engine, request) = try population.request(output)
        try output.write(try engine.run("ballots", request))
    }
}
