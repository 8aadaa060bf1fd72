/// Formulas over columns of numbers and codes, from which the engine's graph and every rival's text are made.
///
/// A value is known by its position: the numbers given come first, then what each step computes.
struct Formulas {
    /// What can be done with two numbers.
    enum Binary: String {
        case add = "+"
        case sub = "-"
        case mul = "*"
        case div = "/"
        case min, max
    }

    enum Condition {
        case below(Int, Double)
        case less(Int, Int)
        case equal(code: Int, Int32)
    }

    /// When something applies to a person.
    enum Presence {
        case either(code: Int, Int32, orCode: Int, Int32)
        case both(code: Int, Int32, andNotCode: Int, Int32)
    }

    enum Step {
        case binary(Binary, Int, Int)
        case scaled(Binary, Int, Double)
        /// Numbers by their weights, added from left to right.
        case weighted([(weight: Double, value: Int)])
        case choice(Condition, then: Int, otherwise: Int)
        case table([Double], code: Int)
        /// A value where it applies, else 0.
        case present(Presence, Int)
        case sum([Int])
    }

    let numberCount: Int
    /// How many options each code has.
    let optionCounts: [Int]
    private(set) var steps: [Step] = []
    private(set) var outputs: [Int] = []

    init(numberCount: Int, optionCounts: [Int]) {
        self.numberCount = numberCount
        self.optionCounts = optionCounts
    }

    /// How many values there are so far.
    var valueCount: Int { numberCount + steps.count }

    mutating func add(_ step: Step, isOutput: Bool = false) {
        if isOutput { outputs.append(valueCount) }
        steps.append(step)
    }
}

extension Formulas.Step {
    /// The positions of the values read.
    var reads: [Int] {
        switch self {
        case .binary(_, let left, let right): [left, right]
        case .scaled(_, let value, _): [value]
        case .weighted(let terms): terms.map(\.value)
        case .choice(.below(let tested, _), let first, let second): [tested, first, second]
        case .choice(.less(let left, let right), let first, let second): [left, right, first, second]
        case .choice(.equal, let first, let second): [first, second]
        case .table: []
        case .present(_, let value): [value]
        case .sum(let values): values
        }
    }
}
