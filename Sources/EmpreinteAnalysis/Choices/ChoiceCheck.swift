internal import EmpreinteGraph
public import EmpreinteModel

/// Whether actions can be taken together, and by whom.
public struct ChoiceCheck: Sendable {
    /// Why a set of actions cannot be.
    public enum Problem: Sendable, Hashable {
        /// The first excludes the second, and everybody takes both.
        case excluded(Int, Int)
        /// Both set one thing to different values, and everybody takes both.
        case conflict(Int, Int, target: Effect.Target)
        /// The first needs the second, which is not taken.
        case missing(Int, needs: Int)
        /// It does not apply to the person.
        case notApplicable(Int)
    }

    /// The model it works on.
    public let model: Model

    public init(_ model: Model) {
        self.model = model
    }

    /// What is wrong with a set of actions.
    ///
    /// - Parameter applicable: those that apply to the person; all of them where no person is meant, so that only what
    ///   nobody could do is a problem.
    public func problems(of set: ActionSet, applicable: Set<Int>? = nil) -> [Problem] {
        let actions = set.order.sorted().filter { applicable?.contains($0) ?? true }
        var problems: [Problem] = []
        for action in actions {
            for needed in model.actions[action].requires where set[needed] == nil {
                problems.append(.missing(action, needs: needed))
            }
        }
        let whole = actions.filter { set[$0]?.adoption == .whole }
        let settings = whole.map { Self.settings(model.actions[$0]) }
        for (position, first) in whole.enumerated() {
            for (other, second) in whole.enumerated().dropFirst(position + 1) where !isSuperseded(first, second) {
                if model.actions[first].excludes.contains(second) || model.actions[second].excludes.contains(first) {
                    problems.append(.excluded(first, second))
                } else if let target = Self.conflict(settings[position], settings[other]) {
                    problems.append(.conflict(first, second, target: target))
                }
            }
        }
        return problems
    }

    private func isSuperseded(_ a: Int, _ b: Int) -> Bool {
        model.actions[a].supersedes.contains(b) || model.actions[b].supersedes.contains(a)
    }

    /// The first target that both set to different values, everybody concerned.
    private static func conflict(
        _ first: [(target: Effect.Target, value: NodeID)], _ second: [(target: Effect.Target, value: NodeID)]
    ) -> Effect.Target? {
        first.first { own in second.contains { $0.target == own.target && $0.value != own.value } }?.target
    }

    private static func settings(_ action: Action) -> [(target: Effect.Target, value: NodeID)] {
        action.effects.filter { $0.adoption == 1 }.compactMap { effect in
            switch effect.verb {
            case .set(let target, let value), .switching(let target, let value): (target, value)
            default: nil
            }
        }
    }
}

extension ChoiceCheck.Problem {
    /// A stable code: `choice.excluded`, `choice.conflict`, `choice.requires`, `choice.not_applicable`.
    public var code: String {
        switch self {
        case .excluded: "choice.excluded"
        case .conflict: "choice.conflict"
        case .missing: "choice.requires"
        case .notApplicable: "choice.not_applicable"
        }
    }

    /// The actions that do not go, which somebody chose.
    public var actions: [Int] {
        switch self {
        case .excluded(let first, let second), .conflict(let first, let second, _): [first, second]
        case .missing(let action, _), .notApplicable(let action): [action]
        }
    }

    /// What is wrong, in a sentence.
    public func message(in model: Model) -> String {
        func name(_ action: Int) -> String { "'\(model.actions[action].id)'" }
        switch self {
        case .excluded(let first, let second): return "\(name(first)) does not go with \(name(second))"
        case .conflict(let first, let second, let target):
            return "\(name(first)) and \(name(second)) set '\(model.id(of: target))' to different values"
        case .missing(let action, let needed): return "\(name(action)) needs \(name(needed))"
        case .notApplicable(let action):
            let condition = model.actions[action].condition.map { ": it needs \($0)" } ?? ""
            return "\(name(action)) does not apply\(condition)"
        }
    }
}

extension Model {
    /// The id of what an action changes.
    public func id(of target: Effect.Target) -> String {
        switch target {
        case .input(let index, _): inputs[index].id
        case .figure(let factor, let cell):
            factors[factor].cells[cell].option.map { "\(factors[factor].id)[\($0)]" } ?? factors[factor].id
        case .trend(let index): trends[index].id
        }
    }
}
