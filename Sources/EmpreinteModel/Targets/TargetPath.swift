#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What is aimed at by a year, and the way there from a base year.
///
/// Without a base year the level is the same in every year.
public struct TargetPath: Sendable, Hashable {
    /// What is aimed at.
    public enum Aim: Sendable, Hashable {
        /// The base value divided by a number above zero.
        case divideBy(Double)
        /// The base value less a share of it, from 0 to 1.
        case reduceBy(Double)
        case atMost(Double)
        /// A level for each person; times the population for a territory.
        case perPerson(Double)
        /// A share of at least this, from 0 to 1.
        case shareAtLeast(Double)

        /// Whether the aim is stated in proportion to the base value.
        var isRelative: Bool {
            switch self {
            case .divideBy, .reduceBy: true
            case .atMost, .perPerson, .shareAtLeast: false
            }
        }
    }

    /// How the way goes from base to target.
    public enum Course: Sendable, Hashable {
        case linear
        /// By the same share every year.
        case exponential
        /// Straight lines through values of years in between.
        case table([Point])
        /// Steadily, so that the values add up to this over time by the trapezoid rule.
        case budget(Double)
    }

    /// A value in a year.
    public struct Point: Sendable, Hashable {
        /// The year.
        public let year: Int
        /// The value.
        public let value: Double

        public init(year: Int, value: Double) {
            self.year = year
            self.value = value
        }
    }

    /// What is aimed at.
    public let aim: Aim
    /// The value aimed at, in the year it is to be reached.
    public let goal: Point
    /// Where the way starts; nothing where there is no way.
    public let base: Point?
    private let way: TargetWay

    /// - Parameters:
    ///   - aim: what is aimed at.
    ///   - year: the year it is to be reached by.
    ///   - base: the value in the base year; needed for what is stated in proportion, and by every course but a line.
    ///   - population: how many people there are in the year of the target, for a level for each person.
    /// - Throws: what makes the target impossible to compute.
    public init(
        _ aim: Aim, by year: Int, base: Point? = nil, course: Course = .linear, population: Double = 1
    ) throws(TargetProblem) {
        if let base {
            guard year > base.year else { throw .order }
            guard base.value.isFinite else { throw .level }
        }
        let value = try Self.level(aim, base?.value, population)
        guard value.isFinite else { throw .level }
        self.aim = aim
        self.base = base
        goal = Point(year: year, value: value)
        way = try TargetWay(course, base, goal)
    }

    private static func level(
        _ aim: Aim, _ base: Double?, _ population: Double
    ) throws(TargetProblem) -> Double {
        if aim.isRelative {
            guard let base else { throw .baseMissing }
            guard base != 0 else { throw .baseZero }
        }
        let base = base ?? 0
        switch aim {
        case .divideBy(let divisor):
            guard divisor > 0 else { throw .level }
            return base / divisor
        case .reduceBy(let share):
            guard (0...1).contains(share) else { throw .level }
            return base * (1 - share)
        case .atMost(let value): return value
        case .perPerson(let value): return value * population
        case .shareAtLeast(let share):
            guard (0...1).contains(share) else { throw .level }
            return share
        }
    }

    /// The value to have in a year; the goal from its year on, nothing before the base year.
    public func value(in year: Int) -> Double? {
        guard let base else { return goal.value }
        guard year >= base.year else { return nil }
        return year >= goal.year ? goal.value : way.value(in: year, from: base, to: goal)
    }

    /// How far a value of a year is from the way; zero or less is met.
    public func gap(_ value: Double, in year: Int) -> Double? {
        self.value(in: year).map { distance(value, from: $0) }
    }

    func distance(_ value: Double, from level: Double) -> Double {
        if case .shareAtLeast = aim { level - value } else { value - level }
    }

    /// A share, as in the part of renewable energy.
    /// - Throws: `denominator` when the whole is zero.
    public static func share(_ part: Double, of whole: Double) throws(TargetProblem) -> Double {
        guard whole != 0 else { throw .denominator }
        return part / whole
    }

    /// The share by which a value must fall every year to come from one to the other: `1 − (goal/now)^(1/years)`.
    ///
    /// Nothing when there is no time left, or when the values are not above zero; a goal of zero asks for all of it.
    public static func requiredRate(from now: Point, to goal: Point) -> Double? {
        guard goal.year > now.year, now.value > 0, goal.value >= 0 else { return nil }
        return 1 - pow(goal.value / now.value, 1 / (Double(goal.year) - Double(now.year)))
    }
}
