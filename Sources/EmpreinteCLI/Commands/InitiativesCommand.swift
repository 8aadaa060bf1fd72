internal import ArgumentParser
internal import Empreinte

struct InitiativesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "initiatives", abstract: "Which initiatives seen elsewhere fit here, and what they would do.")

    @OptionGroup var population: PopulationOptions

    @Option(help: "How many make the shortlist.")
    var count = 3

    @Option(help: "A theme, or all.")
    var theme = "all"

    @OptionGroup var output: OutputOptions

    func run() throws {
        let (engine, request) = try population.request(output, ["count": String(count), "theme": theme])
        try output.write(try engine.run("initiatives", request))
    }
}
