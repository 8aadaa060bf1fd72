/// The value of another rule, or of those that stand for it.
struct RuleReference: Term {
    /// Its place among the rule set's references.
    let reference: Int

    func shape(in shapes: inout Shapes) -> Shape {
        let reference = shapes.rules.references[reference]
        guard let target = reference.target else { return Shape() }
        var shape = shapes.of(target)
        for replacer in shapes.rules.replacers(of: target, from: reference.origin) {
            let other = replacer.replacement.isRemoval ? Shape(isNullable: true) : shapes.of(replacer.rule)
            shape = Shape(isNullable: shape.isNullable || other.isNullable, kind: other.kind ?? shape.kind)
        }
        return shape
    }

    func value(in lowering: inout Lowering) -> Value {
        let reference = lowering.rules.references[reference]
        guard let target = reference.target else { return lowering.undefined }
        return lowering.read(target, from: reference.origin)
    }

    func absence(in lowering: inout Lowering) -> Absence {
        let reference = lowering.rules.references[reference]
        guard let target = reference.target else { return Absence(lowering.undefined) }
        guard lowering.rules.replacers(of: target, from: reference.origin).isEmpty else {
            return Absence(lowering.read(target, from: reference.origin))
        }
        return lowering.seenAbsence(target, from: reference.origin)
    }
}

extension Lowering {
    /// The value of a rule where another reads it, or of the first of those that stand for it and apply.
    mutating func read(_ rule: RuleID, from origin: RuleID?) -> Value {
        let replacers = rules.replacers(of: rule, from: origin)
        guard !replacers.isEmpty else { return seen(rule, from: origin) }
        return read(rule, from: origin, replacedBy: replacers[...])
    }

    private mutating func read(
        _ rule: RuleID, from origin: RuleID?, replacedBy replacers: ArraySlice<RuleSet.Replacer>
    ) -> Value {
        guard let first = replacers.first else { return seen(rule, from: origin) }
        let others = replacers.dropFirst()
        if first.replacement.isRemoval {
            let condition = seen(first.rule, from: origin)
            return branch(condition, { $0.absent }, else: { $0.read(rule, from: origin, replacedBy: others) })
        }
        let absence = seenAbsence(first.rule, from: origin)
        let applies = Value(
            payload: .flag(not(or(absence.isAbsent, absence.isUndefined))), isAbsent: no,
            isUndefined: absence.isUndefined)
        return branch(
            applies, { $0.seen(first.rule, from: origin) },
            else: { $0.read(rule, from: origin, replacedBy: others) })
    }
}
