internal import Dispatch
internal import Empreinte
internal import EmpreinteEngine
internal import EmpreinteGraph
internal import Synchronization

/// One evaluation of many people over lent columns, stretch by stretch, on one thread or several.
struct ColumnRun: Sendable {
    let evaluator: HeldEvaluator
    let columns: [LentColumn]
    let peopleCount: Int
    let settings: Settings

    /// How a run goes about it.
    @safe
    struct Settings: @unchecked Sendable {
        var threadCount = 1
        var keepsNotFinite = false
        var cancellation: Cancellation?
        var progress: (@convention(c) (UnsafeMutableRawPointer?, Int) -> Void)?
        var user: UnsafeMutableRawPointer?
    }

    /// Where results go.
    @safe
    struct Place: @unchecked Sendable {
        let buffer: UnsafeMutableBufferPointer<Double>
        let strides: BufferSink.Strides

        init(_ buffer: UnsafeMutableBufferPointer<Double>, _ strides: BufferSink.Strides) {
            unsafe self.buffer = buffer
            self.strides = strides
        }
    }

    /// How many people are checked and evaluated at once: few enough that what was checked is still near.
    private static let height = 8_192

    /// - Throws: what is refused first in the order of people, `cancelled`, or what does not fit.
    func run(into place: Place) throws {
        guard peopleCount > 0 else { return }
        try check(place)
        let plan = evaluator.plans.plan(for: binding)
        let stretchCount = (peopleCount - 1) / Self.height + 1
        let next = Atomic(0)
        let state = Mutex(State())
        let work: @Sendable (Int) -> Void = { _ in
            let room = StretchRoom(height: min(Self.height, peopleCount))
            while state.withLock({ $0.failure == nil }) {
                let stretch = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard stretch < stretchCount else { return }
                let people = stretch * Self.height..<min(peopleCount, (stretch + 1) * Self.height)
                let failure = evaluate(people, plan, room, place)
                state.withLock { state in
                    if let failure { state.note(failure, stretch) }
                    state.done += people.count
                    guard failure == nil, let progress = unsafe settings.progress else { return }
                    unsafe progress(settings.user, state.done)
                }
            }
        }
        let workers = min(max(settings.threadCount, 1), stretchCount)
        if workers == 1 { work(0) } else { DispatchQueue.concurrentPerform(iterations: workers, execute: work) }
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    private struct State {
        var done = 0
        var failure: Failure?
        private var stretch = Int.max

        /// Stretches are taken in order, so the first one refused is among those that were.
        mutating func note(_ failure: Failure, _ stretch: Int) {
            guard stretch < self.stretch else { return }
            (self.failure, self.stretch) = (failure, stretch)
        }
    }

    // MARK: What a plan is staged for

    /// Columns everybody answered, or nobody, need no flag.
    private var binding: Binding {
        let model = evaluator.model
        var binding = evaluator.unansweredBinding
        binding.inputs[Model.yearSlot] =
            evaluator.years.count == 1 ? .literal(Double(evaluator.years.lowerBound)) : .byYear
        for column in columns {
            let input = model.inputs[column.input]
            switch column.answered(of: peopleCount) {
            case .nobody: continue
            case .everybody: binding.inputs[input.answeredSlot] = .literal(1)
            case .some: binding.inputs[input.answeredSlot] = .lane
            }
            binding.inputs[input.valueSlot] = .lane
        }
        return binding
    }

    private func check(_ place: Place) throws {
        let strides = place.strides
        let sizes = [
            (peopleCount, strides.lane), (evaluator.years.count, strides.year),
            (evaluator.outputs.count, strides.output),
        ]
        let sink = unsafe BufferSink(place.buffer, strides: strides)
        do throws(RunError) {
            guard sizes.allSatisfy({ $0.0 <= 1 || $0.1 > 0 }) else { throw .sinkMismatched }
            try sink.check(laneCount: sizes[0].0, yearCount: sizes[1].0, outputCount: sizes[2].0)
        } catch {
            throw Failure(
                argument: "the results have no room for \(peopleCount) people, \(sizes[1].0) years and "
                    + "\(sizes[2].0) outputs", code: "argument.results")
        }
    }

    // MARK: A stretch

    private func evaluate(
        _ people: Range<Int>, _ plan: Plan, _ room: StretchRoom, _ place: Place
    ) -> Failure? {
        if settings.cancellation?.isCancelled ?? false {
            return Failure(.cancelled, CompilationError("run.cancelled", "the evaluation was cancelled"))
        }
        var inputs: [Int: Run.Input] = [
            Model.yearSlot: .byYear(evaluator.years.map(Double.init))
        ]
        var refusal: (person: Int, column: Int, answer: Double)?
        for (index, column) in columns.enumerated() {
            let input = evaluator.model.inputs[column.input]
            if case .literal(0) = plan.binding[input.valueSlot] { continue }
            let (stretch, refused) = room.stretch(column, index, people)
            if let refused, people.lowerBound + refused < refusal?.person ?? .max {
                refusal = (people.lowerBound + refused, index, stretch.answer(refused) ?? .nan)
            }
            inputs[input.valueSlot] = .lane(stretch.column)
            if let answered = stretch.answeredColumn { inputs[input.answeredSlot] = .lane(answered) }
        }
        if let refusal {
            let column = columns[refusal.column]
            return evaluator.model.inputs[column.input].refusal(
                of: refusal.answer, word: column.word(refusal.person), for: refusal.person)
        }
        let start = people.lowerBound * place.strides.lane
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: place.buffer[start...])
        var sink = unsafe BufferSink(rest, strides: place.strides)
        do throws(RunError) {
            try Run(plan, laneCount: people.count, inputs: inputs).feed(&sink)
        } catch {
            return Failure(.input, CompilationError(error, in: evaluator.model))
        }
        return settings.keepsNotFinite ? nil : unsafe notFinite(rest, people, room, place.strides)
    }

    /// The first person whose result is no number.
    private func notFinite(
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
        var person = Person(id: "person \(index)")
        for (number, column) in columns.enumerated() {
            guard column.answered(of: peopleCount) != .nobody else { continue }
            person.answers[column.input] = room.stretch(column, number, index..<index + 1).stretch.answer(0)
        }
        return evaluator.failure(of: person, at: index, output: output, year: year)
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
