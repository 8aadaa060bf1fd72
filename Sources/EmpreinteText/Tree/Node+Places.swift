extension Node {
    /// The place in the file of a part of a scalar's decoded text, in UTF-8 offsets of ``text``.
    ///
    /// What was escaped or folded maps to the escape or the fold. The part is clamped to the text; for collections
    /// the answer is their whole range. Constant for text written as it reads, else linear in the scalar.
    public func range(of part: Range<Int>) -> SourceRange {
        let record = record
        guard record.shape.kind == .scalar else { return range }
        let count = Int(record.count)
        let lower = min(max(part.lowerBound, 0), count)
        let upper = min(max(part.upperBound, lower), count)
        guard record.isDecoded else {
            let start = Int(record.start)
            return SourceRange(file: tree.file, lowerBound: start + lower, upperBound: start + upper)
        }
        var finder = PlaceFinder(lower, upper)
        var scan = ScalarScan(tree.bytes, record, decoded: tree.text(of: record))
        scan.read(&finder)
        let places = finder.places(orElse: scan.end)
        return SourceRange(file: tree.file, lowerBound: places.lowerBound, upperBound: places.upperBound)
    }
}

/// Receives the pieces of a scalar in order, and keeps the source places of two decoded offsets.
struct PlaceFinder {
    private let lower: Int
    private let upper: Int
    private var decoded = 0
    private var lowerPlace: Int?
    private var upperPlace: Int?

    init(_ lower: Int, _ upper: Int) {
        self.lower = lower
        self.upper = upper
    }

    /// A piece of source that decodes to some bytes; as many bytes as in the source means that they are the same.
    mutating func piece(_ source: Range<Int>, decodedTo count: Int) {
        guard count > 0, upperPlace == nil else { return }
        let isSame = source.count == count
        if lowerPlace == nil, lower < decoded + count {
            lowerPlace = isSame ? source.lowerBound + lower - decoded : source.lowerBound
            if lower == upper { upperPlace = lowerPlace }
        }
        if upperPlace == nil, upper <= decoded + count, lowerPlace != nil {
            upperPlace = isSame ? source.lowerBound + upper - decoded : source.upperBound
        }
        decoded += count
    }

    /// The places found; those at the end of the text are at `end`.
    func places(orElse end: Int) -> Range<Int> {
        let lower = lowerPlace ?? end
        return lower..<max(lower, upperPlace ?? end)
    }
}
