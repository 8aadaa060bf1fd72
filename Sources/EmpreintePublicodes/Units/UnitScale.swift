/// The few words that are known to measure the same thing, and by how much they differ.
enum UnitScale {
    /// Which words measure the same thing.
    private static let scales: [String: Int] = [
        "an": 0, "trimestre": 0, "mois": 0, "jour": 0, "k€": 1, "€": 1, "kg": 2, "g": 2, "mg": 2,
        "km": 3, "m": 3, "cm": 3, "mm": 3,
    ]

    /// How many of the smaller words make one of the larger, by `larger` then `smaller`.
    private static let counts: [String: [String: Double]] = [
        "an": ["mois": 12, "jour": 365, "trimestre": 4],
        "mois": ["jour": 365.0 / 12],
        "trimestre": ["mois": 3, "jour": 365.0 / 12 * 3],
        "k€": ["€": 1000],
        "kg": ["g": 1000, "mg": 1_000_000],
        "g": ["mg": 1000],
        "km": ["m": 1000, "cm": 100_000, "mm": 1_000_000],
        "m": ["cm": 100, "mm": 1000],
        "cm": ["mm": 10],
    ]

    /// The scale of a word, or nothing.
    static func scale(of word: String) -> Int? { scales[word] }

    static func areAlike(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        guard let scale = scale(of: a) else { return false }
        return scale == self.scale(of: b)
    }

    /// What a number in one word is multiplied by to be in another; nothing for the same word and for strangers.
    private static func factor(from: String, to: String) -> Double? {
        counts[from]?[to] ?? counts[to]?[from].map { 1 / $0 }
    }

    /// The factor from words to words, each taken to the first it can become.
    private static func factor(from: [String], to: [String]) -> Double {
        var factor = 1.0
        let percents = to.count { $0 == "%" } - from.count { $0 == "%" }
        for _ in 0..<percents.magnitude { factor = percents > 0 ? factor * 100 : factor / 100 }
        for word in from {
            for target in to {
                guard let ratio = self.factor(from: word, to: target) else { continue }
                factor *= ratio
                break
            }
        }
        return factor
    }

    /// How a number in one unit becomes one in another, or nothing when the units do not convert.
    static func conversion(from: FreeUnit, to: FreeUnit) -> UnitConversionFactors? {
        guard areConvertible(from, to) else { return nil }
        let (fromRest, fromFactor) = reduced(from)
        let (toRest, toFactor) = reduced(to)
        return UnitConversionFactors(factors: [
            fromFactor / toFactor, factor(from: fromRest.numerators, to: toRest.numerators),
            factor(from: toRest.denominators, to: fromRest.denominators),
        ])
    }

    /// A unit with nothing left to cancel, and the factor that took.
    private static func reduced(_ unit: FreeUnit) -> (FreeUnit, Double) {
        (
            unit.withoutPercent.cancelled(areAlike),
            factor(from: unit.numerators, to: unit.denominators)
        )
    }

    private static let synonyms: [String: String] = ["kW.h": "kWh", "mn/h": "noeud"]

    private static func areConvertible(_ a: FreeUnit, _ b: FreeUnit) -> Bool {
        if balance(a) == balance(b) { return true }
        let (first, second) = (a.description, b.description)
        return synonyms[first] == second || synonyms[second] == first
    }

    /// How many times each word counts, words of one scale together and percentages not at all.
    private static func balance(_ unit: FreeUnit) -> [String: Int] {
        var counts: [String: Int] = [:]
        for word in unit.numerators where word != "%" { counts[key(word), default: 0] += 1 }
        for word in unit.denominators where word != "%" { counts[key(word), default: 0] -= 1 }
        return counts.filter { $0.value != 0 }
    }

    private static func key(_ word: String) -> String { scale(of: word).map { "\u{0}\($0)" } ?? word }
}

/// What a number is multiplied by, one after the other, to be in another unit.
///
/// Apart, they give round numbers where their product would not: 1.2 × 1000 ÷ 12 is 100.
struct UnitConversionFactors: Sendable, Hashable {
    /// None of them 1.
    let factors: [Double]

    static let none = UnitConversionFactors(factors: [])

    init(factors: [Double]) { self.factors = factors.filter { $0 != 1 } }

    func apply(to number: Double) -> Double { factors.reduce(number, *) }
}
