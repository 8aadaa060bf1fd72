internal import Dispatch
internal import Empreinte
internal import EmpreinteAnalysis
internal import EmpreinteEngine
internal import EmpreinteGraph
internal import Synchronization

/// One evaluation of many people over lent columns, stretch by stretch, on one thread or several.
struct ColumnRun: Sendable {
    let evaluator: HeldEvaluator
    let columns: [LentColumn]
    let peopleCount: Int
    let settings: Settings
    /// What people do; nothing where nobody acts.
    var choices: LentChoices?
    /// The year of each person, for an evaluator of one year.
    var years: LentNumbers?

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
    private var height: Int { splits ? 1_024 : 8_192 }

    /// Whether some people may switch options in part.
    var splits: Bool { choices?.mayBePartial ?? false }

    /// - Throws: what is refused first in the order of people, `cancelled`, or what does not fit.
    func run(into place: Place) throws {
        guard peopleCount > 0 else { return }
        try check(place)
        let (plans, height) = (plans, height)
        let stretchCount = (peopleCount - 1) / height + 1
        let next = Atomic(0)
        let state = Mutex(State())
        let work: @Sendable (Int) -> Void = { _ in
            let room = StretchRoom(height: min(height, peopleCount))
            while state.withLock({ $0.failure == nil }) {
                let stretch = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard stretch < stretchCount else { return }
                let people = stretch * height..<min(peopleCount, (stretch + 1) * height)
                let failure = evaluate(people, plans, room, place)
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
        _ people: Range<Int>, _ plans: Plans, _ room: StretchRoom, _ place: Place
    ) -> Failure? {
        if settings.cancellation?.isCancelled ?? false {
            return .cancelled
        }
        let start = people.lowerBound * place.strides.lane
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: place.buffer[start...])
        var sink = unsafe BufferSink(rest, strides: place.strides)
        do {
            var inputs = try inputs(people, plans, room)
            if let choices {
                let chosen = try chosen(by: people, choices, plans, &inputs)
                if let shares = plans.shares {
                    var split = SplitStretch(
                        chosen, inputs, yearCount: evaluator.years.count, outputCount: evaluator.outputs.count)
                    guard try split.run(plans.results, shares: shares) else {
                        let middle = people.lowerBound + people.count / 2
                        return evaluate(people.lowerBound..<middle, plans, room, place)
                            ?? evaluate(middle..<people.upperBound, plans, room, place)
                    }
                    unsafe split.write(to: rest, place.strides)
                } else {
                    try run(plans.results, inputs, people.count, into: &sink)
                }
            } else {
                try run(plans.results, inputs, people.count, into: &sink)
            }
        } catch let failure as Failure {
            return failure
        } catch let error as CompilationError {
            return Failure(.input, error)
        } catch {
            return Failure(argument: "\(error)")
        }
        return settings.keepsNotFinite ? nil : unsafe notFinite(rest, people, room, place.strides)
    }

    private func run(
        _ plan: Plan, _ inputs: [Int: Run.Input], _ count: Int, into sink: inout BufferSink
    ) throws {
        do throws(RunError) {
            try Run(plan, laneCount: count, inputs: inputs).feed(&sink)
        } catch {
            throw CompilationError(error, in: evaluator.model)
        }
    }
}
