internal import ArgumentParser
internal import Empreinte

/// How results are written, and what is added to the engine, for every verb that gives a report.
struct OutputOptions: ParsableArguments {
    @Option(help: "How to write the result: \(ReportFormat.builtIn.map(\.name).joined(separator: ", ")).")
    var format = "text"

    @OptionGroup var language: LanguageOption

    @Option(name: .customLong("csv"), help: "The conventions of CSV: international, or fr for ; and decimal commas.")
    var csv: CSVConvention = .international

    @Option(name: .shortAndLong, help: "The file to write; standard output where there is none.")
    var output: String?

    @OptionGroup var plugins: PluginOptions

    func validate() throws {
        // What a plugin writes is known once it is loaded.
        guard !plugins.files.isEmpty || ReportFormat.builtIn.contains(where: { $0.name == format }) else {
            let names = ReportFormat.builtIn.map(\.name)
            throw ValidationError("'\(format)' is not a format; there are \(names.joined(separator: ", "))")
        }
    }

    var chosenLanguage: Language { language.chosen }

    /// Renders a report and writes it where it was asked for.
    func write(_ report: Report) throws {
        var options = ReportOptions()
        options.color = output == nil && Console.isColoured(.output)
        options.csv = csv.style
        let chosen = try chosenFormat()
        let text = try chosen.renderer(options).text(of: report)
        if text.isEmpty, chosen.name == ReportFormat.svg.name {
            throw CompilationError(
                "format.nothing", "this result has no chart",
                hint: "trajectory has one; the other formats show the rest")
        }
        try write(text)
    }

    private func chosenFormat() throws -> ReportFormat {
        if let builtIn = ReportFormat.builtIn.first(where: { $0.name == format }) { return builtIn }
        let registry = try plugins.engine().registry
        guard let added = registry.format(format) else {
            let names = registry.formats.map(\.name)
            throw CompilationError(
                "format.unknown", "'\(format)' is not a format",
                hint: Spelling.didYouMean(format, among: names) ?? "formats: \(names.joined(separator: ", "))")
        }
        return added
    }

    func write(_ text: String) throws(CompilationError) {
        try Console.write(text, to: output)
    }
}

/// The language people are spoken to in.
struct LanguageOption: ParsableArguments {
    @Option(name: .customLong("lang"), help: "The language of what is said: fr or en. [default: from the locale]")
    var code: String?

    func validate() throws {
        if let code, Language(rawValue: code) == nil {
            throw ValidationError("'\(code)' is not a language of results; there are fr and en")
        }
    }

    /// The language asked for, else the locale's, else English.
    var chosen: Language {
        code.flatMap(Language.init) ?? Language.preferred(environment: Console.environment) ?? .en
    }
}

enum CSVConvention: String, ExpressibleByArgument, CaseIterable {
    case international, fr

    var style: CSVStyle { self == .fr ? .french : .international }
}

/// The pack, the people and the year a verb works on.
struct PopulationOptions: ParsableArguments {
    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @Argument(
        help:
            "Files of people and documents (YAML, JSON, CSV; - is standard input); the default person where there are none."
    )
    var people: [String] = []

    @Option(help: "The year, for people who state none. [default: the pack's reference year]")
    var year: Int?

    /// Loads the pack, the people and the documents.
    func request(_ output: OutputOptions, _ options: [String: String] = [:]) throws -> (
        engine: Engine, request: Analysis.Request
    ) {
        let engine = try output.plugins.engine()
        var request = Analysis.Request(
            try engine.model(pack), year: year, language: output.chosenLanguage, options: options)
        try engine.readAloud(people, into: &request)
        return (engine, request)
    }
}

extension Engine {
    /// Reads people and documents, and says what is worth saying about them.
    func readAloud(_ files: [String], into request: inout Analysis.Request) throws {
        Console.warn(try read(files, into: &request), request.sources)
    }
}

/// How figures are drawn in their ranges.
struct DrawOptions: ParsableArguments {
    @Option(help: "How many times figures are drawn in their published ranges, for the range of results.")
    var draws: Int?

    func validate() throws {
        guard let draws, !Draws.allowed.contains(draws) else { return }
        let allowed = Draws.allowed
        throw ValidationError(
            "--draws is a whole number from \(allowed.lowerBound) to \(allowed.upperBound), not \(draws)")
    }

    /// Sets the options.
    func set(_ request: inout Analysis.Request, seed: UInt64) {
        request.options["draws"] = draws.map { String($0) }
        request.options["seed"] = String(seed)
    }
}

/// What is added to what is built in.
struct PluginOptions: ParsableArguments {
    @Option(name: .customLong("plugin"), help: "A shared library to load; may be given several times.")
    var files: [String] = []

    /// The engine with the plugins.
    func engine() throws -> Engine {
        try Engine(plugins: files.map { try LibraryPlugin($0) }, places: Console.places)
    }
}
