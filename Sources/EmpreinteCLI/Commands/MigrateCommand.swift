internal import ArgumentParser
internal import Empreinte

struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Rewrite answers given to an older version of a pack.",
        discussion: """
            The people are written to the file of --to, and what was done to each answer is reported; nothing is lost in \
            silence.
            """)

    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @Argument(help: "The file of people, as YAML or JSON.")
    var people: String

    @Option(help: "The file to write the people to, as YAML.")
    var to: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        let engine = try output.plugins.engine()
        let model = try engine.model(pack)
        let migration = try engine.migrate(people, to: model)
        try Console.write(migration.text, toFile: to)
        try output.write(migration.report(model, output.chosenLanguage))
    }
}
