/// A product and quotient of words, whatever they are: in this language any word is a unit.
///
/// Words are kept in the order written and never cancelled by themselves; that is what operations do.
struct FreeUnit: Hashable, Sendable {
    var numerators: [String] = []
    var denominators: [String] = []

    static let none = FreeUnit()
    static let percent = FreeUnit(numerators: ["%"])

    init(numerators: [String] = [], denominators: [String] = []) {
        self.numerators = numerators
        self.denominators = denominators
    }

    /// Reads `kg.m2/an/personne`; nothing when a space follows a slash.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        for part in parts.dropFirst() where part.first == " " { return nil }
        numerators = Self.words(in: parts.first ?? "")
        denominators = parts.dropFirst().flatMap(Self.words)
    }

    private static func words(in part: Substring) -> [String] {
        part.split(separator: ".").flatMap { piece -> [String] in
            let word = piece.trimmed
            guard !word.isEmpty else { return [] }
            // `m2` is `m` twice; a word of digits alone is a word.
            let digits = word.utf8.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
            guard digits > 0, digits <= 2, digits < word.utf8.count, let power = Int(word.suffix(digits)),
                power > 0, power < 10
            else { return [String(word)] }
            return Array(repeating: String(word.dropLast(digits)), count: power)
        }
    }

    /// How many words a unit may have; a product of more, which nobody means, has no unit.
    private static let mostWords = 64

    /// The product, equal words above and below cancelled.
    func times(_ other: FreeUnit) -> FreeUnit {
        let count = numerators.count + denominators.count + other.numerators.count + other.denominators.count
        guard count <= Self.mostWords else { return .none }
        return FreeUnit(
            numerators: numerators + other.numerators, denominators: denominators + other.denominators
        ).cancelled { $0 == $1 }
    }

    var inverse: FreeUnit { FreeUnit(numerators: denominators, denominators: numerators) }

    /// What is left once pairs of words above and below that are alike are gone.
    func cancelled(_ isAlike: (String, String) -> Bool) -> FreeUnit {
        var rest = FreeUnit()
        rest.denominators = denominators
        for word in numerators {
            if let place = rest.denominators.firstIndex(where: { isAlike($0, word) }) {
                rest.denominators.remove(at: place)
            } else {
                rest.numerators.append(word)
            }
        }
        return rest
    }

    var withoutPercent: FreeUnit {
        FreeUnit(numerators: numerators.filter { $0 != "%" }, denominators: denominators.filter { $0 != "%" })
    }

    /// Words of one scale cancelled, and percentages gone unless nothing else is left above.
    var simplified: FreeUnit {
        let rest = cancelled(UnitScale.areAlike)
        if !rest.numerators.isEmpty, rest.numerators.allSatisfy({ $0 == "%" }) {
            return FreeUnit(numerators: ["%"], denominators: rest.denominators)
        }
        return rest.withoutPercent
    }

    /// Whether this reads `%` once what cancels is gone.
    var isPercent: Bool { cancelled(==) == .percent }
}

extension FreeUnit: CustomStringConvertible {
    /// The unit as people write it: powers combined, one slash, `/an` when nothing is above.
    var description: String {
        let unit = cancelled(==)
        let (above, below) = (Self.spell(unit.numerators), Self.spell(unit.denominators))
        return below.isEmpty ? above : above + "/" + below
    }

    private static func spell(_ words: [String]) -> String {
        var counts: [(word: String, count: Int)] = []
        for word in words {
            if let place = counts.firstIndex(where: { $0.word == word }) {
                counts[place].count += 1
            } else {
                counts.append((word, 1))
            }
        }
        return counts.map { $0.count > 1 ? "\($0.word)\($0.count)" : $0.word }.joined(separator: ".")
    }
}

extension Substring {
    /// The text without blanks at either end.
    var trimmed: Substring {
        var text = self
        while let first = text.utf8.first, first == 0x20 || (first >= 9 && first <= 13) { text = text.dropFirst() }
        while let last = text.utf8.last, last == 0x20 || (last >= 9 && last <= 13) { text = text.dropLast() }
        return text
    }
}
