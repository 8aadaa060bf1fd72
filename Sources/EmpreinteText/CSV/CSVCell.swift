/// Where a cell's text stands in the window, quotes left out.
struct CSVCell: Sendable {
    let lower: UInt32
    private let packed: UInt32

    init(_ lower: Int, _ upper: Int, hasDoubledQuotes: Bool = false) {
        self.lower = UInt32(truncatingIfNeeded: lower)
        packed = UInt32(truncatingIfNeeded: upper) << 1 | (hasDoubledQuotes ? 1 : 0)
    }

    @inline(__always)
    var range: Range<Int> { Int(lower)..<Int(packed >> 1) }

    var isEmpty: Bool { packed >> 1 == lower }

    /// Whether two quotes stand for one in the text.
    var hasDoubledQuotes: Bool { packed & 1 == 1 }
}

/// Where a record stands in the window, its line end left out.
struct CSVRecord: Sendable {
    let lower: Int
    let upper: Int
    let line: Int
}
