public import EmpreinteText

/// Reads people from CSV: a row a person, a column a question.
///
/// `id`, `weight` and `year` are optional columns; the others are ids of questions. An empty cell is not answered, and
/// a number may carry a unit that converts to its question's.
public struct PeopleCSVReader: PeopleStream {
    let answers: AnswerReader
    let header: PeopleHeader
    let options: PeopleOptions
    var scanner: CSVScanner
    public internal(set) var clampedCount = 0
    var groupTable = WordTable()
    /// Room for what is read on the way to something else.
    var scratch: (values: [Double], answered: [UInt8])
    private let layout: PeopleLayout
    private var isFinished = false

    /// How many problems are told of before reading stops.
    static let problemLimit = 100

    /// Reads the header.
    ///
    /// - Throws: problems of row 0: `csv.unknown_column`, `csv.duplicate_column`, `csv.missing_column`, `csv.line_ends`,
    ///   `file.empty`, `text.encoding`, `csv.quote`, `csv.record_size`.
    public init(_ model: Model, _ stream: ByteStream, _ options: PeopleOptions = .init()) throws(TableError) {
        answers = AnswerReader(model)
        self.options = options
        scanner = try CSVScanner(stream)
        header = try PeopleHeader(scanner.header, answers, options)
        layout = header.layout(height: options.height, model)
        scratch = (Array(repeating: 0, count: layout.height), Array(repeating: 0, count: layout.height))
    }

    public var groups: [String] { groupTable.words }

    /// Reads the next rows.
    ///
    /// Codes of rows: `csv.ragged`, `csv.quote`, `text.encoding`, those of answers, `people.weight`, `people.year`.
    /// Even where bad rows are left out, `csv.mixed_decimals`, `csv.record_size`, `csv.groups` and a quote that is
    /// never closed refuse the file.
    public mutating func read(
        into columns: inout PeopleColumns, leavingOut: ((RejectedRow) -> Void)? = nil
    ) throws(TableError) -> Bool {
        columns.begin(layout)
        guard !isFinished else { return false }
        // Until all went well nothing more is to be had.
        isFinished = true
        var rowCount = 0
        while rowCount < layout.height {
            let count = try scanner.scan(atMost: layout.height - rowCount)
            guard count > 0 else { break }
            rowCount += count
            let problems = readCells(into: &columns)
            guard !problems.isEmpty else {
                try add(Array(0..<count), to: &columns)
                continue
            }
            guard let leavingOut else { throw searchRest(after: problems, &columns) }
            let refusal = Self.refusesFile(problems) ? problems.suffix(1) : []
            let good = handOver(problems.dropLast(refusal.count), leavingOut)
            guard refusal.isEmpty else { throw .refused(Array(refusal)) }
            try add(good, to: &columns)
        }
        isFinished = rowCount == 0
        return rowCount > 0
    }

    /// Whether the last problem is one that no row can be left out for.
    private static func refusesFile(_ problems: [TableProblem]) -> Bool {
        problems.last?.code == "csv.mixed_decimals"
    }

    /// Adds the rows read last to the people, those that are good.
    private mutating func add(_ records: [Int], to columns: inout PeopleColumns) throws(TableError) {
        let isWhole = records.count == scanner.count
        if !isWhole { columns.keep(records) }
        let out = isWhole ? [] : Set(0..<scanner.count).subtracting(records)
        if let id = header.id { scanner.readTexts(in: id, into: &columns.ids, leavingOut: out) }
        for (index, column) in header.kept.enumerated() {
            scanner.readTexts(in: column, into: &columns.kept[index], leavingOut: out)
        }
        for record in records { columns.rows.append(scanner.row(of: record)) }
        if let group = header.group {
            scanner.internTexts(in: group, into: &groupTable, codes: &columns.groups, leavingOut: out)
            try checkGroups(records, columns.groups[columns.count...])
        }
        columns.count += records.count
    }

    private func checkGroups(_ records: [Int], _ codes: ArraySlice<Int32>) throws(TableError) {
        guard groupTable.count > options.groupLimit, let group = header.group else { return }
        for (record, code) in zip(records, codes) where code >= options.groupLimit {
            throw .refused([
                scanner.problem(
                    at: record, column: group, "csv.groups", "there are more than \(options.groupLimit) groups",
                    hint: "group by a column with fewer different texts")
            ])
        }
    }

    /// Hands the bad rows over.
    ///
    /// - Returns: the good ones.
    private func handOver(_ problems: ArraySlice<TableProblem>, _ leavingOut: (RejectedRow) -> Void) -> [Int] {
        var rest = problems
        return (0..<scanner.count).filter { record in
            let row = scanner.row(of: record)
            let own = rest.prefix { $0.row == row }
            guard !own.isEmpty else { return true }
            rest = rest.dropFirst(own.count)
            leavingOut(RejectedRow(bytes: Array(scanner.bytes(of: record))[...], problems: Array(own)))
            return false
        }
    }

    /// Looks for more problems in the rows that follow, up to the limit.
    private mutating func searchRest(after first: [TableProblem], _ columns: inout PeopleColumns) -> TableError {
        var problems = first
        do throws(TableError) {
            while problems.count < Self.problemLimit, !Self.refusesFile(problems) {
                columns.begin(layout)
                guard try scanner.scan(atMost: layout.height) > 0 else { break }
                problems += readCells(into: &columns)
            }
        } catch {
            guard case .refused(let last) = error else { return error }
            problems += last
        }
        columns.begin(layout)
        return .refused(Array(problems.prefix(Self.problemLimit)))
    }
}
