internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText
internal import EmpreinteUnits

/// Says what actions bring to people in one indicator, and which to take next.
///
/// Every action counts at its full strength: what it brings in the end, whatever time it takes to come to it.
public struct Advisor: Sendable {
    /// The model it works on.
    public let model: Model
    /// What gains are counted in, by position in `Model.indicators`.
    public let indicator: Int
    let total: NodeID
    let evaluator: ActedEvaluator
    let compatibility: Compatibility

    /// - Throws: `indicator.empty` for an indicator that no leaf covers.
    public init(_ model: Model, indicator: Int = 0) throws(CompilationError) {
        guard model.indicators.indices.contains(indicator), let total = model.indicators[indicator].total else {
            throw CompilationError("indicator.empty", "no formula gives the indicator asked for", in: model.sources)
        }
        self.model = model
        self.indicator = indicator
        self.total = total
        evaluator = ActedEvaluator(model)
        compatibility = Compatibility(model)
    }

    /// The canonical unit of gains.
    public var unit: String { model.indicators[indicator].unit.description }

    /// The year of a person: their own, else the one asked for, else the reference year.
    func year(of person: Person, asked: Int?) -> Int { person.year ?? asked ?? model.years.reference }

    /// Whether who decides is a person or a household, for themselves.
    func isOwn(_ action: Int) -> Bool { !model.actions[action].actor.changesFigures }
}

/// Which actions cannot go together when everybody concerned takes them whole.
struct Compatibility: Sendable {
    /// By action, those it does not go with.
    let clashes: [[Int]]
    /// By action, those that need it.
    let dependents: [[Int]]
    private let model: Model

    init(_ model: Model) {
        self.model = model
        var clashes = [[Int]](repeating: [], count: model.actions.count)
        var dependents = clashes
        for problem in ChoiceCheck(model).problems(of: ActionSet(fully: Array(model.actions.indices))) {
            switch problem {
            case .excluded(let a, let b), .conflict(let a, let b, target: _):
                clashes[a].append(b)
                clashes[b].append(a)
            case .missing, .notApplicable: break
            }
        }
        for (action, needing) in model.actions.enumerated() {
            for needed in needing.requires { dependents[needed].append(action) }
        }
        self.clashes = clashes
        self.dependents = dependents
    }

    /// Those of some actions that an action does not go with.
    func clashes(of action: Int, with taken: Set<Int>) -> [Int] { clashes[action].filter(taken.contains) }

    /// What an action needs beside some others.
    func needs(of action: Int, beside taken: Set<Int>) -> [Int] {
        model.actions[action].requires.filter { !taken.contains($0) }
    }

    /// Whether actions can all be taken together.
    func allows(_ actions: [Int]) -> Bool {
        let taken = Set(actions)
        return actions.allSatisfy { clashes(of: $0, with: taken).isEmpty && needs(of: $0, beside: taken).isEmpty }
    }

    /// Those of some actions that can be taken at all: what they need is among them, and goes with them.
    func takable(_ actions: [Int]) -> [Int] {
        var rest = actions
        while true {
            let taken = Set(rest)
            let kept = rest.filter { action in
                model.actions[action].requires.allSatisfy { taken.contains($0) && !clashes[action].contains($0) }
            }
            if kept.count == rest.count { return kept }
            rest = kept
        }
    }
}
