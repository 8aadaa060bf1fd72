/// The conventions spreadsheets of a country expect.
public enum CSVStyle: String, Sendable, Hashable {
    /// Commas between cells, a point before decimals.
    case international
    /// Semicolons between cells, a comma before decimals.
    case french

    var delimiter: UInt8 { self == .french ? UInt8(ascii: ";") : UInt8(ascii: ",") }
    var mark: DecimalMark { self == .french ? .comma : .point }
}
