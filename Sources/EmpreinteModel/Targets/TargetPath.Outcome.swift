extension TargetPath {
    /// How a series of values does against a target.
    public struct Outcome: Sendable, Hashable {
        /// How far each year is from the way; zero or less is met, nothing before the base year.
        public let gaps: [Double?]
        /// Whether the goal is reached in its year; nothing when the series has no such year.
        public let isMet: Bool?
        /// The first year in which the goal itself is reached.
        public let firstYearMet: Int?
        /// What is above the way over time, by the trapezoid rule on the gaps that are above zero.
        public let overshoot: Double
        /// The share by which values must fall every year from the last one observed.
        public let requiredRate: Double?
    }

    /// How a series does, the years up to `lastObserved` being known and the later ones foreseen.
    public func outcome(of series: YearSeries, lastObserved: Int) -> Outcome {
        let gaps = zip(series.years, series.values).map { gap($1, in: $0) }
        let over = zip(series.years, gaps).compactMap { year, gap in gap.map { (year, max(0, $0)) } }
        let now = series.years.lastIndex { $0 <= lastObserved }
        return Outcome(
            gaps: gaps, isMet: series[goal.year].map { distance($0, from: goal.value) <= 0 },
            firstYearMet: zip(series.years, series.values).first { distance($1, from: goal.value) <= 0 }?.0,
            overshoot: (try? YearSeries(over.map(\.0), over.map(\.1)))?.cumulative ?? .nan,
            requiredRate: now.flatMap { now in
                Self.requiredRate(from: Point(year: series.years[now], value: series.values[now]), to: goal)
            })
    }
}
