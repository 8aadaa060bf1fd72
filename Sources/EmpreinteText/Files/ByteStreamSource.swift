/// Where a stream's bytes come from: a file, standard input, memory.
public protocol ByteSource: Sendable {
    /// Reads the next bytes.
    ///
    /// - Parameters:
    ///   - buffer: where they go, from `place` on; it already has room for `max` bytes there.
    ///   - max: how many may be written, at least one.
    /// - Returns: how many were written, any number from 1 to `max`; 0 at the end.
    mutating func read(into buffer: inout [UInt8], at place: Int, max: Int) throws(FileError) -> Int
}

/// Bytes held in memory, given out in pieces.
public struct MemorySource: ByteSource {
    private let bytes: [UInt8]
    private let piece: Int
    private var next = 0

    /// - Parameter piece: how many bytes are given at a time, at least one.
    public init(_ bytes: [UInt8], piece: Int = .max) {
        self.bytes = bytes
        self.piece = Swift.max(piece, 1)
    }

    public init(_ text: String, piece: Int = .max) {
        self.init(Array(text.utf8), piece: piece)
    }

    public mutating func read(into buffer: inout [UInt8], at place: Int, max: Int) -> Int {
        let count = min(bytes.count - next, piece, max)
        buffer.replaceSubrange(place..<place + count, with: bytes[next..<next + count])
        next += count
        return count
    }
}
