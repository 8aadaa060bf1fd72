internal import Empreinte
internal import EmpreinteAnalysis
internal import EmpreinteEngine
internal import EmpreinteGraph

extension ColumnRun {
    /// What a plan is given for a stretch of people who do nothing.
    /// - Throws: the first person's answer that is refused.
    func inputs(_ people: Range<Int>, _ plans: Plans, _ room: StretchRoom) throws(Failure) -> [Int: Run.Input] {
        var inputs: [Int: Run.Input] = [Model.yearSlot: try years(of: people)]
        var refusal: (person: Int, column: Int, answer: Double)?
        for (index, column) in columns.enumerated() {
            let input = evaluator.model.inputs[column.input]
            if case .literal(0) = plans.results.binding[input.valueSlot] { continue }
            let (stretch, refused) = room.stretch(column, index, people)
            if let refused, people.lowerBound + refused < refusal?.person ?? .max {
                refusal = (people.lowerBound + refused, index, stretch.answer(refused) ?? .nan)
            }
            inputs[input.valueSlot] = .lane(stretch.column)
            if let answered = stretch.answeredColumn { inputs[input.answeredSlot] = .lane(answered) }
        }
        guard let refusal else { return inputs }
        let column = columns[refusal.column]
        throw evaluator.model.inputs[column.input].refusal(
            of: refusal.answer, word: column.word(refusal.person), for: refusal.person)
    }

    private func years(of people: Range<Int>) throws(Failure) -> Run.Input {
        guard let years else { return .byYear(evaluator.years.map(Double.init)) }
        let standing = Double(evaluator.years.lowerBound)
        let covered = evaluator.model.years.range
        let own = people.map { years[$0] ?? standing }
        guard let lane = own.firstIndex(where: { !covered.contains(Int($0)) }) else {
            return .lane(Column(numbers: own))
        }
        let person = people.lowerBound + lane
        let error = CompilationError(
            "year.outside",
            "\(evaluator.model.identity.id) covers \(covered.lowerBound) to \(covered.upperBound), not \(Int(own[lane]))"
        )
        throw Failure(.input, error.naming(person), person: person)
    }

    /// A person by the position, with the answers that count.
    /// - Throws: why an answer is refused.
    func person(_ index: Int, _ room: StretchRoom) throws(Failure) -> Person {
        var person = Person(id: (try? choices?.id(of: index)) ?? "person \(index)")
        if let years { person.year = years[index].map { Int($0) } }
        for (number, column) in columns.enumerated() {
            if case .none = column.cells { continue }
            let (stretch, refused) = room.stretch(column, number, index..<index + 1)
            guard refused == nil else {
                throw evaluator.model.inputs[column.input].refusal(
                    of: stretch.answer(0) ?? .nan, word: column.word(index), for: index)
            }
            person.answers[column.input] = stretch.answer(0)
        }
        return person
    }

    // MARK: What people do

    /// What a stretch of people do, with their inputs completed by it.
    /// - Throws: the first person's choices that are refused.
    func chosen(
        by people: Range<Int>, _ choices: LentChoices, _ plans: Plans, _ inputs: inout [Int: Run.Input]
    ) throws -> ChosenStretch {
        let chosen = try ChosenStretch(choices, people)
        chosen.give(to: &inputs, years: evaluator.years)
        try refuseUnconcerned(chosen, inputs, plans)
        return chosen
    }

    /// Refuses people who chose for themselves what does not concern them.
    private func refuseUnconcerned(
        _ chosen: ChosenStretch, _ inputs: [Int: Run.Input], _ plans: Plans
    ) throws {
        guard let plan = plans.concerned, let choices else { return }
        var inputs = inputs
        if years == nil { inputs[Model.yearSlot] = .uniform(Double(evaluator.years.lowerBound)) }
        let concerned = try chosen.values(plan, inputs, yearCount: 1, outputCount: choices.conditional.count)
        var first: (lane: Int, choice: Int)?
        for (place, choice) in choices.conditional.enumerated() {
            for lane in 0..<(first?.lane ?? chosen.count)
            where concerned[place * chosen.count + lane] == 0 && chosen.level(choice, lane) > 0 {
                first = (lane, choice)
                break
            }
        }
        guard let first else { return }
        let problem = ChoiceCheck.Problem.notApplicable(choices.choices[first.choice].action)
        let person = chosen.people.lowerBound + first.lane
        let error = CompilationError(problem.code, problem.message(in: evaluator.model))
        throw Failure(.input, error.naming(person), person: person)
    }

    // MARK: Results that are no numbers

    /// The first person whose result is no number.
    func notFinite(
        _ results: UnsafeMutableBufferPointer<Double>, _ people: Range<Int>, _ room: StretchRoom,
        _ strides: BufferSink.Strides
    ) -> Failure? {
        var first: (lane: Int, output: Int, year: Int)?
        for output in evaluator.outputs.indices {
            for (position, year) in evaluator.years.enumerated() {
                let start = output * strides.output + position * strides.year
                let end = first?.lane ?? people.count
                if let lane = unsafe firstNotFinite(results, start, strides.lane, end) { first = (lane, output, year) }
            }
        }
        guard let (lane, output, year) = first else { return nil }
        let index = people.lowerBound + lane
        do throws(Failure) {
            let person = try person(index, room)
            return evaluator.failure(
                of: person, at: index, output: output, year: person.year ?? year, under: choices?.set(of: index),
                choices?.acting)
        } catch {
            return error
        }
    }
}

/// The first place, up to an end, of a number that is none; goes over everything before it looks closer.
private func firstNotFinite(
    _ numbers: UnsafeMutableBufferPointer<Double>, _ start: Int, _ stride: Int, _ end: Int
) -> Int? {
    let exponent: UInt64 = 0x7FF0_0000_0000_0000
    var found: UInt64 = 0
    for lane in 0..<end {
        found |= unsafe numbers[start + lane * stride].bitPattern & exponent == exponent ? 1 : 0
    }
    guard found != 0 else { return nil }
    return (0..<end).first { unsafe !numbers[start + $0 * stride].isFinite }
}

extension LentColumn {
    /// The text a person gave for an option, where it was given as text.
    fileprivate func word(_ person: Int) -> String? {
        guard case .words(let words) = cells else { return nil }
        return unsafe String(decoding: words.word(person), as: UTF8.self)
    }
}
