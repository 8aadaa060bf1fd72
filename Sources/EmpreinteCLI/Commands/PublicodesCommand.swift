internal import ArgumentParser
internal import Empreinte
internal import EmpreintePublicodes
internal import EmpreinteText

struct PublicodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publicodes", abstract: "What a Publicodes model makes of situations, rule by rule.",
        discussion: """
            The model is compiled JSON, or a folder of .publicodes and YAML files. Situations are mappings from rules \
            to values in the language's own syntax, in JSON, YAML, or CSV with a column a rule.
            """)

    @Argument(help: "The model: a file or a folder.")
    var model: String

    @Option(help: "A regional overlay to apply to the model.")
    var region: String?

    @Option(help: "The situations, in JSON, YAML or CSV; one that says nothing where there is none.")
    var situations: String?

    @Option(help: "The rules wanted, separated by commas; may be repeated.")
    var rules: [String] = []

    @Flag(help: "All rules, as when none is named.")
    var all = false

    @Flag(help: "How large the model is, as written and as compiled, in place of values.")
    var stats = false

    @Option(help: "How to write the values: json or csv.")
    var format: Format = .json

    @Option(name: .shortAndLong, help: "The file to write; standard output where there is none.")
    var output: String?

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, csv
    }

    func validate() throws {
        if all, !rules.isEmpty { throw ValidationError("either --rules or --all, not both") }
    }

    func run() throws {
        let model = try PublicodesModel(model, region: region, from: DiskFiles(), searching: Console.places)
        Console.warn(model.warnings, model.sources)
        let names = try wanted(of: model)
        guard !stats else { return try write(model.size(of: names)) }
        var set = SituationSet(of: model)
        try read(into: &set)
        Console.warn(set.diagnostics.sorted, set.sources)
        let file = try output.map { path throws(CompilationError) in try OutputFile(path) } ?? .standardOutput
        var diagnostics = Diagnostics()
        switch format {
        case .json: writeJSON(names, model, set, &diagnostics, to: file)
        case .csv: writeCSV(names, model, set, &diagnostics, to: file)
        }
        try diagnostics.throwIfErrors(in: set.sources)
        Console.warn(diagnostics.sorted, set.sources)
        try file.finish()
    }

    private func write(_ size: ModelSize) throws(CompilationError) {
        let file = try output.map { path throws(CompilationError) in try OutputFile(path) } ?? .standardOutput
        let figures: [(String, Int)] = [
            ("rules", size.rules), ("terms", size.terms), ("contexts", size.contexts),
            ("context_nodes", size.contextNodes), ("nodes_unshared", size.nodesUnshared),
            ("nodes_shared", size.nodesShared), ("nodes", size.nodes),
        ]
        let text: String
        switch format {
        case .json: text = "{" + figures.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}\n"
        case .csv: text = figures.map { "\($0),\($1)\n" }.joined()
        }
        file.append(text.utf8)
        try file.finish()
    }

    private func wanted(of model: PublicodesModel) throws(CompilationError) -> [String] {
        let known = Set(model.ruleNames)
        guard !rules.isEmpty else { return model.ruleNames }
        // A name may hold commas itself.
        let names = rules.flatMap { known.contains($0) ? [$0] : $0.split(separator: ",").map(Self.trimmed) }
        for name in names where !known.contains(name) {
            throw CompilationError(
                "publicodes.rule.unknown", "the model has no rule '\(name)'",
                hint: Spelling.didYouMean(name, among: known.sorted()))
        }
        return names
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    private func read(into set: inout SituationSet) throws(CompilationError) {
        guard let situations else { return set.addEmpty() }
        let path = situations == "-" ? "/dev/stdin" : situations
        guard ["csv", "tsv"].contains(Path.fileExtension(of: situations)) else {
            return try set.read(
                Self.reading { () throws(FileError) in
                    try DiskFiles().read(path, limit: 256 << 20)
                }, path: situations)
        }
        let source = try Self.reading { () throws(FileError) in try DiskStream(path) }
        do throws(TableError) {
            try set.read(table: ByteStream(source), path: situations)
        } catch {
            throw CompilationError(error, path: situations)
        }
    }

    private static func reading<Result>(_ body: () throws(FileError) -> Result) throws(CompilationError) -> Result {
        do throws(FileError) {
            return try body()
        } catch {
            throw CompilationError("file.unreadable", error.description)
        }
    }
}

// MARK: Writing

extension PublicodesCommand {
    /// One object a situation, in a list.
    private func writeJSON(
        _ names: [String], _ model: PublicodesModel, _ set: SituationSet, _ diagnostics: inout Diagnostics,
        to file: OutputFile
    ) {
        let keys = names.map { name in
            var key = ""
            JSON.quote(name, to: &key)
            return key + ": "
        }
        var isFirst = true
        model.forEachSituation(of: set, rules: names, &diagnostics) { situation, values in
            var text = isFirst ? "[\n{" : ",\n{"
            isFirst = false
            if let name = situation.name {
                text += "\"name\": "
                JSON.quote(name, to: &text)
                text += ", "
            }
            text += "\"values\": {"
            for (place, value) in values.enumerated() {
                text += (place == 0 ? "" : ", ") + keys[place] + value.json.text(.compact)
            }
            file.append((text + "}}").utf8)
        }
        file.append((isFirst ? "[]\n" : "\n]\n").utf8)
    }

    /// A row a situation, a column a rule; what does not apply or is undefined is empty.
    private func writeCSV(
        _ names: [String], _ model: PublicodesModel, _ set: SituationSet, _ diagnostics: inout Diagnostics,
        to file: OutputFile
    ) {
        var writer = RecordWriter()
        let isNamed = set.situations.contains { $0.name != nil }
        if isNamed { writer.text("name") }
        for name in names { writer.text(name) }
        writer.endRecord()
        model.forEachSituation(of: set, rules: names, &diagnostics) { situation, values in
            if isNamed { writer.text(situation.name ?? "") }
            for value in values {
                switch value {
                case .number(let number): writer.number(number)
                case .flag(let flag): writer.text(flag ? "oui" : "non")
                case .text(let text): writer.text(text)
                case .absent, .undefined, .failed: writer.empty()
                }
            }
            writer.endRecord()
            file.append(writer.bytes)
            writer.removeAll()
        }
        file.append(writer.bytes)
    }
}

extension RuleValue {
    /// The value as the language's own engine is compared with.
    fileprivate var json: JSON {
        switch self {
        case .number(let number): .number(number)
        case .flag(let flag): .bool(flag)
        case .text(let text): .string(text)
        case .absent: .null
        case .undefined: .string("__undefined__")
        case .failed: .string("__error__")
        }
    }
}
