/// Turns libyaml's marks, which count characters, into byte offsets, in one pass since marks hardly ever go back.
struct ByteCursor {
    private let start: Int
    private let isASCII: Bool
    private var character = 0
    private var byte: Int

    init(_ text: ReadableText) {
        start = text.start
        isASCII = text.isASCII
        byte = text.start
    }

    mutating func offset(of index: Int, in bytes: [UInt8]) -> Int {
        if isASCII { return min(start + index, bytes.count) }
        while character < index, byte < bytes.count {
            if index - character >= 8, UTF8Check.areASCII(bytes, from: byte) {
                byte += 8
                character += 8
                continue
            }
            byte += UTF8Check.length(of: bytes[byte])
            character += 1
        }
        while character > index, byte > start {
            byte -= 1
            if bytes[byte] & 0xC0 != 0x80 { character -= 1 }
        }
        return byte
    }
}
