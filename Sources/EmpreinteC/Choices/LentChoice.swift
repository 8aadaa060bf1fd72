internal import CEmpreinte
internal import Empreinte
internal import EmpreinteAnalysis
internal import EmpreinteGraph

/// How people take one action: the same for everybody, or as columns of the caller say.
struct LentChoice: Sendable {
    /// By position in `Model.actions`.
    let action: Int
    /// What holds where no column says otherwise.
    let common: ActionSet.Taking
    var levels: LentNumbers?
    var starts: LentNumbers?
    var adoptions: LentNumbers?
    /// What the codes of levels stand for.
    private let named: [Double]

    /// A choice made for everybody.
    init(_ choice: Choice, _ model: Model, from year: Int) {
        action = choice.action
        common = ActionSet.Taking(
            level: choice.level, start: choice.start ?? model.actions[choice.action].start ?? year,
            adoption: choice.adoption)
        named = []
    }

    /// A choice of the caller.
    /// - Throws: an argument failure for what is no choice; `choice.level`, `choice.adoption` and `choice.year`.
    init(_ choice: emp_choice, _ evaluator: HeldEvaluator, people: Int) throws {
        let action = unsafe choice.action
        let described = try evaluator.pack.item(evaluator.model.actions, action, "action")
        let start = unsafe choice.start == 0 ? described.start ?? evaluator.years.lowerBound : Int(choice.start)
        self.action = action
        common = unsafe ActionSet.Taking(
            level: choice.level, start: start, adoption: try Self.adoption(choice, evaluator.years))
        named = described.levels.map(\.value)
        func column(
            _ pointer: UnsafePointer<emp_column>?, _ types: [ValueType], _ things: String
        ) throws -> LentNumbers? {
            guard unsafe pointer != nil else { return nil }
            let column = unsafe try read(pointer, standing: emp_column(), "column")
            return unsafe try LentNumbers(column, types: types, people: people, of: "\(things) of '\(described.id)'")
        }
        levels = unsafe try column(choice.levels, [.number, .code, .flag], "levels")
        starts = unsafe try column(choice.starts, [.code], "starts")
        adoptions = unsafe try column(choice.adoptions, [.number], "adoptions")
        guard unsafe adoptions == nil || choice.yearly_adoption_count == 0 else {
            throw Failure(
                argument: "the adoption of '\(described.id)' is given by person and by year", code: "argument.twice")
        }
        if let refusal = refusal(level: common.level, start: Double(start), adoption: nil, described, for: -1) {
            throw refusal
        }
    }

    private static func adoption(_ choice: emp_choice, _ years: ClosedRange<Int>) throws -> Choice.Adoption {
        let yearly = unsafe try items(
            choice.yearly_adoption, count: choice.yearly_adoption_count, "yearly_adoption")
        let shares = yearly.isEmpty ? unsafe [choice.adoption] : unsafe Array(yearly)
        guard shares.allSatisfy((0...1).contains) else { throw Failure(.input, notAShare("an adoption")) }
        guard !yearly.isEmpty else { return .always(shares[0]) }
        guard yearly.count == years.count, let series = try? YearSeries(Array(years), shares) else {
            throw Failure(
                argument: "an adoption by year has \(yearly.count) shares for \(years.count) years",
                code: "argument.size")
        }
        return .byYear(series)
    }

    private static func notAShare(_ words: String) -> CompilationError {
        CompilationError(
            words == "a level" ? "choice.level" : "choice.adoption", "\(words) is from 0 to 1")
    }

    // MARK: By person

    /// Whether everybody takes it alike.
    var isCommon: Bool { levels == nil && starts == nil && adoptions == nil }

    /// How strongly a person takes it: 0 is not at all, NaN what is no level.
    func level(_ person: Int) -> Double {
        guard let levels else { return common.level }
        guard let level = levels[person] else { return 0 }
        guard levels.type == .code else { return level }
        return level >= 0 && level < Double(named.count) ? named[Int(level)] : .nan
    }

    func start(_ person: Int) -> Double { starts?[person] ?? Double(common.start) }

    /// The share of those like a person who take it; nothing where it changes from year to year.
    func adoption(_ person: Int) -> Double? {
        if let own = adoptions?[person] { return own }
        guard case .always(let share) = common.adoption else { return nil }
        return share
    }

    /// How a person takes it, or nothing.
    func taking(_ person: Int) -> ActionSet.Taking? {
        let level = level(person)
        guard level > 0 else { return nil }
        let adoption = adoptions?[person].map { Choice.Adoption.always($0) } ?? common.adoption
        return ActionSet.Taking(level: level, start: Int(start(person)), adoption: adoption)
    }

    /// Why what a person does is refused.
    /// - Parameter adoption: nothing where it changes from year to year.
    func refusal(
        level: Double, start: Double, adoption: Double?, _ action: Action, for person: Int
    ) -> Failure? {
        var error: CompilationError?
        if !(0...1).contains(level) {
            let names = levels?.type == .code ? action.levels.map(\.name) : []
            let hint = names.isEmpty ? "a level is from 0 to 1" : "levels: \(names.joined(separator: ", "))"
            error = CompilationError("choice.level", "that is no level of '\(action.id)'", hint: hint)
        } else if let adoption, !(0...1).contains(adoption) {
            error = Self.notAShare("an adoption")
        } else if !(1900...2200).contains(start) {
            error = CompilationError("choice.year", "\(Int(start)) is no year an action starts in")
        }
        return error.map { Failure(.input, $0.naming(person), person: person) }
    }
}

extension CompilationError {
    /// The same problems, said of a person by the position; of nobody below 0.
    func naming(_ person: Int) -> CompilationError {
        guard person >= 0 else { return self }
        return CompilationError(
            diagnostics.map { problem in
                var problem = problem
                problem.message = "person \(person): \(problem.message)"
                return problem
            }, in: sources)
    }
}
