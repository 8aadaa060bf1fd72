#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Builds a tree from values in the order they are read, counting depth and values against the limits.
struct TreeBuilder {
    /// What the readers call their own problems.
    enum Dialect: String {
        case yaml, json, csv
    }

    let file: FileID
    let bytes: [UInt8]
    let dialect: Dialect
    let limits: Limits
    private(set) var decoded: [UInt8] = []
    private(set) var records: [Tree.Record] = []
    private var children: [Int32] = []
    /// The children of the collections that are open, each after those of the collection around it.
    var pending: [Int32] = []
    private var open: [Open] = []
    private(set) var roots: [Int32] = []
    /// The end of the last value written.
    private(set) var lastEnd = 0
    /// How many values there are, aliases expanded.
    private(set) var expanded = 0
    private(set) var hasAliases = false
    /// Scratch for ``checkKeys(from:_:)``.
    var keyTable: [Int32] = []

    private struct Open {
        let record: Int32
        let firstChild: Int
        let expandedBefore: Int
        var height = 0
    }

    /// A finished value that an alias can repeat.
    struct Finished {
        let record: Int32
        let expanded: Int
        let height: Int
    }

    init(file: FileID, bytes: [UInt8], dialect: Dialect, limits: Limits) {
        self.file = file
        self.bytes = bytes
        self.dialect = dialect
        self.limits = limits
        // About what people write: a value for every twenty bytes.
        records.reserveCapacity(bytes.count / 20)
        children.reserveCapacity(bytes.count / 20)
    }

    var depth: Int { open.count }

    /// Whether the innermost open collection is written with brackets.
    var isInnermostFlow: Bool {
        guard let shape = open.last.map({ records[Int($0.record)].shape }) else { return false }
        return shape == .flowSequence || shape == .flowMapping
    }

    /// Whether the innermost open collection has nothing in it yet.
    var isInnermostEmpty: Bool { open.last.map { $0.firstChild == pending.count } ?? false }

    /// Forgets the last roots, which were not read to their end.
    mutating func keepRoots(_ count: Int) { roots.removeLast(max(0, roots.count - count)) }

    /// The nodes at the root, one a document.
    consuming func finish() -> [Node] {
        let roots = roots
        let tree = Tree(file: file, bytes: bytes, decoded: decoded, records: records, children: children)
        return roots.map { Node(tree: tree, index: $0) }
    }

    // MARK: Scalars

    /// Adds a scalar whose text is a stretch of the file.
    mutating func scalar(_ shape: Tree.Shape, _ range: Range<Int>, text: Range<Int>) {
        append(
            Tree.Record(
                shape: shape, lower: Self.offset(range.lowerBound), upper: Self.offset(range.upperBound),
                start: Self.offset(text.lowerBound), count: Self.offset(text.count)))
    }

    /// Adds a scalar with its text; `raw` is where the text would be were it written as it reads.
    mutating func scalar(
        _ shape: Tree.Shape, _ range: Range<Int>, raw: Range<Int>, text: UnsafeBufferPointer<UInt8>
    ) {
        let isWrittenAsRead = unsafe bytes.withUnsafeBufferPointer { bytes in
            guard raw.count == text.count else { return false }
            guard let base = bytes.baseAddress, let start = text.baseAddress else { return true }
            return unsafe memcmp(base + raw.lowerBound, start, text.count) == 0
        }
        if isWrittenAsRead { return scalar(shape, range, text: raw) }
        let start = decoded.count
        unsafe decoded.append(contentsOf: text)
        decodedScalar(shape, range, from: start)
    }

    /// Adds a scalar whose text is what was decoded since a place.
    mutating func decodedScalar(_ shape: Tree.Shape, _ range: Range<Int>, from start: Int) {
        append(
            Tree.Record(
                shape: shape, isDecoded: true, lower: Self.offset(range.lowerBound),
                upper: Self.offset(range.upperBound), start: Self.offset(start),
                count: Self.offset(decoded.count - start)))
    }

    mutating func decode(_ bytes: some Sequence<UInt8>) { decoded.append(contentsOf: bytes) }

    // MARK: Collections

    mutating func begin(_ shape: Tree.Shape, at lower: Int) {
        let index = Int32(truncatingIfNeeded: records.count)
        let expandedBefore = expanded
        append(Tree.Record(shape: shape, lower: Self.offset(lower), upper: Self.offset(lower), start: 0, count: 0))
        open.append(Open(record: index, firstChild: pending.count, expandedBefore: expandedBefore))
    }

    /// Closes the innermost collection, at a place or where its last value ended.
    mutating func end(at upper: Int?, _ diagnostics: inout Diagnostics) -> Finished? {
        guard let top = open.popLast() else { return nil }
        let index = Int(top.record)
        if records[index].shape.kind == .mapping { checkKeys(from: top.firstChild, &diagnostics) }
        let upper = upper ?? max(lastEnd, Int(records[index].lower))
        records[index].upper = Self.offset(upper)
        records[index].start = Self.offset(children.count)
        records[index].count = Self.offset(pending.count - top.firstChild)
        for place in top.firstChild..<pending.count { children.append(pending[place]) }
        pending.removeLast(pending.count - top.firstChild)
        lastEnd = upper
        raise(top.height + 1)
        return Finished(record: top.record, expanded: expanded - top.expandedBefore, height: top.height + 1)
    }

    /// Repeats a finished value in another place.
    mutating func alias(_ value: Finished, endingAt upper: Int) {
        place(value.record)
        expanded += value.expanded
        hasAliases = true
        lastEnd = upper
        raise(value.height)
    }

    /// The last scalar, as an alias can repeat it.
    var lastScalar: Finished { Finished(record: Int32(truncatingIfNeeded: records.count - 1), expanded: 1, height: 0) }

    private mutating func append(_ record: Tree.Record) {
        place(Int32(truncatingIfNeeded: records.count))
        records.append(record)
        expanded += 1
        lastEnd = Int(record.upper)
    }

    /// Puts a value in the collection that is open, or at the root.
    private mutating func place(_ index: Int32) {
        if open.isEmpty { roots.append(index) } else { pending.append(index) }
    }

    private mutating func raise(_ height: Int) {
        guard !open.isEmpty else { return }
        open[open.count - 1].height = max(open[open.count - 1].height, height)
    }

    /// Offsets fit: files are under a gibibyte.
    private static func offset(_ value: Int) -> Int32 { Int32(truncatingIfNeeded: value) }
}
