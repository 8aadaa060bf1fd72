internal import ArgumentParser
internal import Empreinte

struct TerritoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "territory",
        abstract: "What is published of a territory, and how far it is from its targets.")

    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @OptionGroup var chance: DrawOptions

    @Option(help: "The seed of what is drawn.")
    var seed: UInt64 = 1

    @OptionGroup var output: OutputOptions

    func run() throws {
        let engine = try output.plugins.engine()
        var request = Analysis.Request(try engine.model(pack), language: output.chosenLanguage)
        chance.set(&request, seed: seed)
        try output.write(try engine.run("territory", request))
    }
}
