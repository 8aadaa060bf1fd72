/// A product of integer powers: each base once, exponents never zero, in the order first written.
///
/// Products are short, so lookups are linear; both bounds below keep them so whatever the text says.
struct Powers<Base: Hashable & Sendable & CustomStringConvertible>: Sendable {
    struct Factor: Hashable, Sendable {
        let base: Base
        var exponent: Int
    }

    private(set) var factors: [Factor] = []

    /// The largest exponent and the largest number of factors a product may have.
    static var limit: Int { 30 }

    init() {}

    init(_ base: Base) { factors = [Factor(base: base, exponent: 1)] }

    var isOne: Bool { factors.isEmpty }

    /// Multiplies by another product raised to a power; bases whose exponents cancel disappear.
    mutating func multiply(by other: Powers, power: Int) throws(UnitError) {
        for factor in other.factors {
            // Beyond twice the limit nothing can cancel back below it.
            let power = min(max(power, -2 * Self.limit - 1), 2 * Self.limit + 1)
            try multiply(by: factor.base, power: factor.exponent * power)
        }
    }

    private mutating func multiply(by base: Base, power: Int) throws(UnitError) {
        guard power != 0 else { return }
        let index = factors.firstIndex { $0.base == base }
        let exponent = power + (index.map { factors[$0].exponent } ?? 0)
        guard exponent.magnitude <= Self.limit else {
            throw .overflow("the exponent of `\(base)` is beyond \(Self.limit)")
        }
        switch index {
        case let index? where exponent == 0: factors.remove(at: index)
        case let index?: factors[index].exponent = exponent
        case nil:
            guard factors.count < Self.limit else { throw .overflow("more than \(Self.limit) factors") }
            factors.append(Factor(base: base, exponent: exponent))
        }
    }
}

extension Powers: Hashable {
    /// Whether both hold the same powers, in whatever order.
    static func == (a: Powers, b: Powers) -> Bool {
        a.factors == b.factors || (a.factors.count == b.factors.count && a.factors.allSatisfy(b.factors.contains))
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(factors.reduce(0) { $0 &+ $1.hashValue })
    }
}

extension Powers: CustomStringConvertible {
    /// `a.b2/(c.d)`, `a/b`, `1/b`, or nothing at all for one.
    var description: String {
        func text(_ factors: [Factor]) -> String {
            factors.map { factor in
                let exponent = factor.exponent.magnitude
                return exponent == 1 ? "\(factor.base)" : "\(factor.base)\(exponent)"
            }.joined(separator: ".")
        }
        let above = factors.filter { $0.exponent > 0 }
        let below = factors.filter { $0.exponent < 0 }
        if below.isEmpty { return text(above) }
        return (above.isEmpty ? "1" : text(above)) + "/" + (below.count == 1 ? text(below) : "(\(text(below)))")
    }
}

extension UnitError {
    static func overflow(_ message: String) -> UnitError { UnitError("unit.overflow", message, at: 0..<0) }
}
