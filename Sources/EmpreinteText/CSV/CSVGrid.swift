/// A whole CSV file whose cells know their place, for tables small enough to be held in memory.
public struct CSVGrid: Sendable {
    /// The text of a cell and where it stands, quotes left out.
    public struct Cell: Sendable {
        /// The text, without quotes.
        public let text: String
        /// Where it stands.
        public let range: SourceRange

        public init(text: String, range: SourceRange) {
            self.text = text
            self.range = range
        }
    }

    /// The names of the columns.
    public let header: [Cell]
    /// The rows in their order, each as wide as the header.
    public let rows: [[Cell]]
    /// Whether decimals may be separated by a comma, as in a file with semicolons.
    public let mayUseCommas: Bool

    /// Splits a file; nothing when it has no header or is no CSV.
    ///
    /// An apostrophe before what a spreadsheet would run as a formula is not part of the text.
    /// - Parameter diagnostics: takes `file.empty`, `csv.line_ends`, `csv.ragged`, `csv.quote`, `text.encoding` and
    ///   `limit.size`.
    public init?(_ file: FileID, of sources: SourceMap, limits: Limits = Limits(), _ diagnostics: inout Diagnostics) {
        let bytes = sources.file(file).bytes
        guard bytes.count <= limits.bytes else {
            diagnostics.report(
                .init(
                    .error, "limit.size", "the table has \(bytes.count) bytes, more than \(limits.bytes)",
                    path: sources.file(file).path))
            return nil
        }
        // A window that holds all of the file, so that places in it are places in the file.
        let size = bytes.count + 2 * ByteStream.padding
        do throws(TableError) {
            var scanner = try CSVScanner(ByteStream(MemorySource(bytes), window: size, limit: size))
            header = scanner.cells(at: 0, file)
            mayUseCommas = scanner.isMarkLearnt
            var rows: [[Cell]] = []
            while try scanner.scan(atMost: .max) > 0 {
                for problem in scanner.problems { Self.report(problem, file, of: sources, &diagnostics) }
                for record in 0..<scanner.count { rows.append(scanner.cells(at: record, file)) }
            }
            self.rows = rows
        } catch {
            if case .refused(let problems) = error {
                for problem in problems { Self.report(problem, file, of: sources, &diagnostics) }
            }
            return nil
        }
    }

    private static func report(
        _ problem: TableProblem, _ file: FileID, of sources: SourceMap, _ diagnostics: inout Diagnostics
    ) {
        let line = sources.file(file).lineBounds(problem.line)
        let name = problem.columnName.map { "\($0): " } ?? ""
        diagnostics.error(
            problem.code, name + problem.message,
            at: SourceRange(file: file, lowerBound: line.lowerBound, upperBound: line.upperBound),
            hint: problem.hint)
    }
}

extension CSVScanner {
    /// The cells of a record of the batch, where the window holds the whole file.
    fileprivate func cells(at record: Int, _ file: FileID) -> [CSVGrid.Cell] {
        (0..<dialect.width).map { column in
            let range = cells[record * dialect.width + column].range
            var text = text(at: record, column: column)
            if text.utf8.first == UInt8(ascii: "'"), let next = text.utf8.dropFirst().first,
                [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@")].contains(next)
            {
                text.removeFirst()
            }
            return .init(
                text: text,
                range: SourceRange(file: file, lowerBound: range.lowerBound, upperBound: range.upperBound))
        }
    }
}
