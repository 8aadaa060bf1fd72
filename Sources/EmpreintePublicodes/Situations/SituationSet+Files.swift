public import EmpreinteText

extension SituationSet {
    /// Reads the situations of a document: one, or a list of them, each a mapping from rules to values, by itself or
    /// under `situation` beside its `name`.
    ///
    /// - Parameter path: the name shown in messages; `.yaml`, `.yml` and `.publicodes` say that it is YAML.
    /// - Throws: what is wrong with the document, and answers that are no value of the language; what else is wrong with
    ///   an answer is left for `diagnostics`.
    public mutating func read(_ bytes: [UInt8], path: String) throws(CompilationError) {
        var problems = Diagnostics()
        let file = sources.add(path: path, bytes: bytes)
        let limits = Limits(bytes: 256 << 20, nodes: 20_000_000)
        let documents =
            ModelFiles.extensions.contains(Path.fileExtension(of: path))
            ? YAMLReader.documents(in: file, of: sources, limits: limits, diagnostics: &problems)
            : JSONReader.document(in: file, of: sources, limits: limits, diagnostics: &problems).map { [$0] } ?? []
        for document in documents {
            let items = document.kind == .sequence ? Array(document.items) : [document]
            for item in items {
                guard item.kind == .mapping else {
                    problems.error(
                        "publicodes.situation.form", "a situation is a mapping from rules to values", at: item.range)
                    continue
                }
                if let situation = item["situation"], situation.kind == .mapping || situation.isNull {
                    add(situation, name: item["name"]?.text ?? item["nom"]?.text)
                } else {
                    add(item)
                }
            }
        }
        problems.report(contentsOf: diagnostics)
        try problems.throwIfErrors(in: sources)
    }

    /// Reads the situations of a table: a column a rule, a row a situation; an empty cell says nothing.
    ///
    /// A cell holds what a document would, a text of the rule's possibilities also without its quotes; `id` and `name`
    /// are no rules but what the situation is called.
    /// - Throws: what is wrong with the table, and cells that are no value of the language.
    public mutating func read(table stream: ByteStream, path: String) throws(TableError) {
        var scanner = try CSVScanner(stream)
        let columns = scanner.header.indices.map { header($0, of: scanner, path) }
        var refused: [TableProblem] = []
        while refused.count < Self.problemLimit, try scanner.scan(atMost: 1 << 12) > 0 {
            guard scanner.problems.isEmpty else { throw .refused(scanner.problems) }
            for row in 0..<scanner.count {
                var situation = Situation()
                for (place, column) in columns.enumerated() {
                    let text = scanner.text(at: row, column: place)
                    guard !text.isEmpty else { continue }
                    switch column {
                    case .name: situation.name = text
                    case .rule(let rule):
                        do throws(ExpressionProblem) {
                            situation.answers[rule] = try answer(text, for: rule)
                        } catch {
                            let problem = scanner.problem(
                                at: row, column: place, error.code, "'\(text)' is no value: \(error.message)",
                                hint: error.hint)
                            if error.isLeftOut { warn(problem, path) } else { refused.append(problem) }
                        }
                    case .nothing: break
                    }
                }
                append(situation)
            }
        }
        guard refused.isEmpty else { throw .refused(Array(refused.prefix(Self.problemLimit))) }
    }

    /// How many problems are told of before reading stops.
    private static let problemLimit = 100

    private enum Column {
        case name
        case rule(RuleID)
        case nothing
    }

    private mutating func header(_ place: Int, of scanner: CSVScanner, _ path: String) -> Column {
        let name = scanner.header[place]
        if let rule = rules.rule(name), !rules[rule].isPrivate { return .rule(rule) }
        if name == "id" || name == "name" || name == "nom" { return .name }
        let hint = Spelling.didYouMean(name, among: rules.rules.lazy.map { $0.name })
        warn(
            TableProblem(
                row: 0, line: 1, column: place + 1, columnName: name, code: "publicodes.situation.unknown",
                message: "the model has no rule '\(name)'", hint: hint), path)
        return .nothing
    }

    private mutating func warn(_ problem: TableProblem, _ path: String) {
        var diagnostic = problem.diagnostic(path: path)
        diagnostic.severity = .warning
        report(diagnostic)
    }

    /// The answer of a cell.
    private mutating func answer(_ text: String, for rule: RuleID) throws(ExpressionProblem) -> Answer? {
        if let choices = rules[rule].choices, choices.names.contains(text) { return .text(text) }
        return try read(expression: text, for: rule)
    }
}

extension ExpressionProblem {
    /// Whether the answer is left out with a warning.
    fileprivate var isLeftOut: Bool { code == "publicodes.situation.possibility" }
}
