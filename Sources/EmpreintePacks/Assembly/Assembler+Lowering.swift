internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// How an expression reads what its words stand for.
struct Reading {
    /// Whether questions per household are read undivided: the default of one is the household's too.
    var isStated = false
    /// The year dated figures are read at; the year evaluated where nothing is said.
    var year: NodeID?
}

extension Assembler {
    /// Gives a formula its meaning, with what is known to hold where it stands.
    mutating func lower(
        _ formula: ParsedFormula, knowing condition: NodeID?, _ reading: Reading, _ uses: inout [Use]
    ) -> Quantity? {
        builder.assume(condition)
        defer { builder.forgetAssumptions() }
        var lowering = Lowering(node: formula.node, reading: reading)
        defer { uses += lowering.uses }
        return lowering.lower(formula.expression, &self).flatMap { builder.guarded($0) }
    }

    /// Gives a condition its meaning.
    mutating func lowerCondition(
        _ formula: ParsedFormula, _ uses: inout [Use], _ reading: Reading = Reading()
    ) -> NodeID? {
        lower(formula, knowing: nil, reading, &uses).flatMap { builder.condition($0) }
    }
}
