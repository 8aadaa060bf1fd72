/// A level to reach for one person, by a year.
public struct Target: Sendable {
    /// The id.
    public var id: String
    /// The name for people.
    public var label: Label
    /// The indicator aimed at, by position in `Model.indicators`.
    public var indicator: Int
    /// The level, in the indicator's unit.
    public var value: Double
    /// The year to reach it by.
    public var year: Int
    /// Where the way to it starts; nothing for a level that has no way.
    public var base: Base?
    /// How the way goes.
    public var course: TargetPath.Course
    /// Where it comes from.
    public var evidence: Evidence
    /// Where it is written.
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
