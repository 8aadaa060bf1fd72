internal import ArgumentParser
internal import Empreinte

struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Answer the pack's questions one by one, with the total after each.",
        discussion: """
            The answers are a file of people for the other verbs. With --output they are kept after each answer, and \
            asking goes on where it stopped. Enter keeps what is in brackets, ? explains, s skips, b goes back, q stops.
            """)

    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @Option(help: "The year to compute. [default: the pack's reference year]")
    var year: Int?

    @OptionGroup var language: LanguageOption

    @OptionGroup var plugins: PluginOptions

    @Option(
        name: .shortAndLong, help: "The file to keep the answers in, as YAML; standard output at the end where none.")
    var output: String?

    func validate() throws {
        if let output, ["csv", "tsv", "json", "jsonl", "ndjson"].contains(Path.fileExtension(of: output)) {
            throw ValidationError("answers are kept as YAML; name the file .yaml")
        }
    }

    func run() throws {
        let model = try plugins.engine().model(pack)
        var file = AnswerFile(model, year: year)
        if let output, DiskFiles().kind(of: output) == .file {
            file = try AnswerFile(try Console.bytes(of: output), path: output, model)
            if let year { file.person.year = year }
        }
        var dialogue = try AskDialogue(file, of: model, language.chosen, keptIn: output)
        let text = try dialogue.run()
        if output == nil { try Console.say(text) }
    }
}
