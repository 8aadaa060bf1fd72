/// A window that slides over a source of bytes, so that whole lines can be read where they stand.
///
/// Memory is that of the window, whatever the size of the source. The last line always ends: when the source ends
/// without a line end, one is put there.
public struct ByteStream: Sendable {
    private var source: any ByteSource
    /// The window: what was read is `lower..<upper`, followed by at least `padding` zeros.
    private(set) var bytes: [UInt8]
    private(set) var lower = 0
    private(set) var upper = 0
    /// Whether the source has nothing more than what is in the window.
    private(set) var isComplete = false
    private let limit: Int

    /// How many bytes after the window may be read, as zeros.
    static let padding = 16

    /// - Parameters:
    ///   - window: how many bytes are kept at a time.
    ///   - limit: how far the window may grow for one record that does not fit.
    public init(_ source: any ByteSource, window: Int = 128 << 10, limit: Int = 1 << 20) {
        self.source = source
        self.limit = min(max(limit, window, 16), 1 << 30)
        bytes = [UInt8](repeating: 0, count: min(max(window, 16), self.limit) + Self.padding)
    }

    /// Up to `count` bytes from the beginning of what was not consumed, to see what sort of file it is.
    public mutating func head(_ count: Int) throws(FileError) -> ArraySlice<UInt8> {
        if upper - lower < count { _ = try fill() }
        return bytes[lower..<min(upper, lower + max(count, 0))]
    }

    /// Lets the bytes before a place of the window go.
    mutating func consume(upTo place: Int) { lower = place }

    /// Slides the window past what was consumed and fills it; a window full of unconsumed bytes grows.
    ///
    /// - Returns: whether there is more in the window than before.
    mutating func fill() throws(FileError) -> Bool {
        guard !isComplete else { return false }
        let kept = upper - lower
        if lower > 0 {
            for place in 0..<kept { bytes[place] = bytes[lower + place] }
            (lower, upper) = (0, kept)
        }
        if kept == capacity {
            guard capacity < limit else { return false }
            let growth = min(capacity, limit - capacity)
            bytes.append(contentsOf: repeatElement(0, count: growth))
        }
        while upper < capacity {
            // What a source claims is not trusted further than the window.
            let count = try source.read(into: &bytes, at: upper, max: capacity - upper)
            guard count > 0, bytes.count >= upper + count + Self.padding else {
                isComplete = true
                break
            }
            upper += count
        }
        if isComplete, upper > 0, bytes[upper - 1] != UInt8(ascii: "\n") {
            bytes[upper] = UInt8(ascii: "\n")
            bytes.append(0)
            upper += 1
        }
        for place in upper..<min(upper + Self.padding, bytes.count) { bytes[place] = 0 }
        return upper > kept
    }

    private var capacity: Int { bytes.count - Self.padding }
}
