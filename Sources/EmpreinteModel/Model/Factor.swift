public import EmpreinteGraph
public import EmpreinteUnits

/// A figure taken from a publication: one value, one by option of a question, or a dated series of either.
public struct Factor: Sendable {
    /// The figure for one option, or the only one.
    public struct Cell: Sendable {
        /// The option it is for; nothing for a factor that has only one cell.
        public var option: String?
        /// The figures by year; a single undated point for a constant.
        public var points: [Point]
        /// Half-width of the relative 95 % range: 0.2 for ± 20 %.
        public var spread: Double?
        /// How the figures go on between and outside their years; nothing for a constant.
        public var course: Course?
        /// Where it is written.
        public var place: Place
        /// The graph input that multiplies the figure, 1 unless said otherwise: how far it is wrong, where it has a range.
        /// A figure that actions change has one too, so that it differs from any other of the same value.
        public var multiplierSlot: Int?
        /// The figure in the year evaluated, where actions change it.
        public var value: NodeID?

        public init(option: String?, points: [Point], spread: Double?, place: Place) {
            self.option = option
            self.points = points
            self.spread = spread
            self.place = place
        }
    }

    /// How dated figures go on between and outside their years.
    public struct Course: Sendable, Hashable {
        /// What holds between two dated figures.
        public enum Between: String, Sendable {
            case step, linear, none
        }

        /// What holds between two years.
        public var between: Between
        /// Whether the first figure holds before its year.
        public var holdsBefore: Bool
        /// Whether the last figure holds after its year.
        public var holdsAfter: Bool

        public init(between: Between, holdsBefore: Bool, holdsAfter: Bool) {
            self.between = between
            self.holdsBefore = holdsBefore
            self.holdsAfter = holdsAfter
        }
    }

    /// How a true figure may lie in and about the range published of it.
    public enum Family: String, Sendable, CaseIterable {
        case lognormal, normal, uniform, triangular
    }

    /// One figure, in the factor's unit.
    public struct Point: Sendable {
        /// The year it is for; nothing for a constant.
        public var year: Int?
        /// The figure.
        public var value: Double

        public init(year: Int?, value: Double) {
            self.year = year
            self.value = value
        }
    }

    /// The id.
    public var id: String
    /// The name for people.
    public var label: Label
    /// The unit of every figure.
    public var unit: Unit
    /// The figures, one an option; one alone without options.
    public var cells: [Cell]
    /// How the true figures may lie in and about their ranges.
    public var family = Family.lognormal
    /// The options cells are indexed by; nothing for a factor that has only one cell.
    public var options: Codes?
    /// Where it comes from.
    public var evidence = Evidence()
    /// What there is to add for people.
    public var note: Label?
    /// The pack the figure comes from, by position in `Model.layers`.
    public var layer: Int
    /// Where it is written.
    public var place: Place
    /// The value at the year evaluated, for a factor without options.
    public var value: NodeID?

    public init(id: String, label: Label, unit: Unit, cells: [Cell], layer: Int, place: Place) {
        self.id = id
        self.label = label
        self.unit = unit
        self.cells = cells
        self.layer = layer
        self.place = place
    }
}

extension Factor.Cell {
    /// The figures as a function of the year; nothing for a constant.
    public var curve: Curve? {
        guard let course else { return nil }
        let between: Curve.Between =
            switch course.between {
            case .step: .step
            case .linear: .linear
            case .none: .none
            }
        return Curve(
            points: points.map { .init(x: Double($0.year ?? 0), y: $0.value) }, between: between,
            before: course.holdsBefore ? .hold : .none, after: course.holdsAfter ? .hold : .none)
    }
}

/// A dated series on something uniform, such as the population.
public struct Trend: Sendable {
    /// The id.
    public var id: String
    /// The name for people.
    public var label: Label
    /// The unit of the series.
    public var unit: Unit
    /// The series; nothing where it could not be read.
    public var cell: Factor.Cell?
    /// Where it comes from.
    public var evidence = Evidence()
    /// Where it is written.
    public var place: Place

    public init(id: String, label: Label, unit: Unit, place: Place) {
        self.id = id
        self.label = label
        self.unit = unit
        self.place = place
    }
}
