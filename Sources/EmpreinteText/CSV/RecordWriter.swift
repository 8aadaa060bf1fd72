/// Writes records as CSV into a buffer of bytes.
///
/// Numbers are the shortest text that reads back as the same bits; those that are not finite are left empty. Texts are
/// quoted as RFC 4180 says. One that a spreadsheet would run as a formula is preceded by an apostrophe.
public struct RecordWriter: Sendable {
    /// The conventions it writes by.
    public let style: CSVStyle
    /// What was written and not yet taken away.
    public private(set) var bytes: [UInt8] = []
    private let numbers: DoubleWriter
    /// How many cells the open record has, and where it starts.
    private var cells = 0
    private var start = 0

    public init(_ style: CSVStyle = .international) {
        self.style = style
        numbers = DoubleWriter(style.mark)
    }

    /// Writes a cell of text.
    public mutating func text(_ text: String) { cell(text.utf8) }

    /// Writes a cell of text given as UTF-8.
    public mutating func text(_ text: ArraySlice<UInt8>) { cell(text) }

    /// Writes a cell with a number.
    public mutating func number(_ value: Double) {
        beginCell()
        numbers.write(value, to: &bytes)
    }

    /// Writes a cell with nothing in it.
    public mutating func empty() { beginCell() }

    /// Ends the record.
    public mutating func endRecord() {
        if cells == 1, bytes.count == start {
            // A lone empty cell would read as an empty line, which readers skip.
            bytes.append(UInt8(ascii: "\""))
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: "\n"))
        (cells, start) = (0, bytes.count)
    }

    /// Forgets what was written, once it is safe elsewhere, and keeps the memory. Records are whole then.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        (cells, start) = (0, 0)
    }

    private mutating func cell(_ text: some Collection<UInt8>) {
        beginCell()
        let isFormula = startsFormula(text)
        let isPlain = text.allSatisfy { byte in
            byte != style.delimiter && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\n")
                && byte != UInt8(ascii: "\r")
        }
        if !isPlain { bytes.append(UInt8(ascii: "\"")) }
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        guard !isPlain else { return bytes.append(contentsOf: text) }
        for byte in text {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func beginCell() {
        if cells > 0 { bytes.append(style.delimiter) }
        cells += 1
    }

    private func startsFormula(_ text: some Collection<UInt8>) -> Bool {
        switch text.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"):
            let number = text.map { $0 == style.mark.byte ? UInt8(ascii: ".") : $0 }
            return Double(String(decoding: number, as: UTF8.self)) == nil
        default: return false
        }
    }
}
