internal import Empreinte
internal import EmpreinteEngine
internal import EmpreinteGraph
internal import Measures
internal import Respondents

/// One person who changes an answer and wants to see the new total.
struct Dialogue {
    /// Microseconds from a changed answer to the total and its branches: the median over the rounds.
    let microseconds: Double
    let questions: Int

    init(_ model: Model, rounds: Int) throws {
        let respondents = Respondents(model)
        let outputs = model.footprints
        var sources = model.unboundSlots.map { Binding.Source.literal($0) }
        sources[Model.yearSlot] = .literal(Scalar(model.years.reference))
        for input in model.inputs {
            sources[input.valueSlot] = .lane
            sources[input.answeredSlot] = .lane
        }
        var run = try SoloRun(Plan(model.graph, Binding(inputs: sources, outputs: outputs)))
        let changes = (0..<40).flatMap { person in
            respondents.asked.map { (slots: model.inputs[$0], answer: respondents.answer($0, of: person)) }
        }
        let evaluator = Evaluator(model)
        var seconds: [Double] = []
        var person = Person(id: "somebody")
        var totals = [Double](repeating: 0, count: changes.count)
        for _ in -1..<rounds {
            var slots = model.unboundSlots
            let elapsed = Elapsed.measure {
                for (place, change) in changes.enumerated() {
                    slots[change.slots.valueSlot] = change.answer
                    slots[change.slots.answeredSlot] = 1
                    run.evaluate(slots)
                    totals[place] = run[0]
                }
            }
            seconds.append(elapsed.processor / Double(changes.count))
        }
        for (place, total) in totals.enumerated() {
            let question = respondents.asked[place % respondents.asked.count]
            person.answers[question] = changes[place].answer
            guard place % 7 == 0 else { continue }
            let expected = try evaluator.evaluate(person)[outputs[0]]
            guard (total - expected).magnitude <= 1e-12 * expected.magnitude else {
                throw Failure("after change \(place) the total is \(total), not \(expected)")
            }
        }
        microseconds = seconds.dropFirst().median * 1e6
        questions = respondents.asked.count
    }
}
