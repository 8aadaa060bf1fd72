internal import CEmpreinte
internal import Empreinte
internal import EmpreinteAnalysis
internal import EmpreinteEngine
internal import EmpreinteGraph

/// What people do, in the order of choice.
@safe
struct LentChoices: @unchecked Sendable {
    let acting: ActedEvaluator
    private(set) var choices: [LentChoice] = []
    /// What is wrong with some of the choices together, where somebody makes them.
    private(set) var rules: [Rule] = []
    /// The choices that split the people together, by position.
    private(set) var groups: [[Int]] = []
    /// The choices that some people make alone, of actions that do not concern everybody, by position; none where those
    /// whom they do not concern are passed by.
    private(set) var conditional: [Int] = []
    let isDrawn: Bool
    let random: Philox
    /// Whether some come from a scenario or a plan.
    let hasCommon: Bool
    private let ids: UnsafeBufferPointer<UnsafePointer<CChar>?>

    var model: Model { acting.model }

    /// Choices that cannot be made together, or one without another.
    struct Rule: Sendable {
        let problem: ChoiceCheck.Problem
        let first: Int
        /// The choice it does not go with; the one it needs; nothing where nobody makes the one it needs.
        let second: Int?
    }

    /// - Throws: an argument failure for what is no choice; what is wrong with a choice, a scenario or a plan; choices that
    ///   everybody makes and that do not go together.
    init(_ lent: emp_choices, _ evaluator: HeldEvaluator, people: Int) throws {
        acting = evaluator.pack.acting
        isDrawn = unsafe lent.splitting == 1
        guard unsafe 0...1 ~= lent.splitting else {
            throw unsafe Failure(argument: "there is no splitting \(lent.splitting)", code: "argument.splitting")
        }
        random = unsafe Philox(key: lent.seed == 0 ? 1 : lent.seed)
        unsafe ids = unsafe try items(lent.ids, count: lent.id_count, "ids")
        guard unsafe ids.isEmpty || ids.count >= people else {
            throw unsafe Failure(argument: "there are \(ids.count) ids for \(people) people", code: "argument.size")
        }
        var own: [LentChoice] = []
        for place in unsafe try items(lent.items, count: lent.count, "items").indices {
            let item = unsafe try read(lent.items.map { unsafe $0 + place }, standing: .whole, "choice")
            let choice = unsafe try LentChoice(item, evaluator, people: people)
            guard !own.contains(where: { $0.action == choice.action }) else {
                let id = evaluator.model.actions[choice.action].id
                throw Failure(argument: "'\(id)' is chosen twice", code: "argument.twice")
            }
            own.append(choice)
        }
        let common = unsafe try Self.common(lent, evaluator).filter { common in
            !own.contains { $0.action == common.action }
        }
        hasCommon = unsafe lent.scenario != nil || lent.plan != nil
        choices = common + own
        groups = acting.acted.splits.map { split in
            split.compactMap { action in choices.firstIndex { $0.action == action } }
        }.filter { !$0.isEmpty }
        try makeRules()
        guard unsafe lent.passes_unconcerned == 0 else { return }
        conditional = choices.indices.filter { position in
            choices[position].levels != nil && acting.acted.concerned[choices[position].action] != nil
        }
    }

    /// What a scenario and a plan choose for everybody.
    private static func common(_ lent: emp_choices, _ evaluator: HeldEvaluator) throws -> [LentChoice] {
        let (model, year) = (evaluator.model, evaluator.years.lowerBound)
        var choices: [Choice] = []
        if let name = unsafe lent.scenario {
            let id = unsafe try text(name, "scenario")
            guard let scenario = model.scenario(id) else {
                throw Failure(
                    argument: "\(model.identity.id) has no scenario '\(id)'", code: "scenario.unknown",
                    hint: Spelling.didYouMean(id, among: model.scenarios.map(\.id)))
            }
            choices = model.scenarios[scenario].choices
        }
        if let plan = unsafe lent.plan {
            let bytes = unsafe try items(plan, count: lent.plan_size, "plan").map { UInt8(bitPattern: $0) }
            let made = try PlanReader(model).choices(in: bytes, path: "plan")
            guard !made.contains(where: { $0.person != nil }) else {
                throw Failure(
                    .input,
                    CompilationError(
                        "choice.person", "a plan beside columns is everybody's",
                        hint: "give what some choose as columns"))
            }
            let anew = Set(made.map(\.action))
            choices = choices.filter { !anew.contains($0.action) } + made
        }
        return choices.filter { $0.level > 0 }.map { LentChoice($0, model, from: year) }
    }

    private mutating func makeRules() throws {
        let all = ActionSet(fully: choices.map(\.action))
        func position(_ action: Int) -> Int? { choices.firstIndex { $0.action == action } }
        for problem in ChoiceCheck(model).problems(of: all) {
            guard let first = problem.actions.first, let own = position(first) else { continue }
            rules.append(
                Rule(problem: problem, first: own, second: problem.actions.dropFirst().first.flatMap(position)))
        }
        for (own, choice) in choices.enumerated() {
            for needed in model.actions[choice.action].requires {
                guard let other = position(needed) else { continue }
                rules.append(Rule(problem: .missing(choice.action, needs: needed), first: own, second: other))
            }
        }
        // What is the same for everybody is looked at once.
        let problems = rules.filter { isCommon($0) && isBroken($0, by: 0) }.map(\.problem)
        guard problems.isEmpty else {
            throw CompilationError(problems.map { .error($0.code, $0.message(in: model), at: nil) })
        }
        rules.removeAll(where: isCommon)
    }

    private func isCommon(_ rule: Rule) -> Bool {
        choices[rule.first].isCommon && rule.second.map { choices[$0].isCommon } ?? true
    }

    /// Whether a person does what a rule is about.
    func isBroken(_ rule: Rule, by person: Int) -> Bool {
        let level = choices[rule.first].level(person)
        guard level > 0 else { return false }
        let other = rule.second.map { choices[$0].level(person) } ?? 0
        if case .missing = rule.problem { return !(other > 0) }
        return other > 0 && [rule.first, rule.second ?? rule.first].allSatisfy { choices[$0].adoption(person) == 1 }
    }

    // MARK: One person

    /// What a person does.
    func set(of person: Int) -> ActionSet {
        var set = ActionSet()
        for choice in choices { set[choice.action] = choice.taking(person) }
        return set
    }

    /// The id of a person.
    /// - Throws: an argument failure where the caller gave none.
    func id(of person: Int) throws(Failure) -> String {
        guard unsafe ids.indices.contains(person) else {
            throw Failure(
                argument: "who switches is drawn by the ids of people, and there are none", code: "argument.ids",
                hint: "set ids, or choose for everybody at full adoption")
        }
        return unsafe try text(ids[person], "an id")
    }
}

extension emp_choice {
    /// As `EMP_CHOICE_INIT` has it.
    static var whole: emp_choice {
        var choice = unsafe emp_choice()
        unsafe (choice.level, choice.adoption) = (1, 1)
        return unsafe choice
    }
}
