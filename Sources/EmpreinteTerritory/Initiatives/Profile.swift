/// What is known of a place or an organisation, by name.
public struct Profile: Sendable {
    /// The traits, by name.
    public var values: [String: Value]

    public init(_ values: [String: Value] = [:]) { self.values = values }

    /// Something known: a number in a unit common to all, or a word.
    public enum Value: Sendable, Hashable {
        case number(Double)
        case word(String)
    }

    /// How alike two profiles are.
    public struct Similarity: Sendable, Hashable {
        /// From 0 to 1; nothing when they have nothing in common to compare.
        public let score: Double?
        /// How many traits both territories have.
        public let compared: Int
        /// What only one of the two states, or in which they are no numbers or words alike.
        public let missing: [String]
    }

    /// Gower's similarity, `1 − Σ w·d / Σ w`: of two numbers the difference over the range, of two words 0 or 1.
    ///
    /// - Parameters:
    ///   - ranges: how far apart the numbers of all profiles are.
    ///   - weights: how much each name counts; 1 unless said.
    public func similarity(
        to other: Profile, ranges: [String: Double], weights: [String: Double] = [:]
    ) -> Similarity {
        var (distance, weight, compared) = (0.0, 0.0, 0)
        var missing: [String] = []
        for name in Set(values.keys).union(other.values.keys).sorted() {
            let importance = weights[name] ?? 1
            let apart: Double
            switch (values[name], other.values[name]) {
            case (.number(let a)?, .number(let b)?):
                let range = ranges[name] ?? 0
                apart = range > 0 ? min(1, abs(a - b) / range) : a == b ? 0 : 1
            case (.word(let a)?, .word(let b)?): apart = a == b ? 0 : 1
            default:
                missing.append(name)
                continue
            }
            distance += importance * apart
            weight += importance
            compared += 1
        }
        return Similarity(score: weight > 0 ? 1 - distance / weight : nil, compared: compared, missing: missing)
    }

    /// How far apart the numbers of some profiles are, by name.
    public static func ranges(_ profiles: [Profile]) -> [String: Double] {
        var bounds: [String: (Double, Double)] = [:]
        for profile in profiles {
            for case (let name, .number(let value)) in profile.values {
                let (low, high) = bounds[name] ?? (value, value)
                bounds[name] = (min(low, value), max(high, value))
            }
        }
        return bounds.mapValues { $0.1 - $0.0 }
    }
}
