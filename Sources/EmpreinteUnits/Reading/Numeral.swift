/// A decimal number inside a text: `-`, digits, `.` and digits, an exponent; nothing else is a number.
struct Numeral {
    let range: Range<Int>
    let value: Double

    static func read(_ bytes: Bytes, from start: Int) throws(UnitError) -> Numeral {
        let end = plainEnd(bytes, from: start)
        guard end > start else { throw notANumber(bytes, from: start) }
        if separatorWidth(bytes, at: end) > 0 { throw foreign(bytes, from: start) }
        let range = start..<end
        guard let value = Double(bytes.text(range)) else { throw notANumber(bytes, from: start) }
        guard value.isFinite else {
            throw UnitError("number.not_finite", "the number is too large", at: range)
        }
        return Numeral(range: range, value: value)
    }

    /// The end of the longest number, or `start` when there is none.
    private static func plainEnd(_ bytes: Bytes, from start: Int) -> Int {
        func digits(_ from: Int) -> Int { bytes.end(from: from, while: \.isDigit) }
        let first = bytes[start] == UInt8(ascii: "-") ? start + 1 : start
        var end = digits(first)
        guard end > first else { return start }
        if bytes[end] == UInt8(ascii: "."), bytes[end + 1].isDigit { end = digits(end + 1) }
        if bytes[end] | 0x20 == UInt8(ascii: "e") {
            let isSigned = bytes[end + 1] == UInt8(ascii: "-") || bytes[end + 1] == UInt8(ascii: "+")
            let exponent = end + (isSigned ? 2 : 1)
            if bytes[exponent].isDigit { end = digits(exponent) }
        }
        return end
    }
}

// MARK: - Other conventions

extension Numeral {
    /// The width of a mark that some countries write inside numbers, when digits follow it; a space needs three.
    private static func separatorWidth(_ bytes: Bytes, at position: Int) -> Int {
        let blank = bytes.blankWidth(at: position)
        if blank > 0 {
            let group = bytes.end(from: position + blank, while: \.isDigit)
            return group == position + blank + 3 ? blank : 0
        }
        let width =
            switch bytes[position] {
            case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "_"): 1
            default: bytes.starts(with: "’", at: position) ? 3 : 0
            }
        return width > 0 && bytes[position + width].isDigit ? width : 0
    }

    /// What is wrong with a number that has marks of grouping or a decimal comma, and the same number written right.
    private static func foreign(_ bytes: Bytes, from start: Int) -> UnitError {
        var groups: [Range<Int>] = []
        var marks: [UInt8] = []
        var position = bytes[start] == UInt8(ascii: "-") ? start + 1 : start
        while true {
            let end = bytes.end(from: position, while: \.isDigit)
            groups.append(position..<end)
            let width = separatorWidth(bytes, at: end)
            position = end
            guard width > 0 else { break }
            marks.append(bytes[end])
            position = end + width
        }
        let range = start..<position
        var decimals: Range<Int>?
        if let last = marks.last, last == UInt8(ascii: ",") || last == UInt8(ascii: "."),
            marks.count(where: { $0 == last }) == 1
        {
            decimals = groups.popLast()
        }
        let sign = bytes[start] == UInt8(ascii: "-") ? "-" : ""
        let whole = sign + groups.map(bytes.text).joined()
        let right = whole + (decimals.map { "." + bytes.text($0) } ?? "")
        if groups.count == 1, let decimals {
            let isAmbiguous = decimals.count == 3 && (1...3).contains(groups[0].count) && Double(whole) != 0
            return UnitError(
                "number.decimal_comma", "the decimal mark is a point", at: range,
                hint: "write `\(right)`" + (isAmbiguous ? ", or `\(whole + bytes.text(decimals))` for thousands" : ""),
                replacement: isAmbiguous ? nil : right)
        }
        guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
            return UnitError("number.syntax", "`\(bytes.text(range))` is not a number", at: range)
        }
        return UnitError(
            "number.grouping", "digits are not grouped", at: range, hint: "write `\(right)`", replacement: right)
    }

    private static func notANumber(_ bytes: Bytes, from start: Int) -> UnitError {
        let end = bytes.tokenEnd(from: start)
        let range = start..<end
        let text = bytes.text(range)
        if start == end { return UnitError("number.syntax", "a number is missing", at: range) }
        let word = text.lowercased().drop { "+-.".utf8.contains($0.utf8.first ?? 0) }
        if ["nan", "inf", "infinity"].contains(word) {
            return UnitError("number.not_finite", "`\(text)` is not a finite number", at: range)
        }
        let right: String? =
            switch (bytes[start], bytes[start + 1]) {
            case (UInt8(ascii: "+"), _): bytes.text(start + 1..<end)
            case (UInt8(ascii: "."), _): "0" + text
            case (UInt8(ascii: "-"), UInt8(ascii: ".")): "-0" + bytes.text(start + 1..<end)
            case _ where bytes.starts(with: "\u{2212}", at: start): "-" + bytes.text(start + 3..<end)
            default: nil
            }
        guard let right, plainEnd(Bytes(right), from: 0) == right.utf8.count else {
            return UnitError("number.syntax", "`\(text)` is not a number", at: range)
        }
        return UnitError(
            "number.syntax", "`\(text)` is not written as a number", at: range, hint: "write `\(right)`",
            replacement: right)
    }
}
