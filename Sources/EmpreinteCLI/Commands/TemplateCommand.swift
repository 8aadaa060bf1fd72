internal import ArgumentParser
internal import Empreinte

struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "A blank document to fill in: people, a session, proposals, …",
        discussion: """
            What is required stands; the rest is in comments, with what each key states. Questions, options and units are \
            those of the pack. CSV is for kinds that list things.
            """)

    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @Argument(help: "The kind of document; 'schema --format markdown' tells of all of them.")
    var kind: String

    @Option(help: "How to write it: yaml or csv.")
    var format: Format = .yaml

    @Option(name: .customLong("csv"), help: "The conventions of CSV: international, or fr for ; and decimal commas.")
    var csv: CSVConvention = .international

    @OptionGroup var language: LanguageOption

    @OptionGroup var plugins: PluginOptions

    @Option(name: .shortAndLong, help: "The file to write; standard output where there is none.")
    var output: String?

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case yaml, csv
    }

    func run() throws {
        let engine = try plugins.engine()
        let chosen = try engine.registry.documentKinds.named(kind)
        let template = Template(try engine.model(pack), language: language.chosen, kinds: engine.registry.kinds)
        switch format {
        case .yaml: try Console.write(template.yaml(chosen), to: output)
        case .csv: try Console.write(try template.csv(chosen, csv.style), to: output)
        }
    }
}
