/// The bytes of one file and where its lines start. Lines end by LF or CRLF.
public struct SourceFile: Sendable {
    public let path: String
    public let bytes: [UInt8]
    /// How many line ends come before each block of bytes, and at last in the whole file: few numbers, quickly made,
    /// since most files are never asked for a line.
    private let breaks: [Int]
    private static let block = 4_096

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        var breaks = [0]
        breaks.reserveCapacity(bytes.count / Self.block + 2)
        var total = 0
        for start in stride(from: 0, to: bytes.count, by: Self.block) {
            total += Self.countBreaks(bytes, start..<min(start + Self.block, bytes.count))
            breaks.append(total)
        }
        self.breaks = breaks
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

    public var lineCount: Int { 1 + (breaks.last ?? 0) }

    /// The text of a line, from 1, without its end; empty beyond the file.
    public func lineText(_ line: Int) -> String {
        String(decoding: bytes[lineBounds(line)], as: UTF8.self)
    }

    /// Where a byte offset is; offsets beyond the file are taken as its end. Takes as long as the block of some
    /// thousand bytes around it, plus the length of the line.
    public func location(at offset: Int) -> Location {
        let offset = min(max(offset, 0), bytes.count)
        let block = offset / Self.block
        let line = 1 + breaks[block] + Self.countBreaks(bytes, block * Self.block..<offset)
        let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return Location(path: path, line: line, column: 1 + characters(from: start, to: offset))
    }

    /// The byte offsets of a line, from 1, without its end; empty beyond the file.
    func lineBounds(_ line: Int) -> Range<Int> {
        guard line >= 1, line <= lineCount else { return bytes.count..<bytes.count }
        let lower = lineStart(line)
        guard var upper = bytes[lower...].firstIndex(of: UInt8(ascii: "\n")) else { return lower..<bytes.count }
        if upper > lower, bytes[upper - 1] == UInt8(ascii: "\r") { upper -= 1 }
        return lower..<upper
    }

    /// Where a line of the file starts.
    private func lineStart(_ line: Int) -> Int {
        guard line > 1 else { return 0 }
        // The last block that fewer line ends come before than the line needs.
        var (block, upper) = (0, breaks.count)
        while upper - block > 1 {
            let middle = (block + upper) / 2
            if breaks[middle] < line - 1 { block = middle } else { upper = middle }
        }
        var left = line - 1 - breaks[block]
        var place = block * Self.block
        while left > 0 {
            if bytes[place] == UInt8(ascii: "\n") { left -= 1 }
            place += 1
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
