internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

/// A number to be found by trying: what is tried, and what it is to give.
struct Solve: Sendable {
    /// The rule to be found.
    let rule: RuleID
    /// The input that carries what is tried.
    let trial: NodeID
    /// The input that says that nothing was found.
    let failure: NodeID
    let method: Method
    /// What the trial gives.
    let result: Value
    /// What it is to give; itself when there is none.
    let goal: Value?
    /// Whether it is to be solved at all.
    let isWanted: NodeID
    /// The solves to be done anew for each trial.
    let inner: Range<Int>

    enum Method: Sendable {
        case fixedPoint
        case inversion(ClosedRange<Double>)
    }
}

extension Lowering {
    /// Keeps a place for a solve, before those inside it.
    mutating func beginSolve() -> Int {
        solves.append(
            Solve(
                rule: RuleID(index: 0), trial: zero, failure: no, method: .fixedPoint, result: undefined, goal: nil,
                isWanted: no,
                inner: 0..<0))
        return solves.count - 1
    }

    mutating func endSolve(_ place: Int, _ solve: Solve) { solves[place] = solve }

    /// Says that two units meet that do not convert.
    mutating func reportMismatch(_ own: UnitID, _ other: UnitID) {
        guard let reading = reading else { return }
        diagnostics.warning(
            "publicodes.unit.mismatch", "'\(units[own])' and '\(units[other])' meet in '\(rules[reading].name)'",
            at: origins[origin]?.range ?? rules[reading].key.range, hint: "the numbers are taken as they are")
    }
}
