/// Words and their codes, found by bytes.
public struct WordTable: Sendable {
    /// A word: its first eight bytes, where all of them are, and its code.
    private struct Entry: Sendable {
        let head: UInt64
        let lower: Int
        let count: Int
        let code: Int32
    }

    private var entries: [Entry] = []
    /// The words one after another, each followed by zeros.
    private var bytes: [UInt8] = []
    /// One more than the entry of a hash value or of one before it; 0 where there is none. At most a quarter is used.
    private var slots = [Int32](repeating: 0, count: 16)

    public init() {}

    /// A table of words; a repeated one keeps its first code.
    public init(_ words: some Sequence<(word: String, code: Int32)>) {
        for (word, code) in words {
            let text = Self.padded(Array(word.utf8))
            _ = insert(text.span, 0..<text.count - Self.padding, code: code)
        }
    }

    /// How many words there are.
    public var count: Int { entries.count }

    /// The words in the order added.
    public var words: [String] {
        entries.map { String(decoding: bytes[$0.lower..<$0.lower + $0.count], as: UTF8.self) }
    }

    /// The code of a word.
    public func code(of word: String) -> Int32? {
        let text = Self.padded(Array(word.utf8))
        return code(of: text.span, 0..<text.count - Self.padding)
    }

    /// The code of a word, which is the number of those before it where it is new.
    public mutating func intern(_ word: String) -> Int32 {
        let text = Self.padded(Array(word.utf8))
        return intern(text.span, 0..<text.count - Self.padding)
    }

    // MARK: Parts of a window, which eight bytes follow

    static let padding = 8

    static func padded(_ word: [UInt8]) -> [UInt8] { word + repeatElement(0, count: padding) }

    @inline(__always)
    func code(of text: Span<UInt8>, _ range: Range<Int>) -> Int32? {
        let entry = slots[slot(of: text, range)]
        return entry == 0 ? nil : entries[Int(entry) - 1].code
    }

    mutating func intern(_ text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
        code(of: text, range) ?? insert(text, range, code: Int32(clamping: entries.count))
    }

    private mutating func insert(_ text: Span<UInt8>, _ range: Range<Int>, code: Int32) -> Int32 {
        let slot = slot(of: text, range)
        guard slots[slot] == 0 else { return entries[Int(slots[slot]) - 1].code }
        entries.append(
            Entry(head: Self.word(of: text, range, 0), lower: bytes.count, count: range.count, code: code))
        for place in range { bytes.append(text[place]) }
        bytes.append(contentsOf: repeatElement(0, count: Self.padding))
        slots[slot] = Int32(clamping: entries.count)
        if entries.count * 4 > slots.count { grow() }
        return code
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 4)
        for (index, entry) in entries.enumerated() {
            let slot = slot(of: bytes.span, entry.lower..<entry.lower + entry.count)
            slots[slot] = Int32(clamping: index + 1)
        }
    }

    /// The slot that holds a word, or the free one where it would be.
    @inline(__always)
    private func slot(of text: Span<UInt8>, _ range: Range<Int>) -> Int {
        let head = Self.word(of: text, range, 0)
        var hash = head ^ UInt64(truncatingIfNeeded: range.count)
        var offset = 8
        while offset < range.count {
            hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ hash >> 29 ^ Self.word(of: text, range, offset)
            offset += 8
        }
        hash &*= 0x9E37_79B9_7F4A_7C15
        var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
        while slots[slot] != 0, !holds(Int(slots[slot]) - 1, head, text, range) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    @inline(__always)
    private func holds(_ index: Int, _ head: UInt64, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let entry = entries[index]
        guard entry.head == head, entry.count == range.count else { return false }
        var offset = 8
        while offset < range.count {
            let own = entry.lower..<entry.lower + entry.count
            guard Self.word(of: bytes.span, own, offset) == Self.word(of: text, range, offset) else { return false }
            offset += 8
        }
        return true
    }

    /// Eight bytes of a word, zeros after its end.
    @inline(__always)
    private static func word(of text: Span<UInt8>, _ range: Range<Int>, _ offset: Int) -> UInt64 {
        let left = range.count - offset
        let word = text.word(at: range.lowerBound + offset)
        return left >= 8 ? word : word & (1 << UInt64(8 * left) - 1)
    }
}
