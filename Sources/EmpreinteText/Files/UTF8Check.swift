/// Looks for the first byte that is not UTF-8.
enum UTF8Check {
    /// What a scan of the whole file found.
    enum Finding: Equatable {
        case ascii
        case unicode
        case invalid(at: Int)
    }

    static func scan(_ bytes: [UInt8]) -> Finding {
        var index = 0
        var isASCII = true
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += areASCII(bytes, from: index) ? 8 : 1
                continue
            }
            guard let length = sequence(at: index, in: bytes) else { return .invalid(at: index) }
            isASCII = false
            index += length
        }
        return isASCII ? .ascii : .unicode
    }

    /// Whether eight bytes follow from a place on, all ASCII.
    @inline(__always)
    static func areASCII(_ bytes: [UInt8], from index: Int) -> Bool {
        bytes.count - index >= 8 && bytes.span.word(at: index) & 0x8080_8080_8080_8080 == 0
    }

    /// The length a sequence has according to its first byte.
    static func length(of lead: UInt8) -> Int {
        lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }

    /// The length of a well-formed sequence: shortest form, no surrogate, nothing above U+10FFFF.
    private static func sequence(at index: Int, in bytes: [UInt8]) -> Int? {
        let lead = bytes[index]
        guard lead >= 0xC2, lead <= 0xF4 else { return nil }
        let length = length(of: lead)
        guard index + length <= bytes.count else { return nil }
        let second: ClosedRange<UInt8> =
            switch lead {
            case 0xE0: 0xA0...0xBF
            case 0xED: 0x80...0x9F
            case 0xF0: 0x90...0xBF
            case 0xF4: 0x80...0x8F
            default: 0x80...0xBF
            }
        guard second.contains(bytes[index + 1]) else { return nil }
        for place in (index + 2)..<max(index + 2, index + length) where bytes[place] & 0xC0 != 0x80 { return nil }
        return length
    }
}
