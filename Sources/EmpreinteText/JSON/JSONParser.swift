/// Goes through the values of a JSON file from left to right; the tree keeps what is open.
struct JSONParser {
    var tree: TreeBuilder
    var place: Int
    let bytes: [UInt8]
    /// Whether each open collection is an object.
    private var open: [Bool] = []

    init(_ tree: TreeBuilder, from start: Int) {
        self.tree = tree
        bytes = tree.bytes
        place = start
    }

    mutating func read(_ diagnostics: inout Diagnostics) throws(ReadingProblem) {
        repeat {
            skipBlanks()
            if try opened() { continue }
            try closed(&diagnostics)
        } while !open.isEmpty
        skipBlanks()
        guard place == bytes.count else { throw problem("text after the end of the value") }
    }

    /// Reads a value, or as much of it as its first key; whether the value is a collection with something in it.
    private mutating func opened() throws(ReadingProblem) -> Bool {
        guard let byte = current, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") else {
            try plainValue()
            return false
        }
        let isObject = byte == UInt8(ascii: "{")
        tree.begin(isObject ? .flowMapping : .flowSequence, at: place)
        open.append(isObject)
        try tree.checkLimits(at: place)
        place += 1
        skipBlanks()
        guard let next = current, next != (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { return false }
        if isObject { try key() }
        return true
    }

    /// Reads what follows a value: the ends of collections, then a comma unless all are closed.
    private mutating func closed(_ diagnostics: inout Diagnostics) throws(ReadingProblem) {
        var isEmpty = tree.isInnermostEmpty
        while let isObject = open.last {
            skipBlanks()
            let bracket = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
            if current == bracket {
                place += 1
                open.removeLast()
                _ = tree.end(at: place, &diagnostics)
                isEmpty = false
                continue
            }
            let expected = isObject ? "'}'" : "']'"
            guard current == UInt8(ascii: ","), !isEmpty else {
                throw problem(isEmpty ? "\(expected) was expected here" : "a ',' or \(expected) was expected here")
            }
            let comma = place
            place += 1
            skipBlanks()
            if current == bracket {
                throw problem("nothing follows this ','", at: comma, hint: "remove the last comma")
            }
            if isObject { try key() }
            return
        }
    }

    private mutating func key() throws(ReadingProblem) {
        guard current == UInt8(ascii: "\"") else {
            throw problem("a key in double quotes was expected here", hint: quoteHint)
        }
        try string()
        skipBlanks()
        guard current == UInt8(ascii: ":") else { throw problem("a ':' was expected here") }
        place += 1
    }

    private mutating func plainValue() throws(ReadingProblem) {
        let start = place
        switch current ?? 0 {
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: throw unexpected()
        }
        try tree.checkLimits(at: start)
    }

    // MARK: Words and numbers

    private mutating func word(_ word: StaticString) throws(ReadingProblem) {
        let upper = wordEnd(place)
        guard bytes[place..<upper].elementsEqual(word.description.utf8) else { throw unexpected() }
        tree.scalar(.plain, place..<upper, text: place..<upper)
        place = upper
    }

    private mutating func number() throws(ReadingProblem) {
        let start = place
        if current == UInt8(ascii: "-") { place += 1 }
        if current == UInt8(ascii: "I") { throw unexpected(at: start) }
        if current == UInt8(ascii: "0") {
            place += 1
            if let byte = current, isDigit(byte) {
                throw problem("a number cannot start with 0", at: start, hint: "quote it if it is a code")
            }
        } else {
            try digits()
        }
        if current == UInt8(ascii: ".") {
            place += 1
            try digits()
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            place += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { place += 1 }
            try digits()
        }
        tree.scalar(.plain, start..<place, text: start..<place)
    }

    private mutating func digits() throws(ReadingProblem) {
        guard let byte = current, isDigit(byte) else { throw problem("a digit was expected here") }
        while let byte = current, isDigit(byte) { place += 1 }
    }

    // MARK: Bytes

    var current: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipBlanks() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    /// The end of the letters and digits from a place on.
    private func wordEnd(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, isDigit(bytes[end]) || bytes[end] | 0x20 >= 0x61 && bytes[end] | 0x20 <= 0x7A {
            end += 1
        }
        return end
    }

    // MARK: Problems

    func problem(_ message: String, at offset: Int? = nil, length: Int = 1, hint: String? = nil) -> ReadingProblem {
        let lower = offset ?? place
        let isAtEnd = lower >= bytes.count
        let upper = isAtEnd ? lower : lower + max(length, UTF8Check.length(of: bytes[lower]))
        let range = SourceRange(file: tree.file, lowerBound: lower, upperBound: min(upper, bytes.count))
        let words = isAtEnd ? "the file ends too early: \(message)" : message
        return ReadingProblem(.error("json.syntax", words, at: range, hint: hint))
    }

    private func unexpected(at start: Int? = nil) -> ReadingProblem {
        let start = start ?? place
        guard let byte = current, start < bytes.count else { return problem("a value was expected here") }
        if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") {
            return problem("JSON has no comments", at: start)
        }
        let end = wordEnd(place)
        guard end > place else { return problem("a value was expected here", at: start, hint: quoteHint) }
        let word = String(decoding: bytes[start..<min(end, start + 40)], as: UTF8.self)
        let isNumber = ["NaN", "Infinity", "-Infinity"].contains(word)
        return problem(
            "'\(word)' is not a JSON value", at: start, length: end - start,
            hint: isNumber ? "write null, or leave the key out" : "put text in double quotes")
    }

    private var quoteHint: String? {
        current == UInt8(ascii: "'") ? "JSON strings are in double quotes" : nil
    }
}
