public import EmpreinteModel

/// What a room comes to, year by year: everybody's path, the group's, and that of the others.
public struct RoomPaths: Sendable {
    /// The years shown.
    public let years: [Int]
    /// What is followed, the goal's indicator first, then its branches, then the gauges.
    public let outputs: [Output]
    /// By participant.
    public let people: [Path]
    /// The person of the territory who was not in the room, moved by trends and by what is chosen for everybody.
    public let background: Path
    /// The participants who count, by position: who is there and has answered.
    public let counted: [Int]

    /// Values by output, then by year.
    public struct Path: Sendable, Hashable {
        /// By output, a value a year.
        public let values: [[Double]]

        /// The goal's indicator, by year.
        public var total: [Double] { values[0] }
    }

    /// Something followed.
    public struct Output: Sendable {
        /// The name for people.
        public let label: Label
        /// The indicator, by position in `Model.indicators`.
        public let indicator: Int
        /// The branch, by position in `Model.categories`; nothing for a total.
        public let category: Int?
    }

    /// The mean of those who count, by output and year; nothing of nobody.
    public var mean: Path? {
        guard !counted.isEmpty else { return nil }
        return Path(
            values: outputs.indices.map { output in
                years.indices.map { year in
                    counted.reduce(0) { $0 + people[$1].values[output][year] } / Double(counted.count)
                }
            })
    }

    /// The median of the totals of those who count, by year; nothing of nobody.
    public var median: [Double]? {
        guard !counted.isEmpty else { return nil }
        return years.indices.map { year in counted.map { people[$0].total[year] }.median }
    }

    /// The position of a year.
    public func position(of year: Int) -> Int? { years.firstIndex(of: year) }
}

extension [Double] {
    /// The middle value, or the mean of the two; NaN of nothing.
    var median: Double {
        guard !isEmpty else { return .nan }
        let ordered = sorted()
        let middle = count / 2
        return count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2
    }
}
