// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

internal import CEmpreinte
internal import Empreinte
internal import EmpreinteEngine
internal import EmpreinteGraph

/// What an `emp_person` is: answers so far, and a run that is ready for the next one.
final class HeldPerson {
    let evaluator: HeldEvaluator
    private var run: SoloRun
    private var slots: [Scalar]

    init(_ evaluator: HeldEvaluator) throws {
        let model = evaluator.model
        var binding = evaluator.unansweredBinding
        binding.inputs[Model.yearSlot] = .byYear
        for input in model.inputs {
            binding.inputs[input.valueSlot] = .lane
            binding.inputs[input.answeredSlot] = .lane
        }
        self.evaluator = evaluator
        do throws(RunError) {
            run = try SoloRun(
                evaluator.plans.plan(for: binding),
                inputs: [Model.yearSlot: .byYear(evaluator.years.map(Double.init))])
        } catch {
            throw Failure(.input, CompilationError(error, in: model))
        }
        slots = model.unboundSlots
    }

    func set(_ question: Int, to answer: Double) throws {
        let input = try evaluator.pack.question(question)
        guard let accepted = evaluator.rules[question].accepted(answer) else {
            throw input.refusal(of: answer, for: -1)
        }
        slots[input.valueSlot] = accepted
        slots[input.answeredSlot] = 1
    }

    func set(_ question: Int, to text: String) throws {
        _ = try evaluator.pack.question(question)
        try set(question, to: try evaluator.pack.reader.answer(text, to: question))
    }

    func unset(_ question: Int) throws {
        let input = try evaluator.pack.question(question)
        slots[input.valueSlot] = 0
        slots[input.answeredSlot] = 0
    }

    /// - Throws: why the person has no result.
    func evaluate(into values: UnsafeMutablePointer<Double>) throws {
        run.evaluate(slots)
        if let failure = run.failure { throw Failure(.input, CompilationError(failure, in: evaluator.model)) }
        let yearCount = evaluator.years.count
        var isFinite = true
        for output in evaluator.outputs.indices {
            for year in 0..<yearCount {
                let value = run[output, year: year]
                unsafe values[output * yearCount + year] = value
                isFinite = isFinite && value.isFinite
            }
        }
        if !isFinite { throw unsafe failure(values) }
    }

    private func failure(_ values: UnsafeMutablePointer<Double>) -> Failure {
        let yearCount = evaluator.years.count
        let place = (0..<evaluator.outputs.count * yearCount).first { unsafe !values[$0].isFinite } ?? 0
        var person = Person(id: "this person")
        for (index, input) in evaluator.model.inputs.enumerated() where slots[input.answeredSlot] == 1 {
            person.answers[index] = slots[input.valueSlot]
        }
        return evaluator.failure(
            of: person, at: -1, output: place / yearCount, year: evaluator.years.lowerBound + place % yearCount)
    }
}

@c @implementation
public func emp_person_create(
    _ evaluator: OpaquePointer?, _ out: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    unsafe attempt {
        let evaluator = unsafe try held(evaluator, as: HeldEvaluator.self, "evaluator")
        unsafe try hand(HeldPerson(evaluator), to: out, "out_person")
    }
}

@c @implementation
public func emp_person_free(_ person: OpaquePointer?) { unsafe release(person, HeldPerson.self) }

@c @implementation
public func emp_person_set(_ person: OpaquePointer?, _ question: Int, _ answer: Double) -> OpaquePointer? {
    unsafe attempt { unsafe try held(person, as: HeldPerson.self, "person").set(question, to: answer) }
}

@c @implementation
public func emp_person_set_text(
    _ person: OpaquePointer?, _ question: Int, _ answer: UnsafePointer<CChar>?
) -> OpaquePointer? {
    unsafe attempt {
        let person = unsafe try held(person, as: HeldPerson.self, "person")
        try person.set(question, to: unsafe try text(answer, "answer"))
    }
}

@c @implementation
public func emp_person_unset(_ person: OpaquePointer?, _ question: Int) -> OpaquePointer? {
    unsafe attempt { unsafe try held(person, as: HeldPerson.self, "person").unset(question) }
}

@c @implementation
public func emp_person_evaluate(
    _ person: OpaquePointer?, _ out: UnsafeMutablePointer<Double>?, _ capacity: Int
) -> OpaquePointer? {
    unsafe attempt {
        let person = unsafe try held(person, as: HeldPerson.self, "person")
        guard let out = unsafe out else { throw Failure(null: "out_values") }
        let needed = person.evaluator.outputs.count * person.evaluator.years.count
        guard capacity >= needed else {
            throw Failure(argument: "there is room for \(capacity) values of \(needed)", code: "argument.size")
        }
        unsafe try person.evaluate(into: out)
    }
}
