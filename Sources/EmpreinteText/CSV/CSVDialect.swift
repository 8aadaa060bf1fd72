/// How a CSV file was saved, found from its header line.
struct CSVDialect: Sendable, Hashable {
    /// What separates cells.
    let delimiter: UInt8
    /// What separates decimals; nothing until a number of a file with semicolons shows it.
    var mark: DecimalMark?
    /// How many cells the header has.
    let width: Int

    /// Whatever the header separates most often outside quotes: commas, semicolons or tabs.
    ///
    /// Empty lines before the header do not count. Nothing when its end is not in these bytes.
    /// - Throws: `csv.line_ends` when lines end by a carriage return alone.
    init?(of bytes: ArraySlice<UInt8>) throws(TableProblem) {
        var counts = (comma: 0, semicolon: 0, tab: 0)
        var isQuoted = false
        var isEmpty = true
        var isReturn = false
        for byte in bytes {
            if isReturn, byte != UInt8(ascii: "\n") {
                throw TableProblem(
                    row: 0, line: 1, code: "csv.line_ends", message: "the lines of this file end by CR alone",
                    hint: "save it with line ends LF or CRLF")
            }
            isReturn = byte == UInt8(ascii: "\r") && !isQuoted
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case _ where isQuoted: break
            case UInt8(ascii: ","): counts.comma += 1
            case UInt8(ascii: ";"): counts.semicolon += 1
            case UInt8(ascii: "\t"): counts.tab += 1
            case UInt8(ascii: "\n") where !isEmpty:
                self.init(counts)
                return
            default: break
            }
            isEmpty = isEmpty && (byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"))
        }
        return nil
    }

    private init(_ counts: (comma: Int, semicolon: Int, tab: Int)) {
        width = max(counts.comma, counts.semicolon, counts.tab) + 1
        if counts.semicolon > max(counts.comma, counts.tab) {
            (delimiter, mark) = (UInt8(ascii: ";"), nil)
        } else {
            (delimiter, mark) = (UInt8(ascii: counts.tab > counts.comma ? "\t" : ","), .point)
        }
    }
}
