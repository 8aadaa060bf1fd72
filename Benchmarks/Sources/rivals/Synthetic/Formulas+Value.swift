extension Formulas.Step {
    /// The value of a step for one person, given the values before it; used to keep drawn formulas in sight of 1.
    func value(_ values: [Double], codes: [Int32]) -> Double {
        switch self {
        case .binary(let operation, let left, let right): operation(values[left], values[right])
        case .scaled(let operation, let value, let constant): operation(values[value], constant)
        case .weighted(let terms): terms.reduce(0) { $0 + $1.weight * values[$1.value] }
        case .choice(let condition, let first, let second):
            condition.holds(values, codes) ? values[first] : values[second]
        case .table(let cells, let code): cells[Int(codes[code])]
        case .present(let presence, let value): presence.holds(codes) ? values[value] : 0
        case .sum(let terms): terms.reduce(0) { $0 + values[$1] }
        }
    }
}

extension Formulas.Binary {
    func callAsFunction(_ left: Double, _ right: Double) -> Double {
        switch self {
        case .add: left + right
        case .sub: left - right
        case .mul: left * right
        case .div: left / right
        case .min: left < right ? left : right
        case .max: left > right ? left : right
        }
    }
}

extension Formulas.Condition {
    func holds(_ values: [Double], _ codes: [Int32]) -> Bool {
        switch self {
        case .below(let value, let limit): values[value] < limit
        case .less(let left, let right): values[left] < values[right]
        case .equal(let code, let option): codes[code] == option
        }
    }
}

extension Formulas.Presence {
    func holds(_ codes: [Int32]) -> Bool {
        switch self {
        case .either(let code, let option, let other, let otherOption):
            codes[code] == option || codes[other] == otherOption
        case .both(let code, let option, let other, let otherOption):
            codes[code] == option && codes[other] != otherOption
        }
    }
}
