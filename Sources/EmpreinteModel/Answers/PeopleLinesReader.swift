public import EmpreinteText

/// Reads people from JSON lines: an object a line, with `id`, `weight`, `year` and answers by question id.
///
/// Answers stand beside the id or in an object named `answers`. Questions get their columns when they are first
/// answered, so that a block may have more columns than the one before.
public struct PeopleLinesReader: PeopleStream {
    let answers: AnswerReader
    let options: PeopleOptions
    public private(set) var clampedCount = 0
    private var stream: ByteStream
    private var groupTable = WordTable()
    private var layout: PeopleLayout
    private var line = 0
    private var row = 0
    private var isFinished = false

    public init(_ model: Model, _ stream: ByteStream, _ options: PeopleOptions = .init()) {
        answers = AnswerReader(model)
        self.options = options
        self.stream = stream
        layout = PeopleLayout(height: options.height, keptCount: options.keep.count)
    }

    public var groups: [String] { groupTable.words }

    /// Reads the next rows.
    ///
    /// Codes of rows: `json.syntax`, `json.duplicate_key`, `text.encoding`, `limit.depth`, `limit.nodes`, those of
    /// answers, `people.weight`, `people.year`, `people.form`. Even where bad rows are left out, `limit.size` for a
    /// line and `csv.groups` refuse the file.
    public mutating func read(
        into columns: inout PeopleColumns, leavingOut: ((RejectedRow) -> Void)? = nil
    ) throws(TableError) -> Bool {
        columns.begin(layout)
        columns.clear()
        guard !isFinished else { return false }
        isFinished = true
        var problems: [TableProblem] = []
        var rowCount = 0
        while rowCount < layout.height || !problems.isEmpty, problems.count < PeopleCSVReader.problemLimit {
            guard let text = try nextRow(after: problems) else { break }
            rowCount += 1
            let person = PersonLine(text, row: row, line: line, answers, options)
            if person.problems.isEmpty {
                if problems.isEmpty { try add(person, to: &columns) }
            } else if let leavingOut {
                leavingOut(RejectedRow(bytes: Array(text)[...], problems: person.problems))
            } else {
                problems += person.problems
            }
        }
        guard problems.isEmpty else { throw .refused(Array(problems.prefix(PeopleCSVReader.problemLimit))) }
        isFinished = rowCount == 0
        return rowCount > 0
    }

    /// The next line that is not blank, without its end.
    private mutating func nextRow(after problems: [TableProblem]) throws(TableError) -> ArraySlice<UInt8>? {
        while true {
            let next: ArraySlice<UInt8>?
            do throws(FileError) { next = try stream.nextLine() } catch { throw .unreadable(error) }
            guard var text = next else { return nil }
            line += 1
            guard text.last == UInt8(ascii: "\n") else {
                throw .refused(
                    problems + [
                        TableProblem(
                            row: row + 1, line: line, code: "limit.size",
                            message: "this line is larger than \(text.count) bytes", hint: "write one person a line")
                    ])
            }
            text.removeLast()
            if text.last == UInt8(ascii: "\r") { text.removeLast() }
            guard !text.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) else { continue }
            row += 1
            return text
        }
    }

    private mutating func add(_ person: PersonLine, to columns: inout PeopleColumns) throws(TableError) {
        clampedCount += person.clampedCount
        let usualYear = options.year ?? answers.model.years.reference
        columns.append(person, answers.model, usualYear: Int32(clamping: usualYear))
        layout = columns.layout
        guard options.group != nil else { return }
        columns.groups.append(groupTable.intern(person.group))
        guard groupTable.count <= options.groupLimit else {
            throw .refused([
                TableProblem(
                    row: row, line: line, columnName: options.group, code: "csv.groups",
                    message: "there are more than \(options.groupLimit) groups",
                    hint: "group by something with fewer different texts")
            ])
        }
    }
}
