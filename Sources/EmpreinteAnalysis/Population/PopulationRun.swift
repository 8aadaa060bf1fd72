internal import EmpreinteEngine
internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// Evaluates a stream of people, whatever their number, in memory that does not grow with it.
public struct PopulationRun {
    private let evaluator: PopulationEvaluator
    private let single: Evaluator
    /// The name of the file, for messages.
    private let path: String
    /// Takes rows that are left out, with what is wrong with them; without it the first bad row ends the run.
    public var reject: ((RejectedRow) -> Void)?
    /// Hears how many people are done, after each block.
    public var progress: ((Int) -> Void)?

    public init(_ evaluator: PopulationEvaluator, path: String) {
        self.evaluator = evaluator
        single = Evaluator(evaluator.model)
        self.path = path
    }

    /// How a run went.
    public struct Outcome: Sendable {
        /// How many people were evaluated.
        public var people = 0
        /// How many rows were left out.
        public var rejected = 0
        /// Answers outside their range that were taken as its nearest end, as their questions ask.
        public var clamped = 0
    }

    /// Evaluates every block of a stream.
    ///
    /// - Parameter body: gets each block with its results, in file order.
    /// - Throws: the problems of bad rows, unless they are left out; those of people who have no result; `run.failed`.
    public func forEachBlock(
        of stream: inout some PeopleStream,
        _ body: (borrowing PeopleColumns, PopulationResults) throws(CompilationError) -> Void
    ) throws(CompilationError) -> Outcome {
        var results = PopulationResults()
        return try readBlocks(of: &stream) { (people) throws(CompilationError) in
            try evaluator.evaluate(people, into: &results)
            try check(people, results)
            try body(people, results)
        }
    }

    /// Hands over every block of a stream as it is read.
    ///
    /// - Throws: the problems of bad rows, unless they are left out, and those of the body.
    public func readBlocks(
        of stream: inout some PeopleStream,
        _ body: (borrowing PeopleColumns) throws(CompilationError) -> Void
    ) throws(CompilationError) -> Outcome {
        var columns = PeopleColumns()
        var outcome = Outcome()
        var rejected = 0
        let leavingOut: ((RejectedRow) -> Void)? = reject.map { reject in
            { row in
                rejected += 1
                reject(row)
            }
        }
        while try read(&stream, &columns, leavingOut) {
            try body(columns)
            outcome.people += columns.count
            progress?(outcome.people)
        }
        (outcome.rejected, outcome.clamped) = (rejected, stream.clampedCount)
        return outcome
    }

    private func read(
        _ stream: inout some PeopleStream, _ columns: inout PeopleColumns, _ leavingOut: ((RejectedRow) -> Void)?
    ) throws(CompilationError) -> Bool {
        do throws(TableError) {
            return try stream.read(into: &columns, leavingOut: leavingOut)
        } catch {
            throw CompilationError(error, path: path)
        }
    }

    /// A person without a result is evaluated alone, to name the operation that failed.
    private func check(_ people: borrowing PeopleColumns, _ results: PopulationResults) throws(CompilationError) {
        for (output, described) in evaluator.outputs.enumerated() where !described.id.contains(".") {
            for person in 0..<people.count where !results[output, person].isFinite {
                _ = try single.evaluate(people.person(person), year: evaluator.year)
                throw CompilationError(
                    "run.not_finite", "\(path), row \(people.rows[person]): \(described.id) is not a number",
                    in: evaluator.model.sources)
            }
        }
    }
}

extension CompilationError {
    /// The problems of a table as diagnostics of its file.
    public init(_ error: TableError, path: String) {
        switch error {
        case .unreadable(let error): self.init("file.unreadable", error.description)
        case .refused(let problems): self.init(problems.map { $0.diagnostic(path: path) })
        }
    }
}

extension PeopleColumns {
    /// One person of the block.
    public func person(_ index: Int) -> Person {
        var person = Person(id: String(decoding: id(of: index), as: UTF8.self))
        if !weights.isEmpty { person.weight = weights[index] }
        if !years.isEmpty { person.year = Int(years[index]) }
        for answers in numbers where answers.answered[index] == 1 {
            person.answers[answers.input] = answers.values[index]
        }
        for answers in options where answers.answered[index] == 1 {
            person.answers[answers.input] = Double(answers.values[index])
        }
        for answers in flags where answers.answered[index] == 1 {
            person.answers[answers.input] = Double(answers.values[index])
        }
        return person
    }
}
