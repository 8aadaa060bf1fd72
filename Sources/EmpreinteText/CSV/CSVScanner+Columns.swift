/// The cells of a batch, read a column at a time.
///
/// Columns count from 0 and are those of the header; records count from 0 within the batch. What is read goes to
/// arrays of the caller's, from a row on, which must have room for the batch.
extension CSVScanner {
    /// What separates decimals; a point until a file with semicolons has shown a comma.
    public var mark: DecimalMark { dialect.mark ?? .point }

    /// Whether decimals may be separated by either mark, as in a file with semicolons, and then by one only.
    public var isMarkLearnt: Bool { dialect.delimiter == UInt8(ascii: ";") }

    /// Learns what separates decimals from the first number of these columns that has some.
    ///
    /// To be called on each batch before numbers are read; it costs something only until that number is met.
    public mutating func settleMark(in columns: [Int]) {
        guard dialect.mark == nil else { return }
        for record in 0..<records.count {
            for column in columns {
                let cell = stream.bytes[cells[record * dialect.width + column].range]
                let isPoint = DecimalMark.point.separatesDigits(in: cell)
                let isComma = DecimalMark.comma.separatesDigits(in: cell)
                // Both at once are grouping, which tells nothing.
                guard isPoint != isComma else { continue }
                dialect.mark = isPoint ? .point : .comma
                return
            }
        }
    }

    /// Reads a column as numbers.
    ///
    /// An empty cell gives 0 and is not answered; nor is one that is no number, whose record is added to `refused`.
    public func readNumbers(
        in column: Int, into values: inout [Double], answered: inout [UInt8], from row: Int, refused: inout [Int]
    ) {
        let parser = DecimalParser(mark)
        let bytes = stream.bytes.span
        var values = values.mutableSpan
        var answered = answered.mutableSpan
        for record in 0..<records.count {
            let range = cells[record * dialect.width + column].range
            var value = 0.0
            var isAnswered: UInt8 = 0
            if !range.isEmpty {
                if let number = parser.value(in: bytes, range) {
                    (value, isAnswered) = (number, 1)
                } else {
                    refused.append(record)
                }
            }
            values[row + record] = value
            answered[row + record] = isAnswered
        }
    }

    /// Reads a column as words of a table, as `readNumbers` does numbers.
    public func readWords(
        in column: Int, of table: WordTable, into codes: inout [Int32], answered: inout [UInt8], from row: Int,
        refused: inout [Int]
    ) {
        readCodes(in: column, of: table, into: &codes, answered: &answered, from: row, refused: &refused)
    }

    /// Reads a column as words of a table whose codes fit a byte.
    public func readWords(
        in column: Int, of table: WordTable, into codes: inout [UInt8], answered: inout [UInt8], from row: Int,
        refused: inout [Int]
    ) {
        readCodes(in: column, of: table, into: &codes, answered: &answered, from: row, refused: &refused)
    }

    @inline(__always)
    private func readCodes<Code: FixedWidthInteger>(
        in column: Int, of table: WordTable, into codes: inout [Code], answered: inout [UInt8], from row: Int,
        refused: inout [Int]
    ) {
        let bytes = stream.bytes.span
        var codes = codes.mutableSpan
        var answered = answered.mutableSpan
        for record in 0..<records.count {
            let cell = cells[record * dialect.width + column]
            var value: Code = 0
            var isAnswered: UInt8 = 0
            if !cell.isEmpty {
                let code =
                    cell.hasDoubledQuotes
                    ? table.code(of: text(at: record, column: column)) : table.code(of: bytes, cell.range)
                if let code {
                    (value, isAnswered) = (Code(truncatingIfNeeded: code), 1)
                } else {
                    refused.append(record)
                }
            }
            codes[row + record] = value
            answered[row + record] = isAnswered
        }
    }

    // MARK: Texts

    /// The text of a cell.
    public func text(at record: Int, column: Int) -> String {
        var text: [UInt8] = []
        stream.bytes.appendText(of: cells[record * dialect.width + column], to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the texts of a column to another, those of the records left out excepted.
    public func readTexts(in column: Int, into texts: inout TextColumn, leavingOut: Set<Int> = []) {
        for record in 0..<records.count where leavingOut.isEmpty || !leavingOut.contains(record) {
            texts.append(cells[record * dialect.width + column], of: stream.bytes)
        }
    }

    /// Appends the codes of a column's texts to an array, adding to the table those that are new.
    public func internTexts(
        in column: Int, into table: inout WordTable, codes: inout [Int32], leavingOut: Set<Int> = []
    ) {
        for record in 0..<records.count where leavingOut.isEmpty || !leavingOut.contains(record) {
            let cell = cells[record * dialect.width + column]
            if cell.hasDoubledQuotes {
                codes.append(table.intern(text(at: record, column: column)))
            } else {
                codes.append(table.intern(stream.bytes.span, cell.range))
            }
        }
    }

    // MARK: Records

    /// The row of a record, from 1 for the first after the header.
    public func row(of record: Int) -> Int { recordsBefore + record + 1 }

    /// A record as written, without its line end.
    public func bytes(of record: Int) -> ArraySlice<UInt8> {
        stream.bytes[records[record].lower..<records[record].upper]
    }

    /// A problem with a cell of the batch.
    public func problem(
        at record: Int, column: Int, _ code: String, _ message: String, hint: String? = nil
    ) -> TableProblem {
        TableProblem(
            row: row(of: record), line: records[record].line, column: column + 1, columnName: header[column],
            code: code,
            message: message, hint: hint)
    }
}
