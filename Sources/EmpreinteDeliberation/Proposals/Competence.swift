/// Whose power a proposal is within.
public struct Competence: Sendable, Hashable {
    /// A part of the powers there are.
    public enum Part: String, Sendable, CaseIterable {
        case own, shared, other, unknown
    }

    /// The shares of each part, which sum to one.
    public let shares: [Part: Double]

    public init(_ part: Part) { shares = [part: 1] }

    /// - Parameter shares: what they lack of one is unknown; nothing when they are negative or sum to more.
    public init?(_ shares: [Part: Double]) {
        let sum = shares.values.sorted().reduce(0, +)
        guard shares.values.allSatisfy({ $0 >= 0 }), sum <= 1 + 1e-9 else { return nil }
        var shares = shares.filter { $0.value > 0 }
        if sum < 1 - 1e-9 { shares[.unknown, default: 0] += 1 - sum }
        self.shares = shares
    }

    /// The part the proposal as a whole counts with: shared where there are several, unknown where all but one are.
    public var part: Part {
        let known = shares.keys.filter { $0 != .unknown }
        if known.count > 1 { return .shared }
        return shares[.unknown] == nil ? known.first ?? .unknown : .unknown
    }
}
