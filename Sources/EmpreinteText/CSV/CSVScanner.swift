/// Splits a stream of CSV into records and cells, a batch at a time, without making a string for any of them.
///
/// Cells are separated by commas, semicolons or tabs, whichever the header uses; lines end by LF or CRLF; quotes are
/// those of RFC 4180; a byte order mark and empty lines are skipped. The cells of a batch stand in the stream's window
/// until the next one. What is wrong with a record leaves the others readable.
public struct CSVScanner: Sendable {
    /// The names of the columns.
    public private(set) var header: [String] = []
    /// What is wrong with records of the batch, in order: `csv.ragged`, `csv.quote` and `text.encoding`.
    public internal(set) var problems: [TableProblem] = []

    var stream: ByteStream
    var dialect: CSVDialect
    /// The cells of the batch, `dialect.width` a record whatever it has.
    var cells: [CSVCell]
    var records: [CSVRecord] = []
    /// How many records came before the batch, the header left out.
    private(set) var recordsBefore = -1
    /// The line after the batch.
    var line = 1

    /// Reads the header.
    ///
    /// - Throws: what `scan(atMost:)` does, and `file.empty`, `csv.line_ends`, `text.encoding`.
    public init(_ stream: ByteStream) throws(TableError) {
        self.stream = stream
        dialect = try Self.dialect(of: &self.stream)
        cells = [CSVCell](repeating: CSVCell(0, 0), count: max(dialect.width, 1 << 15))
        _ = try scan(atMost: 1)
        guard problems.isEmpty else { throw .refused(problems) }
        header = (0..<dialect.width).map { text(at: 0, column: $0) }
    }

    /// How many records the batch holds.
    public var count: Int { records.count }

    /// Splits the next records.
    ///
    /// - Parameter limit: how many at most; there may be fewer before the end.
    /// - Returns: how many there are in the batch; 0 at the end of the stream.
    /// - Throws: `csv.record_size` for a record larger than the window may grow, `csv.quote` for one that never ends.
    public mutating func scan(atMost limit: Int) throws(TableError) -> Int {
        recordsBefore += records.count
        records.removeAll(keepingCapacity: true)
        problems.removeAll(keepingCapacity: true)
        let limit = min(limit, cells.count / dialect.width)
        guard limit > 0 else { return 0 }
        split(atMost: limit)
        while records.isEmpty {
            guard try stream.refill() else {
                guard stream.lower < stream.upper else { return 0 }
                throw .refused([Self.endless(stream, row: recordsBefore + 1, line: line)])
            }
            split(atMost: limit)
        }
        return records.count
    }

    private static func dialect(of stream: inout ByteStream) throws(TableError) -> CSVDialect {
        _ = try stream.refill()
        if let problem = foreignEncoding(stream.window) { throw .refused([problem]) }
        if stream.window.starts(with: [0xEF, 0xBB, 0xBF]) { stream.consume(upTo: stream.lower + 3) }
        repeat {
            do throws(TableProblem) {
                if let dialect = try CSVDialect(of: stream.window) { return dialect }
            } catch {
                throw .refused([error])
            }
        } while try stream.refill()
        if stream.isComplete, stream.window.allSatisfy({ $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            throw .refused([
                TableProblem(
                    row: 0, line: 1, code: "file.empty", message: "the file has no header",
                    hint: "its first line names the columns")
            ])
        }
        throw .refused([Self.endless(stream, row: 0, line: 1)])
    }
}

extension ByteStream {
    var window: ArraySlice<UInt8> { bytes[lower..<upper] }

    /// `fill()` for those who read tables.
    mutating func refill() throws(TableError) -> Bool {
        do throws(FileError) { return try fill() } catch { throw .unreadable(error) }
    }
}
