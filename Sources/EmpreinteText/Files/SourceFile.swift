/// The bytes of one file and where its lines start. Lines end by LF or CRLF.
public struct SourceFile: Sendable {
    public let path: String
    public let bytes: [UInt8]
    private let lineStarts: [Int]

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        var starts = [0]
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
        lineStarts = starts
    }

    public var lineCount: Int { lineStarts.count }

    /// The text of a line, from 1, without its end; empty beyond the file.
    public func lineText(_ line: Int) -> String {
        String(decoding: bytes[lineBounds(line)], as: UTF8.self)
    }

    /// Where a byte offset is; offsets beyond the file are taken as its end. Logarithmic, plus the length of the line.
    public func location(at offset: Int) -> Location {
        let offset = min(max(offset, 0), bytes.count)
        let line = line(at: offset)
        return Location(path: path, line: line, column: 1 + characters(from: lineStarts[line - 1], to: offset))
    }

    /// The byte offsets of a line, from 1, without its end; empty beyond the file.
    func lineBounds(_ line: Int) -> Range<Int> {
        guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
        let lower = lineStarts[line - 1]
        guard line < lineStarts.count else { return lower..<bytes.count }
        let upper = lineStarts[line] - 1
        return lower..<(upper > lower && bytes[upper - 1] == UInt8(ascii: "\r") ? upper - 1 : upper)
    }

    private func line(at offset: Int) -> Int {
        var lower = 0
        var upper = lineStarts.count
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if lineStarts[middle] <= offset { lower = middle } else { upper = middle }
        }
        return lower + 1
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
