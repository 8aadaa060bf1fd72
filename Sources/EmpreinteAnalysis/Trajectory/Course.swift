public import EmpreinteModel
internal import EmpreinteText

/// One way things may go: what a scenario and a plan choose, beside the actions people have taken.
public struct Course: Sendable {
    /// The scenario, by position in `Model.scenarios`; nothing without one.
    public let scenario: Int?
    /// Whether a caller's plan is part of it.
    public let hasPlan: Bool
    /// What is chosen for everybody: the scenario's choices, unless the plan makes them anew.
    let common: [Choice]
    /// What some choose for themselves.
    let own: [String: [Choice]]

    /// - Parameter plan: a caller's choices, over those of the scenario.
    public init(_ model: Model, scenario: Int? = nil, plan: [Choice] = []) {
        self.scenario = scenario
        hasPlan = !plan.isEmpty
        let everybodys = plan.filter { $0.person == nil }
        let anew = Set(everybodys.map(\.action))
        let given = scenario.map { model.scenarios[$0].choices } ?? []
        common = given.filter { !anew.contains($0.action) } + everybodys
        own = Dictionary(grouping: plan.filter { $0.person != nil }) { $0.person ?? "" }
    }

    /// Whether nobody chooses anything; people may have taken actions.
    public var isEmpty: Bool { common.isEmpty && own.isEmpty }

    /// What people choose who have taken nothing and choose nothing for themselves.
    ///
    /// - Parameter year: when actions start that state no year.
    func set(in model: Model, from year: Int) -> ActionSet { ActionSet(common, for: nil, in: model, from: year) }

    /// Whether a person is under another set than everybody.
    func isApart(_ person: Person) -> Bool { !person.taken.isEmpty || own[person.id] != nil }

    /// What one person does: what everybody chooses, what was taken already and goes on, what the person chooses.
    func set(for person: Person, in model: Model, from year: Int) -> ActionSet {
        var set = set(in: model, from: year)
        for action in person.taken where model.actions.indices.contains(action) { set[action] = .long }
        for choice in own[person.id] ?? [] {
            set[choice.action] = ActionSet([choice], for: person.id, in: model, from: year)[choice.action]
        }
        return set
    }
}

extension ActionSet.Taking {
    /// Begun so long ago that it is at its full strength.
    static let long = ActionSet.Taking(start: ActionSet.longAgo)
}

extension Analysis.Request {
    /// The courses asked for: one a scenario, each with the plan; without a scenario, one.
    ///
    /// - Throws: `scenario.unknown`, and what is wrong with a plan.
    func courses() throws(CompilationError) -> [Course] {
        var diagnostics = Diagnostics()
        let reader = PlanReader(model)
        var plan: [Choice] = []
        for document in documents.all(.plan) where document.layer == Document.callers {
            plan += reader.choices(in: document, &diagnostics)
        }
        var scenarios: [Int] = []
        for name in self["scenario"].split(separator: ",").map({ $0.trimmed }) {
            guard let scenario = model.scenario(name) else {
                let known = model.scenarios.map(\.id)
                let all = known.isEmpty ? "the model has none" : "scenarios: \(known.joined(separator: ", "))"
                diagnostics.report(
                    .error(
                        "scenario.unknown", "no scenario is called '\(name)'", at: nil,
                        hint: Spelling.didYouMean(name, among: known) ?? all))
                continue
            }
            if !scenarios.contains(scenario) { scenarios.append(scenario) }
        }
        try diagnostics.throwIfErrors(in: sources)
        return scenarios.isEmpty
            ? [Course(model, plan: plan)] : scenarios.map { Course(model, scenario: $0, plan: plan) }
    }
}

extension Substring {
    /// Without the spaces around it.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
