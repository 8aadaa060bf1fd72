internal import ArgumentParser
internal import Empreinte

struct ChangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Why results change: answers, figures and dated series, leaf by leaf.",
        discussion: """
            Between two years, or between what people answered and what the same people answer now. Between two \
            packs, see diff.
            """)

    @OptionGroup var population: PopulationOptions

    @Option(help: "The first year. [default: the pack's reference year]")
    var from: Int?

    @Option(help: "The last year. [default: the pack's last year; the first year, with --now]")
    var to: Int?

    @Option(help: "What is done by the last year: the id of a scenario.")
    var scenario: String?

    @Option(help: "The answers the same people give later (YAML or JSON).")
    var now: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        var options: [String: String] = [:]
        options["from"] = from.map(String.init)
        options["to"] = to.map(String.init)
        options["scenario"] = scenario
        var (engine, request) = try population.request(output, options)
        if let now { request.people += try engine.people(now, for: request.model).people }
        try output.write(try engine.run("change", request))
    }
}
