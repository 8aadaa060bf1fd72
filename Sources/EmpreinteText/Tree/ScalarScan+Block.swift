extension ScalarScan {
    /// Reads a literal or folded block from its indicator on, as far as its text goes.
    mutating func block(_ finder: inout PlaceFinder) {
        skipLine()
        let indent = indentation()
        var text = decoded.startIndex
        // After this only line ends are left, as many as chomping kept.
        let tail = decoded.lastIndex { $0 != UInt8(ascii: "\n") }.map { $0 + 1 } ?? decoded.startIndex

        while text < tail {
            skipIndentation(indent)
            let start = place
            let startsBlank = isBlank(place)
            while place < bytes.count, breakLength(place) == 0 { place += 1 }
            finder.piece(start..<place, decodedTo: place - start)
            text += place - start
            if text >= tail { break }
            let mayFold = shape == .folded && start < place && !startsBlank
            text += mayFold ? foldedEnd(indent, &finder) : lineEnd(&finder)
        }
        while text < decoded.endIndex, place < bytes.count {
            text += lineEnd(&finder)
            skipIndentation(indent)
            guard breakLength(place) > 0 else { return }
        }
    }

    /// The end of a line that does not start with a blank: joined with the next line when that does not either.
    ///
    /// Alone it is a space; before empty lines it is nothing, and they stand for themselves.
    private mutating func foldedEnd(_ indent: Int, _ finder: inout PlaceFinder) -> Int {
        var ahead = self
        var count = 0
        while ahead.breakLength(ahead.place) > 0 {
            ahead.place += ahead.breakLength(ahead.place)
            ahead.skipIndentation(indent)
            count += 1
        }
        if breakLength(place) == 3 || isBlank(ahead.place) { return lineEnd(&finder) }
        if count > 1 {
            place += breakLength(place)
            return 0
        }
        finder.piece(place..<ahead.place, decodedTo: 1)
        place = ahead.place
        return 1
    }

    private mutating func lineEnd(_ finder: inout PlaceFinder) -> Int {
        let length = breakLength(place)
        guard length > 0 else { return 1 }
        finder.piece(place..<place + length, decodedTo: length == 3 ? 3 : 1)
        place += length
        return length == 3 ? 3 : 1
    }

    /// How many spaces the block's lines start with: what the first line has in the source and not in the text.
    private func indentation() -> Int {
        var ahead = self
        guard let first = decoded.firstIndex(where: { $0 != UInt8(ascii: "\n") }) else { return .max }
        for _ in decoded.startIndex..<first { ahead.skipLine() }
        let start = ahead.place
        ahead.skipIndentation(.max)
        let kept = decoded[first...].prefix { $0 == UInt8(ascii: " ") }.count
        return max(0, ahead.place - start - kept)
    }

    private mutating func skipIndentation(_ indent: Int) {
        var count = 0
        while count < indent, place < bytes.count, bytes[place] == UInt8(ascii: " ") {
            place += 1
            count += 1
        }
    }

    private mutating func skipLine() {
        while place < bytes.count, breakLength(place) == 0 { place += 1 }
        place += breakLength(place)
    }
}
