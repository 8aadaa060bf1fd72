/// Names a term of a ``RuleSet``.
struct TermID: Hashable, Sendable {
    let index: Int32
}

/// One mechanism with what it applies to: how it is typed and what it computes.
///
/// A term is lowered once for its value and, apart from that, for its absence alone, so that asking whether a rule
/// applies never asks what it is worth.
protocol Term: Sendable {
    /// What is known of the value before any situation.
    func shape(in shapes: inout Shapes) -> Shape

    /// What the term computes.
    func value(in lowering: inout Lowering) -> Value

    /// Whether the term does not apply.
    func absence(in lowering: inout Lowering) -> Absence
}

extension Term {
    func absence(in lowering: inout Lowering) -> Absence { Absence(value(in: &lowering)) }
}

/// What is known of a value before any situation.
struct Shape: Sendable, Hashable {
    /// Whether the value may be absent, leaving aside what disables its rule from above.
    var isNullable = false
    var kind: Kind?

    enum Kind: Sendable, Hashable {
        case number, flag, text, date
    }

    static let number = Shape(kind: .number)
    static let flag = Shape(kind: .flag)
}

/// Types terms once each; a term met again while it is being typed is taken as unknown.
struct Shapes {
    let rules: RuleSet
    private var known: [Shape?]
    private var depth = 0

    init(_ rules: RuleSet) {
        self.rules = rules
        known = Array(repeating: nil, count: rules.terms.count)
    }

    mutating func of(_ term: TermID) -> Shape {
        if let known = known[Int(term.index)] { return known }
        guard depth < DeepStack.room else { return Shape() }
        depth += 1
        defer { depth -= 1 }
        known[Int(term.index)] = Shape()
        let shape = rules.terms[Int(term.index)].shape(in: &self)
        known[Int(term.index)] = shape
        return shape
    }

    /// The shape of a rule: of its value, else what the rule says of itself.
    mutating func of(_ rule: RuleID) -> Shape {
        let declared = rules[rule]
        var shape = of(declared.term)
        guard shape.kind == nil else { return shape }
        if let kind = declared.declaredKind {
            shape.kind = kind
        } else if let choices = declared.choices {
            let possible = choices.shape(in: &self)
            return Shape(isNullable: shape.isNullable || possible.isNullable, kind: possible.kind)
        } else if declared.isQuestion {
            shape.kind = .flag
        }
        return shape
    }
}
