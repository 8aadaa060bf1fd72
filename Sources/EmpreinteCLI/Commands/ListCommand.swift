internal import ArgumentParser
internal import Empreinte

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "What a pack holds.")

    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @Argument(
        help: "questions, factors, formulas, categories, indicators, sources, targets, actions, scenarios or supports.")
    var what = "questions"

    @OptionGroup var output: OutputOptions

    func run() throws {
        let engine = try output.plugins.engine()
        let request = Analysis.Request(
            try engine.model(pack), language: output.chosenLanguage, options: ["what": what])
        try output.write(try engine.run("list", request))
    }
}
