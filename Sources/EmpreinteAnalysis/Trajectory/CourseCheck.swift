internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

/// Finds what cannot be in a course, where it was chosen.
struct CourseCheck {
    let request: Analysis.Request
    let course: Course
    /// When actions start that state no year.
    let year: Int
    private(set) var diagnostics = Diagnostics()
    private var known: [[Int: ActionSet.Taking]: [ChoiceCheck.Problem]] = [:]
    private var told: Set<ChoiceCheck.Problem> = []
    /// The people the plan names who are there.
    private var met: Set<String> = []

    init(_ request: Analysis.Request, _ course: Course, from year: Int) {
        self.request = request
        self.course = course
        self.year = year
        report(course.set(in: request.model, from: year), of: nil)
    }

    /// Looks at what one person does.
    mutating func add(_ person: Person) {
        guard course.isApart(person) else { return }
        report(course.set(for: person, in: request.model, from: year), of: person)
        guard let own = course.own[person.id], met.insert(person.id).inserted else { return }
        let conditions = own.filter { $0.level > 0 && request.model.actions[$0.action].presence != nil }
        guard !conditions.isEmpty else { return }
        var interpreter = Interpreter()
        interpreter.run(request.model.graph, inputs: request.model.slots(for: person, year: year))
        for choice in conditions {
            guard let presence = request.model.actions[choice.action].presence,
                interpreter.values[presence.index] == 0
            else { continue }
            report(.notApplicable(choice.action), of: person, at: choice.place)
        }
    }

    /// Refuses what was found, and people of the plan whom nobody met. Codes: `choice.person` and those of `ChoiceCheck`.
    mutating func finish(_ people: [String] = []) throws(CompilationError) {
        for (id, choices) in course.own.sorted(by: { $0.key < $1.key }) where !met.contains(id) {
            diagnostics.report(
                .error(
                    "choice.person", "nobody here is called '\(id)'", at: choices.first?.place?.range,
                    hint: Spelling.didYouMean(id, among: people)))
        }
        try throwIfErrors()
    }

    func throwIfErrors() throws(CompilationError) { try diagnostics.throwIfErrors(in: request.sources) }

    private mutating func report(_ set: ActionSet, of person: Person?) {
        let problems = known[set.takings] ?? ChoiceCheck(request.model).problems(of: set)
        known[set.takings] = problems
        for problem in problems where told.insert(problem).inserted {
            report(problem, of: person, at: place(of: problem, person))
        }
    }

    private mutating func report(_ problem: ChoiceCheck.Problem, of person: Person?, at place: Place?) {
        diagnostics.report(
            .error(
                problem.code, problem.message(in: request.model), at: place?.range,
                hint: person.map { "of \($0.id), with all that is chosen and taken" }))
    }

    /// Where the last of the actions concerned was chosen; nothing where all were taken before.
    private func place(of problem: ChoiceCheck.Problem, _ person: Person?) -> Place? {
        let choices = course.common + (person.flatMap { course.own[$0.id] } ?? [])
        return choices.last { problem.actions.contains($0.action) }?.place
    }
}
