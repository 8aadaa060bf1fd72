internal import ArgumentParser
internal import Empreinte

struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the tests written in a pack; fails when an expected value is not met.")

    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        let engine = try output.plugins.engine()
        let report = try engine.run("test", .init(try engine.model(pack), language: output.chosenLanguage))
        try output.write(report)
        if report.isFailure { throw Outcome.wrongInput }
    }
}
