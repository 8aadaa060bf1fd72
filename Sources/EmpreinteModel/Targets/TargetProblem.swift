/// Why a target cannot be computed.
public enum TargetProblem: String, Error, Sendable {
    case order, baseMissing, baseZero, level, sign, table, budget, denominator, population, series

    /// The code a diagnostic gives it.
    public var code: String {
        switch self {
        case .baseMissing: "target.base_missing"
        case .baseZero: "target.base_zero"
        default: "target.\(rawValue)"
        }
    }

    /// What is wrong, in a sentence.
    public var message: String {
        switch self {
        case .order: "the year of the target is not after its base year"
        case .baseMissing: "a target in proportion, or on a way there, needs its base year and the value then"
        case .baseZero: "a target in proportion to a base of zero says nothing"
        case .level: "the level is no finite number, or the proportion is not one"
        case .sign: "an exponential way joins two values above zero"
        case .table: "the table has a year that is not between the base year and the target's"
        case .budget: "no steady way between base and target spends that budget"
        case .denominator: "a share of zero is not defined"
        case .population: "nobody knows how many people there are in the year of the target"
        case .series: "the years of a series are not in increasing order, one value each"
        }
    }
}
