internal import EmpreinteEngine
internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText
internal import EmpreinteUnits

/// Evaluates a model for people by the block, at the speed of the vector engine, with the bits of `Evaluator`.
///
/// Questions a block has no column for are bound as unanswered, and those everybody answered as answered, so that a
/// plan holds only what the block needs; plans are kept for the blocks that follow.
public struct PopulationEvaluator: Sendable {
    /// The model it works on.
    public let model: Model
    /// The values computed for each person, in the order of the columns of results.
    public internal(set) var outputs: [Output]
    private let plans: PlanCache
    /// The year of people who state none.
    let year: Int
    /// The years everybody is evaluated in; nothing when each has a year of their own.
    public let years: ClosedRange<Int>?
    /// How many threads share the blocks; results do not depend on it.
    public var threadCount = 1
    /// What the people do; nothing for the model as it stands.
    var acting: Acting?
    /// What is computed, in the order of the outputs unless something else was asked for.
    var nodes: [NodeID]
    /// How wrong figures are.
    var chance = Chance.central

    /// A value computed for each person.
    public struct Output: Sendable {
        /// The id of an indicator, or of an indicator and a branch or leaf joined by a dot.
        public let id: String
        /// The name for people.
        public let label: Label
        /// The unit of every person's value.
        public let unit: String
        let node: NodeID
    }

    /// How far results go into the branches.
    public enum Detail: Sendable {
        /// Totals and top branches.
        case branches
        /// Every leaf too; 0 where it does not apply.
        case leaves
    }

    /// - Throws: `year.outside`.
    public init(_ model: Model, year: Int? = nil, detail: Detail = .branches) throws(CompilationError) {
        self.model = model
        self.year = year ?? model.years.reference
        years = nil
        try model.checkYear(self.year)
        outputs = Self.outputs(of: model, detail)
        nodes = outputs.map(\.node)
        plans = PlanCache(model.graph)
    }

    /// An evaluator of everybody in every one of some years.
    ///
    /// - Throws: `year.outside`.
    public init(
        _ model: Model, years: ClosedRange<Int>, detail: Detail = .branches
    ) throws(CompilationError) {
        try self.init(model, years: years, detail: detail, acting: nil)
    }

    /// An evaluator of everybody in every one of some years, who all take some actions.
    ///
    /// - Parameter splitting: how they split who switch options in part; blocks of people are drawn, whatever it says.
    /// - Throws: `year.outside`.
    public init(
        _ model: Model, years: ClosedRange<Int>, detail: Detail = .branches, taking set: ActionSet,
        splitting: Splitting = .exact(seed: 1)
    ) throws(CompilationError) {
        let acting = Acting(graph: ActedGraph(model), set: set, splitting: splitting)
        try self.init(model, years: years, detail: detail, acting: acting)
    }

    /// An evaluator of everybody in some years, who do something.
    init(
        _ model: Model, years: ClosedRange<Int>, detail: Detail = .branches, acting: Acting?
    ) throws(CompilationError) {
        self.model = model
        self.years = years
        year = years.lowerBound
        try model.checkYear(years.lowerBound)
        try model.checkYear(years.upperBound)
        outputs = Self.outputs(of: model, detail)
        nodes = outputs.map { acting?.graph[$0.node] ?? $0.node }
        self.acting = acting
        plans = PlanCache(acting?.graph.graph ?? model.graph)
    }

    /// Each indicator's total, followed by its top branches, and by its leaves where they are asked for.
    private static func outputs(of model: Model, _ detail: Detail) -> [Output] {
        model.indicators.enumerated().flatMap { index, indicator -> [Output] in
            guard let total = indicator.total else { return [] }
            let unit = indicator.unit.description
            let branches = model.categories.filter(\.isTop).compactMap { category in
                category.totals[index].map {
                    Output(id: "\(indicator.id).\(category.id)", label: category.label, unit: unit, node: $0)
                }
            }
            let leaves = model.formulas.filter { _ in detail == .leaves }.compactMap { formula in
                formula.result(for: index).map {
                    Output(id: "\(indicator.id).\(formula.id)", label: formula.label, unit: unit, node: $0.value)
                }
            }
            return [Output(id: indicator.id, label: indicator.label, unit: unit, node: total)] + branches + leaves
        }
    }

    /// Evaluates a block of people.
    ///
    /// - Parameter results: gets the values, one column an output and year, each as high as the block.
    public func evaluate(
        _ people: borrowing PeopleColumns, into results: inout PopulationResults
    ) throws(CompilationError) {
        try evaluate(people, draw, into: &results)
    }

    /// Evaluates a block of people who switch options in a given way.
    func evaluate(
        _ people: borrowing PeopleColumns, _ draw: ActedEvaluator.Row.Draw, into results: inout PopulationResults
    ) throws(CompilationError) {
        let yearCount = years?.count ?? 1
        var height = people.height
        if case .lanes(let shocks) = chance { height = shocks.draws.count }
        results.prepare(height: height, yearCount: yearCount, outputCount: nodes.count)
        let strides = BufferSink.Strides(lane: 1, year: height, output: height * yearCount)
        unsafe try results.fill { (buffer) throws(CompilationError) in
            var sink = unsafe BufferSink(buffer, strides: strides)
            try feed(people, draw, into: &sink)
        }
    }

