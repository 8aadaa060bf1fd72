extension CSVScanner {
    /// Splits whole records from the beginning of the window and lets it go up to their end.
    mutating func split(atMost limit: Int) {
        let start = stream.lower
        let isASCII = splitRecords(atMost: limit)
        // A record that does not end in the window is met again with more of it.
        let last = recordsBefore + records.count
        problems.removeAll { $0.row > last }
        if !isASCII { checkEncoding(of: start..<stream.lower) }
        problems.sort { ($0.row, $0.column ?? 0) < ($1.row, $1.column ?? 0) }
    }

    /// Eight bytes at a time are searched for a delimiter, a line end or a quote.
    ///
    /// - Returns: whether all bytes met are ASCII.
    private mutating func splitRecords(atMost limit: Int) -> Bool {
        let window = stream.bytes
        let bytes = window.span
        let (width, delimiter, end) = (dialect.width, dialect.delimiter, stream.upper)
        let search = ByteSearch(delimiter, UInt8(ascii: "\n"), UInt8(ascii: "\""))
        var table = cells
        cells = []
        var found = table.mutableSpan

        var place = stream.lower
        var (recordStart, cellStart) = (place, place)
        // Lines are also counted within quotes, where no record ends.
        var (recordLine, line) = (self.line, self.line)
        var (first, column) = (0, 0)
        var quoted: Quoted?
        var seen: UInt64 = 0
        scan: while place < end {
            let word = bytes.word(at: place)
            seen |= word
            var hits = search.hits(in: word)
            while hits != 0 {
                let hit = place + hits.trailingZeroBitCount >> 3
                hits &= hits &- 1
                let byte = bytes[hit]
                if byte == UInt8(ascii: "\"") {
                    if hit != cellStart {
                        if quoted == nil { refuseQuote(row: records.count, line: recordLine, column) }
                        continue
                    }
                    guard let text = Quoted(in: bytes, from: hit + 1, to: end) else { break scan }
                    quoted = text
                    line += text.lines
                    seen |= text.seen
                    place = text.upper + 1
                    continue scan
                }

                let endsRecord = byte == UInt8(ascii: "\n")
                let upper = endsRecord && hit > cellStart && bytes[hit - 1] == UInt8(ascii: "\r") ? hit - 1 : hit
                if let text = quoted {
                    quoted = nil
                    if text.upper + 1 != upper { refuseQuote(row: records.count, line: recordLine, column) }
                    if column < width {
                        found[first + column] = CSVCell(cellStart + 1, text.upper, hasDoubledQuotes: text.hasDoubled)
                    }
                } else if column < width {
                    found[first + column] = CSVCell(cellStart, upper)
                }
                cellStart = hit + 1
                column += 1
                guard endsRecord else { continue }

                line += 1
                if column > 1 || upper > recordStart {
                    for missing in min(column, width)..<width { found[first + missing] = CSVCell(upper, upper) }
                    if column != width { refuseCount(row: records.count, line: recordLine, column) }
                    records.append(CSVRecord(lower: recordStart, upper: upper, line: recordLine))
                    first += width
                }
                (recordStart, recordLine, column) = (cellStart, line, 0)
                if records.count == limit { break scan }
            }
            place += 8
        }
        cells = table
        stream.consume(upTo: recordStart)
        self.line = recordLine
        return seen & 0x8080_8080_8080_8080 == 0
    }

    /// A quoted text: where its closing quote is, and what it holds.
    private struct Quoted {
        private(set) var upper: Int
        private(set) var hasDoubled = false
        private(set) var lines = 0
        /// All its bytes, one or another.
        private(set) var seen: UInt64 = 0

        /// Reads up to the closing quote; nothing when there is none.
        init?(in bytes: Span<UInt8>, from start: Int, to end: Int) {
            upper = start
            while upper < end {
                let byte = bytes[upper]
                if byte == UInt8(ascii: "\"") {
                    // The window is followed by zeros.
                    guard bytes[upper + 1] == UInt8(ascii: "\"") else { return }
                    hasDoubled = true
                    upper += 1
                }
                if byte == UInt8(ascii: "\n") { lines += 1 }
                seen |= UInt64(byte)
                upper += 1
            }
            return nil
        }
    }

    // MARK: Problems

    private mutating func refuseQuote(row: Int, line: Int, _ column: Int) {
        report(
            row, line, column, "csv.quote", "a quote stands within the text of the cell",
            hint: "put the whole cell in quotes, and write two quotes for one")
    }

    private mutating func refuseCount(row: Int, line: Int, _ count: Int) {
        let width = dialect.width
        report(
            row, line, nil, "csv.ragged",
            "the row has \(count) \(count == 1 ? "cell" : "cells") and the header \(width)",
            hint: count > width ? "put a text that holds the delimiter in quotes" : nil)
    }

    mutating func report(
        _ record: Int, _ line: Int, _ column: Int?, _ code: String, _ message: String, hint: String?
    ) {
        let problem = TableProblem(
            row: recordsBefore + record + 1, line: line, column: column.map { $0 + 1 },
            columnName: column.flatMap { header.indices.contains($0) ? header[$0] : nil }, code: code,
            message: message, hint: hint)
        // A cell with several quotes is said to be wrong once.
        if problems.last != problem { problems.append(problem) }
    }
}
