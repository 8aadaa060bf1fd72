/// How numbers are written for people in a language: `8,255` and `8.26`, `8 255` and `8,26`.
public struct NumberStyle: Sendable, Hashable {
    /// The language whose marks it uses.
    public let language: Language
    /// Significant digits shown, from 1 to 15; the whole part is never rounded away.
    public let digits: Int

    public init(_ language: Language, digits: Int = 3) {
        self.language = language
        self.digits = min(max(digits, 1), 15)
    }

    /// The number to its significant digits, half away from zero, without idle zeros: `1,473`, `8.26`, `2`.
    public func text(_ value: Double) -> String {
        guard let number = rounded(value) else { return word(for: value) }
        return text(number, decimals: number.fractionLength)
    }

    /// The number with exactly that many decimals (0 to 15), half away from zero: `2.00`.
    public func text(_ value: Double, decimals: Int) -> String {
        guard var number = DecimalDigits(value) else { return word(for: value) }
        let decimals = min(max(decimals, 0), 15)
        number.round(decimals: decimals)
        return text(number, decimals: decimals)
    }

    /// How many decimals a number needs for its significant digits: 2 for 8.255, 0 for 1 473.
    public func decimals(for value: Double) -> Int {
        guard let number = rounded(value), !number.isZero else { return 0 }
        return max(0, digits - number.point)
    }

    /// How many decimals suit a column of numbers: those its largest needs, fewer when every last digit would be zero.
    public func decimals(for values: [Double]) -> Int {
        let finite = values.filter(\.isFinite)
        let most = decimals(for: finite.map(\.magnitude).max() ?? 0)
        return finite.reduce(0) { used, value in
            guard used < most, var number = DecimalDigits(value) else { return used }
            number.round(decimals: most)
            return max(used, number.fractionLength)
        }
    }

    /// The mark between the whole part and the decimals.
    var mark: Character { language == .fr ? "," : "." }

    // MARK: Writing

    private func rounded(_ value: Double) -> DecimalDigits? {
        guard var number = DecimalDigits(value) else { return nil }
        number.round(decimals: max(0, digits - number.point))
        return number
    }

    private func text(_ number: DecimalDigits, decimals: Int) -> String {
        let isLegible = number.isZero || (-4...15).contains(number.point)
        let sign = number.isNegative && !number.isZero ? "\u{2212}" : ""
        return sign + (isLegible ? plain(number, decimals: decimals) : powered(number))
    }

    private func plain(_ number: DecimalDigits, decimals: Int) -> String {
        var out = ""
        for position in stride(from: max(number.point, 1) - 1, through: -decimals, by: -1) {
            if position == -1 { out.append(mark) }
            out.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "0") + number[position]))
            if position > 0 && position % 3 == 0 { out += language == .fr ? "\u{202F}" : "," }
        }
        return out
    }

    /// Very large and very small numbers: `1.23 × 10¹⁸`.
    private func powered(_ number: DecimalDigits) -> String {
        var number = number
        number.round(decimals: digits - number.point)
        var out = ""
        for (index, digit) in number.digits.enumerated() {
            if index == 1 { out.append(mark) }
            out += String(digit)
        }
        out += "\u{A0}×\u{A0}10"
        for character in String(number.point - 1) {
            out += character.wholeNumberValue.map { Self.superscripts[$0] } ?? "⁻"
        }
        return out
    }

    private static let superscripts = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

    private func word(for value: Double) -> String {
        if value.isNaN { return language == .fr ? "indéfini" : "undefined" }
        return (value < 0 ? "\u{2212}" : "") + (language == .fr ? "infini" : "infinite")
    }
}
