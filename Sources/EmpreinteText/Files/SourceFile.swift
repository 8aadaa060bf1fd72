/// The bytes of one file, whose lines end by LF or CRLF.
///
/// Lines are counted when somebody asks where something is: most files are never asked, and counting is quick.
public struct SourceFile: Sendable {
    /// The path it was read by.
    public let path: String
    /// What it holds.
    public let bytes: [UInt8]

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    private static func countBreaks(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        // Over a pointer, the loop takes many bytes at a time; the range is inside the array.
        unsafe bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return 0 }
            var count: UInt32 = 0
            for place in range { unsafe count &+= start[place] == UInt8(ascii: "\n") ? 1 : 0 }
            return Int(count)
        }
    }

    /// How many lines there are, the last one even when it is empty.
    public var lineCount: Int { 1 + Self.countBreaks(bytes, 0..<bytes.count) }

    /// The text of a line, from 1, without its end; empty beyond the file.
    public func lineText(_ line: Int) -> String {
        String(decoding: bytes[lineBounds(line)], as: UTF8.self)
    }

    /// Where a byte offset is; offsets beyond the file are taken as its end.
    ///
    /// - Complexity: O(offset), many bytes at a time.
    public func location(at offset: Int) -> Location {
        let offset = min(max(offset, 0), bytes.count)
        let line = 1 + Self.countBreaks(bytes, 0..<offset)
        let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return Location(path: path, line: line, column: 1 + characters(from: start, to: offset))
    }

    /// The byte offsets of a line, from 1, without its end; empty beyond the file.
    func lineBounds(_ line: Int) -> Range<Int> {
        guard let lower = lineStart(line) else { return bytes.count..<bytes.count }
        guard var upper = bytes[lower...].firstIndex(of: UInt8(ascii: "\n")) else { return lower..<bytes.count }
        if upper > lower, bytes[upper - 1] == UInt8(ascii: "\r") { upper -= 1 }
        return lower..<upper
    }

    /// Where a line starts, or nothing when the file has fewer.
    private func lineStart(_ line: Int) -> Int? {
        guard line >= 1 else { return nil }
        var place = 0
        for _ in 1..<line {
            guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            place = end + 1
        }
        return place
    }

    /// How many characters start before an offset, not counting one the offset falls inside of.
    ///
    /// Two ASCII bytes in a row never belong to one character, so only stretches around other bytes become text.
    private func characters(from lower: Int, to offset: Int) -> Int {
        var count = 0
        var start = lower
        for index in lower..<offset where bytes[index] < 0x80 && (index + 1 == bytes.count || bytes[index + 1] < 0x80) {
            count += index == start ? 1 : String(decoding: bytes[start...index], as: UTF8.self).count
            start = index + 1
        }
        guard start < offset else { return count }
        let partial = String(decoding: bytes[start..<offset], as: UTF8.self).count
        let next = min(offset + UTF8Check.length(of: bytes[min(offset, bytes.count - 1)]), bytes.count)
        let joined = String(decoding: bytes[start..<next], as: UTF8.self).count
        return count + partial - (next > offset && joined == partial ? 1 : 0)
    }
}
