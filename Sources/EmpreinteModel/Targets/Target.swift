/// A level to reach for one person, by a year.
public struct Target: Sendable {
    public var id: String
    public var label: Label
    /// The indicator aimed at, by position in `Model.indicators`.
    public var indicator: Int
    /// The level, in the indicator's unit.
    public var value: Double
    public var year: Int
    /// Where the way to it starts; nothing for a level that has no way.
    public var base: Base?
    public var course: TargetPath.Course
    public var evidence: Evidence
    public var place: Place

    public init(
        id: String, label: Label, indicator: Int, value: Double, year: Int, base: Base? = nil,
        course: TargetPath.Course = .linear, evidence: Evidence, place: Place
    ) {
        self.id = id
        self.label = label
        self.indicator = indicator
        self.value = value
        self.year = year
        self.base = base
        self.course = course
        self.evidence = evidence
        self.place = place
    }

    /// The year a target is measured against.
    public enum Base: Sendable, Hashable {
        case year(Int)
        /// Not published, and why nothing is computed.
        case unknown(reason: String)
    }
}
