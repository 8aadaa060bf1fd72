extension CSVScanner {
    /// Reports every record of a part of the window that is not UTF-8, at its first bad byte.
    mutating func checkEncoding(of range: Range<Int>) {
        let window = stream.bytes
        var lower = range.lowerBound
        while lower < range.upperBound {
            let bytes = window.span.extracting(lower..<range.upperBound)
            let place: Int
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: bytes)
                return
            } catch {
                place = lower + error.byteOffsets.lowerBound
            }
            guard let index = records.firstIndex(where: { $0.upper > place }) else { return }
            let record = records[index]
            let start = index * dialect.width
            let column = cells[start..<start + dialect.width].firstIndex { $0.range.upperBound > place }
            let value = String(window[place], radix: 16, uppercase: true)
            report(
                index, record.line, column.map { $0 - start }, "text.encoding",
                "the byte \(value) here is not UTF-8 text", hint: Self.encodingHint)
            lower = record.upper
        }
    }

    static let encodingHint = "save the file as UTF-8; spreadsheets call it CSV UTF-8"

    /// What is said of a file that starts as no UTF-8 text does.
    static func foreignEncoding(_ start: ArraySlice<UInt8>) -> TableProblem? {
        let hasMark = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
        let isUTF16 = hasMark || start.prefix(4).contains(0)
        guard isUTF16 else { return nil }
        return TableProblem(
            row: 0, line: 1, code: "text.encoding", message: "this file is in UTF-16", hint: encodingHint)
    }

    /// What is said of a record that the window cannot hold, or that the file ends within.
    static func endless(_ stream: ByteStream, row: Int, line: Int) -> TableProblem {
        guard !stream.isComplete else {
            return TableProblem(
                row: row, line: line, code: "csv.quote", message: "a quote of this row is never closed",
                hint: "close it, or write two quotes for one that belongs to the text")
        }
        return TableProblem(
            row: row, line: line, code: "csv.record_size",
            message: "this row is larger than \(stream.upper - stream.lower) bytes", hint: "a quote may be left open")
    }
}
