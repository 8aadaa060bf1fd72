internal import Measures

extension Formulas {
    /// Formulas of a pack's size and mix, drawn from a fixed seed: 300 steps over 40 numbers and 20 codes with 12
    /// outputs, or a multiple of that with as many outputs as said.
    static func drawn(times: Int, outputs: Int) -> Formulas {
        var draw = Draw(numberCount: 40 * times, codeCount: 20 * times)
        draw.run(times: times, outputs: outputs)
        return draw.formulas
    }
}

/// Formulas in the making.
private struct Draw {
    private(set) var formulas: Formulas
    private var random = SplitMix64(seed: 300)
    /// Values nobody reads yet, so that nothing drawn is in vain.
    private var unread: [Int]
    /// What the step in the making reads already, to read nothing twice.
    private var taken: [Int] = []
    private var nextCode = 0
    /// The values of one person, whose numbers are 1 and codes 0: constants are chosen to keep them near 1.
    private var typical: [Double]
    private let typicalCodes: [Int32]

    private enum Kind { case mul, add, sub, div, extreme, scaled, weighted, choice, table, present }

    /// How many of each 300 steps; 12 more are outputs.
    private static let mix: [(kind: Kind, count: Int)] = [
        (.mul, 54), (.add, 35), (.sub, 21), (.div, 10), (.extreme, 18), (.scaled, 44), (.weighted, 22), (.choice, 40),
        (.table, 24), (.present, 20),
    ]

    init(numberCount: Int, codeCount: Int) {
        let optionCounts = (0..<codeCount).map { 3 + $0 % 6 }
        formulas = Formulas(numberCount: numberCount, optionCounts: optionCounts)
        unread = Array(0..<numberCount)
        typical = Array(repeating: 1, count: numberCount)
        typicalCodes = Array(repeating: 0, count: codeCount)
    }

    mutating func run(times: Int, outputs: Int) {
        var kinds = Self.mix.flatMap { Array(repeating: $0.kind, count: $0.count * times) }
        kinds += Array(repeating: .add, count: 12 * times - outputs)
        kinds.shuffle(using: &random)
        for kind in kinds { add(step(kind)) }
        let rest = unread
        for output in 0..<outputs {
            var terms = rest.indices.filter { $0 % outputs == output }.map { rest[$0] }
            while terms.count < 4 { terms.append(random.below(formulas.valueCount)) }
            taken = terms
            add(.sum(terms), isOutput: true)
        }
    }

    private mutating func add(_ step: Formulas.Step, isOutput: Bool = false) {
        unread.removeAll { taken.contains($0) }
        taken = []
        unread.append(formulas.valueCount)
        typical.append(step.value(typical, codes: typicalCodes))
        formulas.add(step, isOutput: isOutput)
    }

    private mutating func step(_ kind: Kind) -> Formulas.Step {
        switch kind {
        case .mul: return product()
        case .add: return .binary(.add, value(), value())
        case .sub: return .binary(.sub, value(), value())
        case .div:
            let divisor = random.below(formulas.numberCount)
            taken.append(divisor)
            return .binary(.div, value(), divisor)
        case .extreme: return .binary(random.below(2) == 0 ? .min : .max, value(), value())
        case .scaled:
            let value = value()
            return random.below(3) == 0
                ? .scaled(.add, value, rounded(random.number(in: 0.1..<2))) : .scaled(.mul, value, weight(of: value))
        case .weighted:
            return .weighted(
                (0..<4).map { _ in
                    let value = value()
                    return (weight(of: value), value)
                })
        case .choice: return .choice(condition(), then: value(), otherwise: value())
        case .table:
            let code = code()
            let cells = (0..<formulas.optionCounts[code]).map { _ in rounded(random.number(in: 0.2..<2)) }
            return .table(cells, code: code)
        case .present: return .present(presence(), value())
        }
    }

    /// A product that stays within sight of 1.
    private mutating func product() -> Formulas.Step {
        let left = value()
        var right = value()
        for _ in 0..<20 where (typical[left] * typical[right]).magnitude > 10 {
            taken.removeLast()
            right = value()
        }
        return .binary(.mul, left, right)
    }

    private mutating func condition() -> Formulas.Condition {
        switch random.below(4) {
        case 0:
            let code = code()
            return .equal(code: code, option(of: code))
        case 1: return .less(value(), value())
        default:
            let tested = value()
            return .below(tested, rounded(typical[tested] * random.number(in: 0.8..<1.6)))
        }
    }

    private mutating func presence() -> Formulas.Presence {
        let (code, other) = (code(), code())
        return random.below(2) == 0
            ? .either(code: code, option(of: code), orCode: other, option(of: other))
            : .both(code: code, option(of: code), andNotCode: other, option(of: other))
    }

    // MARK: Operands

    /// A value nobody read yet, a recent one, or any.
    private mutating func value() -> Int {
        while true {
            let value =
                switch random.below(8) {
                case 0..<3 where !unread.isEmpty: unread[random.below(unread.count)]
                case 3..<7: formulas.valueCount - 1 - random.below(formulas.valueCount / 10 + 10)
                default: random.below(formulas.valueCount)
                }
            if !taken.contains(value) {
                taken.append(value)
                return value
            }
        }
    }

    private mutating func code() -> Int {
        nextCode += 1
        return nextCode % formulas.optionCounts.count
    }

    private mutating func option(of code: Int) -> Int32 { Int32(random.below(formulas.optionCounts[code])) }

    /// A factor that brings a value near 1.
    private mutating func weight(of value: Int) -> Double {
        let size = typical[value].magnitude
        let factor = random.number(in: 0.2..<1.2)
        return rounded(size > 0.01 ? factor / size : factor)
    }

    /// Three decimals, as people write.
    private func rounded(_ value: Double) -> Double {
        let size = value.magnitude
        return size < 0.01 ? value : (value * 1_000).rounded() / 1_000
    }
}
