/// Canonical unit texts in the words of a language: `kgCO2e/year` as "t CO2e a year" or "t CO2e par an".
///
/// Names it does not know are said as they are written; a text that is no unit comes back whole.
public struct UnitWords: Sendable, Hashable {
    /// The language of the words.
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// Whether amounts move to the multiple people use.
    public enum Scale: String, Sendable, Hashable {
        /// 8 255 kg is said 8.26 t.
        case compact
        /// Every amount stays in its unit.
        case fixed
    }

    /// One multiple of a unit, ready to be written after numbers.
    public struct Measure: Sendable, Hashable {
        /// The power of ten by which values are divided.
        public let exponent: Int
        /// Short, for columns whose title says the rest: `t`.
        public let symbol: String
        /// In full: `t CO2e a year`.
        public let words: String
        /// What stands between a number and the unit.
        let joint: String

        /// The value in this multiple.
        public func scaled(_ value: Double) -> Double { value.shifted(by: -exponent) }
    }

    /// The multiple that suits amounts up to a size.
    ///
    /// Amounts, and amounts a year or a person, move to the usual multiple; a ratio such as `kgCO2e/kWh` stays as its
    /// source publishes it.
    public func measure(of unit: String, upTo largest: Double, scale: Scale = .compact) -> Measure {
        guard let parts = Parts(unit) else { return measure(exponent: 0, words: unit) }
        let own = parts.above.count == 1 ? UnitWord.named(parts.above[0]) : nil
        var shown = own
        if scale == .compact, parts.isAmount, let own, let family = own.family, largest.isFinite, largest != 0 {
            let inFirstUnit = largest.magnitude.shifted(by: own.exponent)
            shown = UnitWord.usual(family, for: inFirstUnit) ?? own
        }
        let exponent = (shown?.exponent ?? 0) - (own?.exponent ?? 0)
        let top = shown?.word(language) ?? product(parts.above)
        let symbol = parts.isAmount ? shown?.symbol(language) ?? top : nil
        return measure(exponent: exponent, symbol: symbol, words: phrase(top, parts))
    }

    /// The figure in full, in the multiple that suits it: `8.26 t CO2e a year`.
    public func text(_ figure: Figure, scale: Scale = .compact, digits: Int = 3) -> String {
        let measure = measure(of: figure.unit, upTo: figure.value, scale: scale)
        let number = NumberStyle(language, digits: digits).text(measure.scaled(figure.value))
        return number + measure.joint + measure.words
    }

    /// The figure with the bare symbol of its amount, where the rest is said elsewhere: `8.26 t`, never on two lines.
    public func short(_ figure: Figure, digits: Int = 3) -> String {
        let measure = measure(of: figure.unit, upTo: figure.value)
        let number = NumberStyle(language, digits: digits).text(measure.scaled(figure.value))
        return number + (measure.joint == " " ? "\u{A0}" : measure.joint) + measure.symbol
    }

    /// The range of a headline, in the multiple of its figure, which says the unit: `6.9 to 10.1`.
    func range(_ headline: Report.Headline, scale: Scale = .compact) -> String? {
        guard let range = headline.range else { return nil }
        let measure = measure(of: headline.figure.unit, upTo: headline.figure.value, scale: scale)
        return between(range, measure)
    }

    /// Two amounts, their unit said elsewhere: `6.9 to 10.1`.
    func between(_ range: ClosedRange<Double>, _ measure: Measure) -> String {
        let numbers = NumberStyle(language)
        let ends = [range.lowerBound, range.upperBound].map(measure.scaled)
        let decimals = numbers.decimals(for: ends)
        let (low, high) = (numbers.text(ends[0], decimals: decimals), numbers.text(ends[1], decimals: decimals))
        return language.say("\(low) to \(high)", "\(low) à \(high)")
    }

    // MARK: Phrases

    private func measure(exponent: Int, symbol: String? = nil, words: String) -> Measure {
        let isPercent = words.hasPrefix("%") || words.hasPrefix("‰")
        let joint = words.isEmpty || (isPercent && language == .en) ? "" : isPercent ? "\u{A0}" : " "
        return Measure(exponent: exponent, symbol: symbol ?? words, words: words, joint: joint)
    }

    private func phrase(_ top: String, _ parts: Parts) -> String {
        var words = top
        if !parts.below.isEmpty {
            words += top.isEmpty ? (language == .fr ? "par " : "per ") : "/"
            words += product(parts.below)
        }
        if let period = parts.period, let each = UnitWord.each(period, language) {
            words += words.isEmpty ? each : " " + each
        }
        return words
    }

    private func product(_ names: [String]) -> String {
        names.map { UnitWord.named($0)?.word(language) ?? $0 }.joined(separator: "-")
    }

    /// A canonical unit text taken apart: `kWh/(m2.year)` is kWh above, m2 below, each year.
    private struct Parts {
        var above: [String]
        var below: [String] = []
        var period: String?

        init?(_ unit: String) {
            let sides = unit.split(separator: "/", omittingEmptySubsequences: false)
            guard let top = sides.first, sides.count <= 2, !unit.contains(" ") else { return nil }
            above = top == "1" ? [] : top.split(separator: ".").map(String.init)
            guard var bottom = sides.dropFirst().first else { return }
            if bottom.hasPrefix("("), bottom.hasSuffix(")") { bottom = bottom.dropFirst().dropLast() }
            for name in bottom.split(separator: ".").map(String.init) {
                if period == nil, UnitWord.each(name, .en) != nil { period = name } else { below.append(name) }
            }
        }

        /// Whether it counts something, in all, each period or each person, rather than compares two things.
        var isAmount: Bool { !above.isEmpty && (below.isEmpty || below == ["person"]) }
    }
}

extension Double {
    /// The number with its decimal mark moved; a division when to the left, so that 1 473 gives exactly 1.473.
    fileprivate func shifted(by places: Int) -> Double {
        let power = (0..<abs(places)).reduce(1.0) { power, _ in power * 10 }
        return places < 0 ? self / power : self * power
    }
}
