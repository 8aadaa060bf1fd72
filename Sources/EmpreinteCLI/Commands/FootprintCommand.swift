internal import ArgumentParser
internal import Empreinte

struct FootprintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "footprint", abstract: "Each person's footprint, by branch, with the distance to the targets.")

    @OptionGroup var population: PopulationOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let (engine, request) = try population.request(output)
        try output.write(try engine.run("footprint", request))
    }
}
