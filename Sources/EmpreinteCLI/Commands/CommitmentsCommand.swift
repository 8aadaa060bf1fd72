internal import ArgumentParser
internal import Empreinte

struct CommitmentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commitments", abstract: "What became of commitments, what they save, and whom relays reached.",
        discussion: """
            Commitments, relays and surveys come as documents of those kinds; people as YAML or JSON, under the \
            pseudonyms of the commitments. What is not known of a commitment gives an interval, not a guess.
            """)

    @OptionGroup var population: PopulationOptions

    @Option(help: "Only what was observed before a day counts, as in 2026-06.")
    var before: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        var options: [String: String] = [:]
        options["before"] = before
        let (engine, request) = try population.request(output, options)
        try output.write(try engine.run("commitments", request))
    }
}
