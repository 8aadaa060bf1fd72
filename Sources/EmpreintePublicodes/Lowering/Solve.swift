internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

/// How a number is found by trying.
enum SolveMethod: Sendable {
    /// The number that what is made of it equals.
    case fixedPoint
    /// The number of which what is made equals another, within bounds.
    case inversion(ClosedRange<Double>)
}

extension Lowering {
    /// A number found by trying: a function of all that the trial does not change, so that what surrounds it is
    /// computed once and the rest again for each trial, row by row.
    ///
    /// - Parameters:
    ///   - trial: the input that stands for the number.
    ///   - result: what is made of it.
    ///   - goal: what that is to equal; the number itself where there is none.
    ///   - isWanted: whether anybody asks.
    mutating func solve(
        _ method: SolveMethod, _ rule: RuleID, trial: NodeID, result: Value, goal: NodeID? = nil, isWanted: NodeID
    ) -> Value {
        var isMissing = or(result.isAbsent, result.isUndefined)
        switch result.payload {
        case .number, .choice: break
        default: isMissing = yes
        }
        let region = Region(graph, trial: trial, result: number(result.payload).node, isMissing: isMissing)
        let operands = [asNumber(isWanted), goal ?? zero] + region.operands.map { asNumber($0) }
        let search = Search(region, method)
        let function = unsafe ExternalFunction(
            rules[rule].name, of: "publicodes", arity: operands.count
        ) { arguments, count, results in
            var trials = Trials(search)
            for lane in 0..<count {
                let found = trials.find { place in unsafe arguments[place]?[lane] ?? .nan }
                unsafe results[lane] = found ?? .nan
            }
            return nil
        }
        let found = graph.call(function, on: operands, origin: origin)
        let isFound = graph.apply(.lessEqual, found, graph.number(.infinity))
        let value = select(isFound, found, else: zero)
        return Value(payload: .number(value, result.payload.unit), isAbsent: no, isUndefined: not(isFound))
    }

    /// A node as the number a function takes: a flag as 0 or 1, a text as its code.
    private mutating func asNumber(_ node: NodeID) -> NodeID {
        switch graph.type(of: node) {
        case .number: return node
        case .flag: return select(node, graph.number(1), else: zero)
        case .code:
            var result = graph.number(-1)
            for code in texts.texts.indices {
                let isIt = graph.apply(.codeEqual, node, graph.code(Int32(code)))
                result = select(isIt, graph.number(Double(code)), else: result)
            }
            return result
        }
    }

    /// Says that two units meet that do not convert.
    mutating func reportMismatch(_ own: UnitID, _ other: UnitID) {
        guard let reading = reading else { return }
        diagnostics.warning(
            "publicodes.unit.mismatch", "'\(units[own])' and '\(units[other])' meet in '\(rules[reading].name)'",
            at: origins[origin]?.range ?? rules[reading].key.range, hint: "the numbers are taken as they are")
    }
}
