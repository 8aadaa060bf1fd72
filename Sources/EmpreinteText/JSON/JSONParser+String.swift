extension JSONParser {
    /// Reads a string; one without escapes stays in the file's bytes.
    mutating func string() throws(ReadingProblem) {
        let opening = place
        place += 1
        var run = place
        let text = place
        let start = tree.decoded.count
        while let byte = current, byte != UInt8(ascii: "\"") {
            if byte < 0x20 {
                let isLineEnd = byte == 0x0A || byte == 0x0D
                throw isLineEnd
                    ? problem("this string is not closed on its line", at: opening, hint: "write line ends as '\\n'")
                    : problem("a control character must be escaped in a string")
            }
            place += 1
            guard byte == UInt8(ascii: "\\") else { continue }
            tree.decode(bytes[run..<place - 1])
            try escape()
            run = place
        }
        guard current != nil else { throw problem("this string is never closed", at: opening) }
        place += 1
        if run == text {
            tree.scalar(.jsonString, opening..<place, text: text..<place - 1)
        } else {
            tree.decode(bytes[run..<place - 1])
            tree.decodedScalar(.jsonString, opening..<place, from: start)
        }
    }

    /// Decodes an escape, after its backslash.
    private mutating func escape() throws(ReadingProblem) {
        let start = place - 1
        let letter = current ?? 0
        place += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): tree.decode(CollectionOfOne(letter))
        case UInt8(ascii: "b"): tree.decode(CollectionOfOne(0x08))
        case UInt8(ascii: "f"): tree.decode(CollectionOfOne(0x0C))
        case UInt8(ascii: "n"): tree.decode(CollectionOfOne(0x0A))
        case UInt8(ascii: "r"): tree.decode(CollectionOfOne(0x0D))
        case UInt8(ascii: "t"): tree.decode(CollectionOfOne(0x09))
        case UInt8(ascii: "u"): tree.decode(String(try scalar(from: start)).utf8)
        default:
            throw problem(
                "this is not a JSON escape", at: start, length: 2, hint: "write '\\\\' for a backslash")
        }
    }

    /// The character of a `\u` escape, or of two that make a surrogate pair.
    private mutating func scalar(from start: Int) throws(ReadingProblem) -> Unicode.Scalar {
        var value = try hexadecimal(from: start)
        if (0xD800...0xDBFF).contains(value), bytes[place...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
            place += 2
            let second = try hexadecimal(from: place - 2)
            let isPair = (0xDC00...0xDFFF).contains(second)
            value = isPair ? 0x10000 + (value - 0xD800) << 10 + (second - 0xDC00) : value
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw problem("half of a surrogate pair is not a character", at: start, length: 6)
        }
        return scalar
    }

    private mutating func hexadecimal(from start: Int) throws(ReadingProblem) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw problem("four hexadecimal digits were expected here", at: min(place, bytes.count))
            }
            value = value << 4 | UInt32(digit)
            place += 1
        }
        return value
    }
}
