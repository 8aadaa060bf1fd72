public import EmpreinteText

/// What a rule is worth for one situation, with its unit as people write it.
public struct RuleResult: Sendable, Hashable {
    /// What the rule is worth.
    public let value: RuleValue
    /// The unit of a number that has one.
    public let unit: String?
}

extension PublicodesModel {
    /// What each situation makes of some rules, with units.
    /// - Parameter names: the rules, all public ones unless said.
    public func results(of names: [String]? = nil, in set: SituationSet) -> [[RuleResult]] {
        evaluate(names, in: set) { evaluator, situation in
            let values = evaluator.values(in: situation)
            return values.indices.map { RuleResult(value: values[$0], unit: evaluator.unit(ofOutput: $0)) }
        }
    }

    /// What each situation makes of some rules.
    /// - Parameter names: the rules, all public ones unless said.
    public func values(of names: [String]? = nil, in set: SituationSet) -> [[RuleValue]] {
        evaluate(names, in: set) { $0.values(in: $1) }
    }

    /// Hands over what each situation makes of some rules, one situation after the other, in order.
    ///
    /// Codes: `publicodes.cycle` and `publicodes.failed`, both warnings, and `publicodes.depth`.
    /// - Parameters:
    ///   - names: the rules, all public ones unless said.
    ///   - diagnostics: takes why rules are undefined or cannot be computed; its places are in the sources of the set.
    public func forEachSituation(
        of set: SituationSet, rules names: [String]? = nil, _ diagnostics: inout Diagnostics,
        _ body: (Situation, [RuleValue]) -> Void
    ) {
        _ = evaluate(names, in: set, &diagnostics) { evaluator, situation in
            body(situation, evaluator.values(in: situation))
        }
    }

    private func evaluate<Result>(
        _ names: [String]?, in set: SituationSet, _ read: (inout Evaluator, Situation) -> Result
    ) -> [Result] {
        var ignored = Diagnostics()
        return evaluate(names, in: set, &ignored, read)
    }

    /// Situations of one kind share a program; those with expressions have their own.
    private func evaluate<Result>(
        _ names: [String]?, in set: SituationSet, _ diagnostics: inout Diagnostics,
        _ read: (inout Evaluator, Situation) -> Result
    ) -> [Result] {
        let names = names ?? ruleNames
        let shared = set.sharedGivens()
        var evaluators: [[RuleID: Given]: Evaluator] = [:]
        return set.situations.map { situation in
            let givens = situation.givens(sharing: shared)
            var evaluator =
                evaluators.removeValue(forKey: givens)
                ?? Evaluator(program(of: names, given: givens, rules: set.rules, noting: &diagnostics))
            let result = read(&evaluator, situation)
            evaluator.noteFailures(&diagnostics)
            // A program made for one situation is not likely to serve again.
            if givens == shared || evaluators.count < 8 { evaluators[givens] = evaluator }
            return result
        }
    }

    /// Compiles rules, and tells why some are undefined; that units do not convert is for those who check the model.
    private func program(
        of names: [String], given: [RuleID: Given], rules: RuleSet, noting diagnostics: inout Diagnostics
    ) -> Program {
        var own = Diagnostics()
        let program = program(of: names, given: given, rules: rules, diagnostics: &own)
        diagnostics.report(contentsOf: own.sorted.filter { $0.code != "publicodes.unit.mismatch" })
        return program
    }
}
