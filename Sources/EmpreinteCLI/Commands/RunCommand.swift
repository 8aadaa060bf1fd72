internal import ArgumentParser
internal import Empreinte

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run any analysis by its id, with its options.")

    @Argument(help: "The id of the analysis.")
    var id: String

    @OptionGroup var population: PopulationOptions

    @Option(name: .customLong("set"), help: "An option of the analysis, as option=value.")
    var settings: [String] = []

    @OptionGroup var output: OutputOptions

    func validate() throws {
        for setting in settings where !setting.contains("=") {
            throw ValidationError("'\(setting)' is not written option=value")
        }
    }

    func run() throws {
        var options: [String: String] = [:]
        for setting in settings {
            let pair = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            options[String(pair[0])] = String(pair[1])
        }
        let (engine, request) = try population.request(output, options)
        let report = try engine.run(id, request)
        try output.write(report)
        if report.isFailure { throw Outcome.wrongInput }
    }
}
