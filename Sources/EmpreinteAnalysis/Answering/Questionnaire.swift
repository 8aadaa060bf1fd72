internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// Asks one person the questions of a model, in the order of the model, and keeps the total at every step.
///
/// A question is asked when its condition holds for what was answered so far, and once: it is then answered or passed
/// over. What is passed over stays unanswered.
public struct Questionnaire: Sendable {
    public let model: Model
    /// The person with the answers so far.
    public private(set) var person: Person
    /// The questions passed over, by position in `Model.inputs`.
    public private(set) var passed: Set<Int>
    /// The question to ask now, by position in `Model.inputs`; nothing when all were asked.
    public private(set) var current: Int?
    /// The first indicator's total; nothing for a model without one.
    public private(set) var total: Double?
    private let evaluator: Evaluator
    /// The part of the graph that conditions and defaults need.
    private let program: Rewrite
    private var values: [Scalar] = []

    /// Starts where a person stopped.
    ///
    /// - Parameters:
    ///   - person: what was answered before.
    ///   - passed: what was asked and not answered; asked again when nothing else is left.
    /// - Throws: what `Evaluator.evaluate` refuses.
    public init(_ model: Model, person: Person, passed: Set<Int> = []) throws(CompilationError) {
        self.model = model
        self.person = person
        self.passed = passed.filter { person.answers[$0] == nil }
        evaluator = Evaluator(model)
        program = model.graph.optimised(roots: model.inputs.flatMap { [$0.stated, $0.presence].compactMap { $0 } })
        try evaluate(person)
        current = next()
        guard current == nil, !self.passed.isEmpty else { return }
        self.passed = []
        current = next()
    }

    /// Whether a question is for the person, as far as is known.
    public func applies(_ question: Int) -> Bool {
        model.inputs[question].presence.map { value(of: $0) != 0 } ?? true
    }

    /// The answer to a question, or what stands for it until it is answered; nothing where that cannot be computed.
    public func standing(_ question: Int) -> Double? {
        if let answer = person.answers[question] { return answer }
        let value = value(of: model.inputs[question].stated)
        return value.isFinite ? value : nil
    }

    /// How many questions are for the person, how many of them were asked, and which of them the current one is, from 1.
    public var progress: (count: Int, asked: Int, number: Int) {
        let own = model.inputs.indices.filter(applies)
        return (own.count, own.count(where: wasAsked), own.count { $0 <= current ?? model.inputs.count })
    }

    /// Answers the current question and goes on.
    ///
    /// - Parameter answer: as in `Person.answers`.
    /// - Throws: why the person has no result with that answer; the question is then asked still.
    public mutating func answer(_ answer: Double) throws(CompilationError) {
        guard let current else { return }
        var person = person
        person.answers[current] = answer
        try evaluate(person)
        self.person = person
        passed.remove(current)
        self.current = next()
    }

    /// Leaves the current question unanswered and goes on.
    ///
    /// - Throws: what `Evaluator.evaluate` refuses.
    public mutating func pass() throws(CompilationError) {
        guard let current else { return }
        var person = person
        person.answers[current] = nil
        try evaluate(person)
        self.person = person
        passed.insert(current)
        self.current = next()
    }

    /// Goes back to the question asked before the current one; false at the first.
    public mutating func goBack() -> Bool {
        let before = model.inputs.indices.prefix(current ?? model.inputs.count)
        guard let previous = before.last(where: { wasAsked($0) && applies($0) }) else { return false }
        current = previous
        return true
    }

    // MARK: Values

    private func wasAsked(_ question: Int) -> Bool { person.answers[question] != nil || passed.contains(question) }

    private func next() -> Int? { model.inputs.indices.first { !wasAsked($0) && applies($0) } }

    private mutating func evaluate(_ person: Person) throws(CompilationError) {
        let evaluation = try evaluator.evaluate(person)
        total = model.indicators.first?.total.map { evaluation[$0] }
        var interpreter = Interpreter()
        interpreter.run(program.graph, inputs: model.slots(for: person, year: evaluation.year))
        values = interpreter.values
    }

    private func value(of node: NodeID) -> Double { values[program[node].index] }
}
