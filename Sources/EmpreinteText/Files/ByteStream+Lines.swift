extension ByteStream {
    /// The next line with its end, LF or CRLF; nothing at the end of the source.
    ///
    /// A line that the window cannot hold is cut: it alone does not end by LF.
    public mutating func nextLine() throws(FileError) -> ArraySlice<UInt8>? {
        var searched = 0
        while true {
            if let end = bytes[lower + searched..<upper].firstIndex(of: UInt8(ascii: "\n")) {
                defer { consume(upTo: end + 1) }
                return bytes[lower...end]
            }
            searched = upper - lower
            guard try fill() else {
                guard searched > 0 else { return nil }
                defer { consume(upTo: upper) }
                return bytes[lower..<upper]
            }
        }
    }
}
