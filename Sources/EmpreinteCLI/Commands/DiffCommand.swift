internal import ArgumentParser
internal import Empreinte

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "What changed from one pack to another, and what it does to people.")

    @Argument(help: "The pack to start from: a folder, a file, or a name.")
    var old: String

    @Argument(help: "The pack to compare with it.")
    var new: String

    @Option(help: "The year the people are evaluated in. [default: each pack's reference year]")
    var year: Int?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let engine = try Engine(places: Console.places)
        let (before, after) = (try engine.model(old), try engine.model(new))
        let difference = try ModelDifference(from: before, to: after, year: year)
        try output.write(difference.report(from: before, to: after, output.chosenLanguage))
    }
}
