/// The writing of one YAML scalar in block style.
public enum YAMLScalar {
    /// A scalar as it is where YAML reads it back the same, in double quotes elsewhere.
    public static func write(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        if isPlain(text) {
            bytes.append(contentsOf: text)
        } else if mayBreak(text)
            || text.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
        {
            var quoted = ""
            JSON.quote(String(decoding: text, as: UTF8.self), to: &quoted)
            bytes.append(contentsOf: (mayBreak(text) ? escaped(quoted) : quoted).utf8)
        } else {
            bytes.append(UInt8(ascii: "\""))
            bytes.append(contentsOf: text)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    /// Whether a text needs no quotes anywhere in block style.
    private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, let last = text.last else { return false }
        let isLetter = { (byte: UInt8) in byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }
        guard isLetter(first) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first), last != UInt8(ascii: " ")
        else { return false }
        return text.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "*"),
                UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "="),
                UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "%"):
                true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: isLetter(byte) || byte >= 0x80
            }
        } && !text.elementsEqual("null".utf8) && !mayBreak(text)
    }

    /// Whether a text may hold characters that YAML takes for line ends or refuses, and JSON does not escape.
    private static func mayBreak(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.contains(where: { $0 >= 0x7F }) else { return false }
        return zip(text, text.dropFirst()).contains { lead, next in
            lead == 0xC2 && next < 0xA0 || lead == 0x80 && (next == 0xA8 || next == 0xA9) || lead == 0xEF
        } || text.contains(0x7F)
    }

    private static func escaped(_ quoted: String) -> String {
        quoted.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
                let digits = String(scalar.value, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: return String(scalar)
            }
        }.joined()
    }
}
