internal import ArgumentParser
internal import Empreinte

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Start a pack that extends another.",
        discussion: """
            The folder gets a manifest, an example of an overridden figure, a test with the default person as computed now, \
            and a README. It passes 'check' and 'test' from the start.
            """)

    @Argument(help: "The folder to make; new, or empty.")
    var folder: String

    @Option(help: "The pack to extend: a folder, a file, or a name.")
    var extends: String

    @Option(help: "The id of the new pack. [default: the name of the folder]")
    var id: String?

    @OptionGroup var language: LanguageOption

    @OptionGroup var plugins: PluginOptions

    func run() throws {
        let engine = try plugins.engine()
        let parent = try engine.model(extends)
        let made = try OutputFolder(folder)
        // A pack found by its name is stated by its name.
        let isPath = DiskFiles().kind(of: extends) != nil
        let child = try ChildPack(
            id ?? Path.lastComponent(of: folder), of: parent,
            named: isPath ? made.relative(to: extends) ?? extends : extends,
            language.chosen)
        for file in child.files { try made.write(file.text, to: file.name) }
        // What cannot be extended is refused here, not by the first who uses it.
        let report = try engine.run("test", .init(try engine.model(made.draft)))
        guard !report.isFailure else {
            throw CompilationError("new.test", "the default person of '\(extends)' cannot be told again")
        }
        try made.finish()
        let names = child.files.map(\.name).joined(separator: ", ")
        try Console.say("\(folder): \(names)\n")
    }
}
