internal import ArgumentParser
internal import Empreinte

struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "People drawn from the distributions a pack declares, as CSV.")

    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @Option(help: "How many people.")
    var count = 1000

    @Option(help: "The seed: the same one gives the same people.")
    var seed: UInt64 = 1

    @OptionGroup var language: LanguageOption

    @Option(name: .shortAndLong, help: "The file to write; standard output where there is none.")
    var output: String?

    @OptionGroup var plugins: PluginOptions

    func validate() throws {
        guard count >= 0 else { throw ValidationError("--count is zero or more") }
    }

    func run() throws {
        let model = try plugins.engine().model(pack)
        var records = PeopleRecords(model, seed: seed)
        let file = try output.map { try OutputFile($0) } ?? OutputFile.standardOutput
        for start in stride(from: 0, to: count, by: Self.blockHeight) {
            records.write(start..<min(start + Self.blockHeight, count))
            file.append(records.take())
        }
        file.append(records.take())
        try file.finish()
        for note in records.notes(language.chosen) { Console.complain(note + "\n") }
    }

    private static let blockHeight = 4096
}
