internal import ArgumentParser
internal import Empreinte

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "What documents may hold: JSON Schema for editors, or a reference to read.",
        discussion: """
            Without a kind, one schema for any document of a pack or beside one. In an editor that speaks YAML, name it \
            at the top of a file: # yaml-language-server: $schema=empreinte.json
            """)

    @Argument(help: "The kind of document; all of them where none is named.")
    var kind: String?

    @Option(help: "json for a JSON Schema (2020-12), markdown for a reference.")
    var format: Format = .json

    @OptionGroup var plugins: PluginOptions

    @Option(name: .shortAndLong, help: "The file to write; standard output where there is none.")
    var output: String?

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, markdown
    }

    func run() throws {
        let kinds = try plugins.engine().registry.documentKinds
        let chosen = try kind.map { try kinds.named($0) }
        let text =
            switch format {
            case .json: (chosen?.schema ?? DocumentKind.schema(of: kinds)).text() + "\n"
            case .markdown: chosen?.reference ?? DocumentKind.reference(of: kinds)
            }
        try Console.write(text, to: output)
    }
}

extension [DocumentKind] {
    /// The kind of a name.
    ///
    /// - Throws: `kind.unknown`, with the nearest.
    func named(_ name: String) throws(CompilationError) -> DocumentKind {
        if let kind = first(where: { $0.name == name }) { return kind }
        throw CompilationError(
            "kind.unknown", "'\(name)' is not a kind of document",
            hint: Spelling.didYouMean(name, among: map(\.name)) ?? "kinds: \(map(\.name).joined(separator: ", "))")
    }
}
