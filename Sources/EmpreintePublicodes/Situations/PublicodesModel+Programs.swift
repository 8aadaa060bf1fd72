internal import EmpreinteText

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

extension PublicodesModel {
    /// Today, in days since 1 January 1970.
    var today: Int { Int(time(nil)) / 86_400 }

    /// Compiles some rules for a kind of situation.
    func program(
        of names: [String], given: [RuleID: Given], rules: RuleSet? = nil, diagnostics: inout Diagnostics
    ) -> Program {
        let rules = rules ?? self.rules
        var lowering = Lowering(rules, given: given, today: today)
        let outputs = DeepStack.run {
            lowering.read(names.map { rules.rule($0) })
        }
        diagnostics.report(contentsOf: lowering.diagnostics)
        return Program(lowering, Array(zip(names, outputs)))
    }

    /// Compiles without warnings.
    func program(of names: [String], given: [RuleID: Given], rules: RuleSet) -> Program {
        var ignored = Diagnostics()
        return program(of: names, given: given, rules: rules, diagnostics: &ignored)
    }
}

extension SituationSet {
    /// What a program for all situations may expect: for each rule, an answer of the first sort met.
    func sharedGivens() -> [RuleID: Given] {
        var givens: [RuleID: Given] = [:]
        var counts: [RuleID: Int] = [:]
        for situation in situations {
            for (rule, answer) in situation.answers where answer.isConstant {
                if givens[rule] == nil { givens[rule] = answer.given(isOptional: true) }
                counts[rule, default: 0] += 1
            }
        }
        for (rule, count) in counts where count == situations.count {
            if case .column(let kind, let unit, _)? = givens[rule] {
                givens[rule] = .column(kind, unit, isOptional: false)
            }
        }
        return givens
    }
}

extension Situation {
    /// The shared expectations when all answers meet them, its own otherwise.
    func givens(sharing shared: [RuleID: Given]) -> [RuleID: Given] {
        var own = shared
        for (rule, answer) in answers {
            let isOptional = if case .column(_, _, true)? = shared[rule] { true } else { false }
            let given = answer.given(isOptional: isOptional)
            if given != shared[rule] { own[rule] = answer.given(isOptional: false) }
        }
        return own
    }
}

extension Evaluator {
    /// What each output is worth in a situation, in order.
    mutating func values(in situation: Situation) -> [RuleValue] {
        var strangers: [String] = []
        let inputs = program.slots.map { slot -> Double in
            let answer = situation.answers[slot.rule]
            switch slot.role {
            case .isGiven: return answer == nil ? 0 : 1
            case .isMade, .isRemoved, .trial, .year, .action: return 0
            case .value:
                switch answer {
                case .number(let number, _): return number
                case .flag(let flag): return flag ? 1 : 0
                case .date(let day): return Double(day)
                case .text(let text):
                    if let code = program.texts.known(text) { return Double(code) }
                    strangers.append(text)
                    return Double(program.texts.texts.count + strangers.count - 1)
                case .term, nil: return 0
                }
            }
        }
        return values(of: inputs, strangers: strangers)
    }
}
