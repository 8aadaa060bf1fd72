/// What people answered to one question before and after.
public struct PairedChange: Sendable, Hashable {
    /// Those who said yes both times, yes then no, no then yes, and no both times.
    public internal(set) var kept = 0
    /// Those who said yes, then no.
    public internal(set) var lost = 0
    /// Those who said no, then yes.
    public internal(set) var won = 0
    /// Those who said no both times.
    public internal(set) var never = 0
    /// Those who answered before and not after.
    public internal(set) var missing = 0

    public init(kept: Int = 0, lost: Int = 0, won: Int = 0, never: Int = 0, missing: Int = 0) {
        (self.kept, self.lost, self.won, self.never, self.missing) = (kept, lost, won, never, missing)
    }

    /// Those who answered both times.
    public var paired: Int { kept + lost + won + never }

    /// McNemar's statistic, to compare with χ² of one degree; nothing where nobody changed.
    public var mcNemar: Double? {
        guard lost + won > 0 else { return nil }
        let difference = Double(lost - won)
        return difference * difference / Double(lost + won)
    }

    /// Whether a change at least as large would come by chance less than once in twenty times.
    public var isSignificant: Bool { mcNemar.map { $0 > 3.841_458_820_694_124 } ?? false }

    /// The share of those who answered before and not after.
    public var attrition: Double? { paired + missing == 0 ? nil : Double(missing) / Double(paired + missing) }
}