    /// Evaluates a block of people and feeds the values to a sink.
    func feed(
        _ people: borrowing PeopleColumns, _ draw: ActedEvaluator.Row.Draw, into sink: inout some Sink
    ) throws(CompilationError) {
        guard people.count > 0 else { return }
        var (binding, given, columns) = bound(people, draw)
        guard columns.count <= Self.maximumColumns else {
            throw CompilationError(
                "csv.columns", "a table of people has at most \(Self.maximumColumns / 2) questions", in: model.sources)
        }
        let plan = plans.plan(for: binding)
        var laneCount = people.count
        if case .lanes(let shocks) = chance {
            laneCount = shocks.draws.count
            for slot in plan.columnsNeeded { given[slot] = shocks.column(at: slot).map { .lane($0) } }
        }
        do throws(RunError) {
            try run(plan, columns[...], given, count: laneCount, into: &sink)
        } catch {
            throw CompilationError(error, in: model)
        }
    }

    /// How many instructions a block of people takes once, and how many once a year.
    public func instructionCounts(for people: borrowing PeopleColumns) -> (yearFree: Int, yearly: Int) {
        plans.plan(for: bound(people, draw).binding).instructionCounts
    }

    /// The inputs that must be columns for a block of people.
    func columnsNeeded(_ people: borrowing PeopleColumns) -> [Int] {
        plans.plan(for: bound(people, draw).binding).columnsNeeded
    }

    /// What a block gives to the inputs of a plan, and the binding that says so.
    private func bound(
        _ people: borrowing PeopleColumns, _ draw: ActedEvaluator.Row.Draw
    ) -> (binding: Binding, given: [Int: Run.Input], columns: [(slot: Int, column: BorrowedColumn)]) {
        var binding = Binding(inputs: model.unboundSlots.map { .literal($0) }, outputs: nodes)
        var given: [Int: Run.Input] = [:]
        var columns: [(slot: Int, column: BorrowedColumn)] = []
        if let years {
            binding.inputs[Model.yearSlot] = .byYear
            given[Model.yearSlot] = .byYear(years.map(Double.init))
        } else if people.years.isEmpty {
            binding.inputs[Model.yearSlot] = .literal(Double(year))
        } else {
            binding.inputs[Model.yearSlot] = .lane
            columns.append((Model.yearSlot, .numbers(people.years.map(Double.init))))
        }
        // A person whose lanes are draws is compiled in: what the answers leave aside is not computed.
        let isOnePerson = if case .lanes = chance { true } else { false }
        func bind(_ input: Int, _ values: BorrowedColumn, _ answered: [UInt8]) {
            let input = model.inputs[input]
            if isOnePerson {
                binding.inputs[input.valueSlot] = .literal(values.first)
                binding.inputs[input.answeredSlot] = .literal(Double(answered.first ?? 0))
                return
            }
            binding.inputs[input.valueSlot] = .lane
            columns.append((input.valueSlot, values))
            if answered[..<people.count].allSatisfy({ $0 == 1 }) {
                binding.inputs[input.answeredSlot] = .literal(1)
            } else {
                binding.inputs[input.answeredSlot] = .lane
                columns.append((input.answeredSlot, .flags(answered)))
            }
        }
        for answers in people.numbers { bind(answers.input, .numbers(answers.values), answers.answered) }
        for answers in people.options { bind(answers.input, .codes(answers.values), answers.answered) }
        for answers in people.flags { bind(answers.input, .flags(answers.values), answers.answered) }

        bindActions(draw, people, &binding, &given, &columns)
        bindChance(&binding, &given)
        return (binding, given, columns)
    }

    /// Each column is held by a call of its own while a run lasts, and calls cannot nest without end.
    private static let maximumColumns = 4096

    /// Borrows the columns one after another, and runs when all are held.
    private func run(
        _ plan: Plan, _ columns: ArraySlice<(slot: Int, column: BorrowedColumn)>, _ inputs: [Int: Run.Input],
        count: Int,
        into sink: inout some Sink
    ) throws(RunError) {
        guard let (slot, column) = columns.first else {
            var run = Run(plan, laneCount: count, inputs: inputs)
            run.threadCount = threadCount
            return try run.feed(&sink)
        }
        func next(_ borrowed: Column) throws(RunError) {
            var inputs = inputs
            inputs[slot] = .lane(borrowed)
            try run(plan, columns.dropFirst(), inputs, count: count, into: &sink)
        }
        switch column {
        case .numbers(let values):
            unsafe try values.borrowed { (bytes) throws(RunError) in
                try next(unsafe Column(borrowing: bytes, of: .number, count: count))
            }
        case .codes(let values):
            unsafe try values.borrowed { (bytes) throws(RunError) in
                try next(unsafe Column(borrowing: bytes, of: .code, count: count))
            }
        case .flags(let values):
            unsafe try values.borrowed { (bytes) throws(RunError) in
                try next(unsafe Column(borrowing: bytes, of: .flag, count: count))
            }
        }
    }
}

/// A column of a block, to be borrowed while a run lasts.
enum BorrowedColumn {
    case numbers([Double])
    case codes([Int32])
    case flags([UInt8])

    /// The first value; 0 of none.
    var first: Double {
        switch self {
        case .numbers(let values): values.first ?? 0
        case .codes(let values): Double(values.first ?? 0)
        case .flags(let values): Double(values.first ?? 0)
        }
    }
}

extension Array where Element: BitwiseCopyable {
    /// The array's memory while a body runs.
    fileprivate func borrowed(_ body: (UnsafeRawPointer) throws(RunError) -> Void) throws(RunError) {
        var failure: RunError?
        unsafe withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            do throws(RunError) {
                try unsafe body(base)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }
}
