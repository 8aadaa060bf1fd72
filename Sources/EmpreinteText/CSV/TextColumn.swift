/// The texts of a column, one after another in one array of bytes.
public struct TextColumn: Sendable {
    /// The texts, one after the other.
    public private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []

    public init() {}

    /// How many texts there are.
    public var count: Int { ends.count }

    /// The bytes of a row's text, which must be one of those there are.
    public subscript(row: Int) -> ArraySlice<UInt8> {
        bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]]
    }

    /// Adds a row.
    public mutating func append(_ text: ArraySlice<UInt8>) {
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
    }

    /// Forgets all rows and keeps the memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Adds a row with the text of a cell.
    mutating func append(_ cell: CSVCell, of window: [UInt8]) {
        window.appendText(of: cell, to: &bytes)
        ends.append(bytes.count)
    }
}

extension [UInt8] {
    /// Appends the text of a cell of this window, with one quote for two.
    func appendText(of cell: CSVCell, to text: inout [UInt8]) {
        guard cell.hasDoubledQuotes else { return text.append(contentsOf: self[cell.range]) }
        var isSecond = false
        for byte in self[cell.range] {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if !isSecond || byte != UInt8(ascii: "\"") { text.append(byte) }
        }
    }
}
