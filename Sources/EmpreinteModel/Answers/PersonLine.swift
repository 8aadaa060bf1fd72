internal import EmpreinteText

/// One line of JSON lines, read as a person.
struct PersonLine {
    private(set) var id = ""
    private(set) var weight: Double?
    private(set) var year: Int32?
    /// Answers by position in the model's inputs.
    private(set) var given: [(input: Int, value: Double)] = []
    private(set) var kept: [String]
    private(set) var group = ""
    private(set) var clampedCount = 0
    private(set) var problems: [TableProblem] = []

    private let reader: AnswerReader
    private let options: PeopleOptions
    let row: Int
    private let line: Int

    init(_ text: ArraySlice<UInt8>, row: Int, line: Int, _ reader: AnswerReader, _ options: PeopleOptions) {
        self.reader = reader
        self.options = options
        self.row = row
        self.line = line
        kept = Array(repeating: "", count: options.keep.count)

        var sources = SourceMap()
        let file = sources.add(path: "", bytes: Array(text))
        var diagnostics = Diagnostics()
        let person = JSONReader.document(in: file, of: sources, diagnostics: &diagnostics)
        if let person, person.kind != .mapping {
            diagnostics.error("people.form", "a person is an object", at: person.range, hint: #"write {"id": "p1", …}"#)
        }
        guard let person, !diagnostics.hasErrors else {
            take(diagnostics, sources, of: nil)
            return
        }
        for entry in person.entries { read(entry.key, entry.value, sources, isNested: false) }
    }

    private mutating func read(_ key: Node, _ value: Node, _ sources: SourceMap, isNested: Bool) {
        let name = key.text
        if !isNested, name == "answers", value.kind == .mapping {
            for entry in value.entries { read(entry.key, entry.value, sources, isNested: true) }
            return
        }
        let isWanted = hand(on: value, name)
        if value.isNull { return }
        var diagnostics = Diagnostics()
        do throws(AnswerProblem) {
            switch name {
            case "id" where !isNested: id = value.text
            case options.weight ?? "weight" where !isNested: weight = try reader.weight(value.text)
            case "year" where !isNested: year = try reader.year(value.text)
            default: answer(name, key, value, isWanted, &diagnostics)
            }
        } catch {
            diagnostics.error(error.code, error.message, at: value.range, hint: error.hint)
        }
        if !diagnostics.isEmpty { take(diagnostics, sources, of: name) }
    }

    private mutating func answer(
        _ name: String, _ key: Node, _ value: Node, _ isWanted: Bool, _ diagnostics: inout Diagnostics
    ) {
        guard let position = reader.position(of: name) else {
            if isWanted { return }
            let known = ["id", options.weight ?? "weight", "year", "answers"] + reader.model.inputs.map(\.id)
            return diagnostics.error(
                "answer.unknown", "the model asks no question '\(name)'", at: key.range,
                hint: Spelling.didYouMean(name, among: known))
        }
        if let answer = reader.value(of: value, for: reader.model.inputs[position], &diagnostics) {
            given.append((position, answer))
        }
    }

    /// Keeps a value that was asked for as it is.
    private mutating func hand(on value: Node, _ name: String) -> Bool {
        let text = value.isNull ? "" : value.text
        let isGroup = options.group == name
        if isGroup { group = text }
        guard let index = options.keep.firstIndex(of: name) else { return isGroup }
        kept[index] = text
        return true
    }

    private mutating func take(_ diagnostics: Diagnostics, _ sources: SourceMap, of name: String?) {
        for diagnostic in diagnostics.sorted {
            guard diagnostic.severity == .error else {
                if diagnostic.code == "answer.clamped" { clampedCount += 1 }
                continue
            }
            problems.append(
                TableProblem(
                    row: row, line: line, column: diagnostic.range.map { sources.location(of: $0).column },
                    columnName: name, code: AnswerProblem.tableCode(diagnostic.code), message: diagnostic.message,
                    hint: diagnostic.hint))
        }
    }
}
