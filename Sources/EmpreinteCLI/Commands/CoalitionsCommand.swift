internal import ArgumentParser
internal import Empreinte

struct CoalitionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coalitions", abstract: "What coalitions claim, counted once: roadmap, coverage, forum, sheets.")

    @OptionGroup var population: PopulationOptions

    @Option(help: "How net effects are shared out: shapley, equal or declared.")
    var credit = "shapley"

    @Option(help: "The date of the report, as in 2025-11.")
    var at = "latest"

    @Option(help: "The date of the report before, to tell what changed.")
    var since = "start"

    @Option(help: "The sheets to show: all, none, or a coalition.")
    var sheets = "all"

    @OptionGroup var output: OutputOptions

    func run() throws {
        let options = ["credit": credit, "at": at, "since": since, "sheets": sheets]
        let (engine, request) = try population.request(output, options)
        try output.write(try engine.run("coalitions", request))
    }
}
