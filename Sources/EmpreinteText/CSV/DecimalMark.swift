/// What separates the whole part of a number from its decimals.
public enum DecimalMark: Sendable, Hashable {
    case point, comma

    var byte: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }

    /// The other one.
    public var other: DecimalMark { self == .point ? .comma : .point }

    /// Whether it stands between two digits somewhere in a text.
    public func separatesDigits(in text: ArraySlice<UInt8>) -> Bool {
        text.indices.dropFirst().dropLast().contains { isBetweenDigits($0, in: text) }
    }

    /// A text with this mark wherever the other stands between two digits.
    public func replacing(in text: ArraySlice<UInt8>) -> String {
        var result = text
        for place in text.indices.dropFirst().dropLast() where other.isBetweenDigits(place, in: text) {
            result[place] = byte
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func isBetweenDigits(_ place: Int, in text: ArraySlice<UInt8>) -> Bool {
        text[place] == byte && text[place - 1] &- UInt8(ascii: "0") < 10 && text[place + 1] &- UInt8(ascii: "0") < 10
    }
}
