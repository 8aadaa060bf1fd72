internal import EmpreinteText

/// An action taken: from when, how strongly, by how many, by whom.
public struct Choice: Sendable {
    /// The share of those concerned who do it.
    public enum Adoption: Sendable, Hashable {
        case always(Double)
        /// By year: straight lines between, nobody before the first, the last one held.
        case byYear(YearSeries)

        /// Everybody.
        public static let whole = Adoption.always(1)

        /// The share in a year.
        public func value(in year: Int) -> Double {
            switch self {
            case .always(let share): share
            case .byYear(let series): series.share(in: year)
            }
        }
    }

    /// The action, by position in `Model.actions`.
    public var action: Int
    /// The year it starts; the action's own, else the year the choices are for.
    public var start: Int?
    /// How far it goes, from 0 to 1.
    public var level: Double
    /// The share of those concerned who do it.
    public var adoption: Adoption
    /// The person who takes it; nothing for everybody the action concerns.
    public var person: String?
    /// Where it was written.
    public var place: Place?

    public init(
        _ action: Int, start: Int? = nil, level: Double = 1, adoption: Adoption = .whole, person: String? = nil,
        place: Place? = nil
    ) {
        self.action = action
        self.start = start
        self.level = level
        self.adoption = adoption
        self.person = person
        self.place = place
    }

    /// From when, how strongly and by how many, in words of the vocabulary.
    public var text: String {
        var parts: [String] = []
        if let start { parts.append("from \(start)") }
        if level != 1 { parts.append("at \(JSON.text(of: level))") }
        switch adoption {
        case .always(1): break
        case .always(let share): parts.append("by \(JSON.text(of: share * 100)) %")
        case .byYear(let series):
            parts += zip(series.years, series.values).map { "\($0): \(JSON.text(of: $1 * 100)) %" }
        }
        return parts.joined(separator: " ")
    }

    /// Whether everybody concerned takes it, at whatever level.
    public var isWhole: Bool { adoption == .whole }
}

extension YearSeries {
    fileprivate func share(in year: Int) -> Double {
        guard let first = years.first, let last = years.last, year >= first else { return 0 }
        if year >= last { return values[values.count - 1] }
        let next = years.firstIndex { $0 > year } ?? years.count - 1
        let (low, high) = (next - 1, next)
        let part = Double(year - years[low]) / Double(years[high] - years[low])
        return values[low] * (1 - part) + values[high] * part
    }
}
