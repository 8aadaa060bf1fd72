// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CEmpreinte
internal import Empreinte
internal import EmpreinteEngine
internal import EmpreinteGraph

@c @implementation
public func emp_column_init(_ column: UnsafeMutablePointer<emp_column>?) {
    unsafe column?.pointee = unsafe emp_column()
    unsafe column?.pointee.size = MemoryLayout<emp_column>.size
}

@c @implementation
public func emp_results_init(_ results: UnsafeMutablePointer<emp_results>?) {
    unsafe results?.pointee = unsafe emp_results()
    unsafe results?.pointee.size = MemoryLayout<emp_results>.size
}

@c @implementation
public func emp_run_options_init(_ options: UnsafeMutablePointer<emp_run_options>?) {
    unsafe options?.pointee = unsafe emp_run_options()
    unsafe options?.pointee.size = MemoryLayout<emp_run_options>.size
}

@c @implementation
public func emp_evaluate(
    _ evaluator: OpaquePointer?, _ columns: UnsafePointer<emp_column>?, _ columnCount: Int, _ peopleCount: Int,
    _ results: UnsafePointer<emp_results>?, _ options: UnsafePointer<emp_run_options>?
) -> OpaquePointer? {
    unsafe attempt {
        let evaluator = unsafe try held(evaluator, as: HeldEvaluator.self, "evaluator")
        let lent = unsafe try lentColumns(columns, columnCount, evaluator, peopleCount)
        guard let results = unsafe results else { throw Failure(null: "results") }
        let place = unsafe try ColumnRun.Place(
            read(results, standing: emp_results(), "results"), evaluator, people: peopleCount)
        try unsafe ColumnRun(evaluator, lent, peopleCount, options).run(into: place)
    }
}

/// The caller's columns, each of another question.
func lentColumns(
    _ columns: UnsafePointer<emp_column>?, _ count: Int, _ evaluator: HeldEvaluator, _ people: Int
) throws -> [LentColumn] {
    guard people >= 0 else {
        throw Failure(argument: "there cannot be \(UInt(bitPattern: people)) people", code: "argument.size")
    }
    var lent: [LentColumn] = []
    var seen: Set<Int> = []
    for index in unsafe try items(columns, count: count, "columns").indices {
        let column = unsafe try read(columns.map { unsafe $0 + index }, standing: emp_column(), "column")
        lent.append(unsafe try LentColumn(column, evaluator, people: people))
        try seen.take(lent[index].input, evaluator.model)
    }
    return lent
}

extension Set<Int> {
    /// Notes the question of a column.
    /// - Throws: an argument failure for one that has a column already.
    mutating func take(_ question: Int, _ model: Model) throws {
        guard !insert(question).inserted else { return }
        throw Failure(argument: "'\(model.inputs[question].id)' has two columns", code: "argument.twice")
    }
}

extension ColumnRun {
    /// - Parameter options: the caller's, or NULL.
    init(
        _ evaluator: HeldEvaluator, _ columns: [LentColumn], _ peopleCount: Int,
        _ options: UnsafePointer<emp_run_options>?
    ) throws {
        let options = unsafe try read(options, standing: emp_run_options(), "options")
        self.init(
            evaluator: evaluator, columns: columns, peopleCount: peopleCount, settings: unsafe try Settings(options))
        if unsafe options.choices != nil {
            let lent = unsafe try read(options.choices, standing: emp_choices(), "choices")
            choices = unsafe try LentChoices(lent, evaluator, people: peopleCount)
        }
        guard unsafe options.years != nil else { return }
        let column = unsafe try read(options.years, standing: emp_column(), "column")
        try take(years: unsafe LentNumbers(column, types: [.code], people: peopleCount, of: "years"))
    }

    /// - Parameter own: the year of each person; nothing where everybody has the same.
    mutating func take(years own: LentNumbers?) throws {
        guard let own else { return }
        let isByYear = choices?.choices.contains { if case .byYear = $0.common.adoption { true } else { false } }
        guard evaluator.years.count == 1, isByYear != true else {
            throw Failure(
                argument: "people have years of their own where the evaluator has one", code: "argument.years",
                hint: "make the evaluator for one year, and choose nothing that changes from year to year")
        }
        years = own
    }
}

extension ColumnRun.Settings {
    fileprivate init(_ options: emp_run_options) throws {
        self.init()
        threadCount = unsafe Int(options.thread_count)
        keepsNotFinite = unsafe options.keeps_not_finite != 0
        if let cancellation = unsafe options.cancellation {
            self.cancellation = unsafe try held(cancellation, as: Cancellation.self, "cancellation")
        }
        unsafe progress = unsafe options.progress
        unsafe user = unsafe options.user
    }
}

extension ColumnRun.Place {
    fileprivate init(_ results: emp_results, _ evaluator: HeldEvaluator, people: Int) throws {
        let values = unsafe try items(results.values, count: results.capacity, "values of the results")
        let given = unsafe [results.person_stride, results.year_stride, results.output_stride]
        guard given.allSatisfy({ $0 >= 0 }) else {
            throw Failure(argument: "a stride of the results is too large", code: "argument.results")
        }
        var strides = BufferSink.Strides(lane: given[0], year: given[1], output: given[2])
        if given == [0, 0, 0] {
            let (output, overflows) = people.multipliedReportingOverflow(by: evaluator.years.count)
            strides = .init(lane: 1, year: people, output: overflows ? .max : output)
        }
        unsafe self.init(UnsafeMutableBufferPointer(mutating: values), strides)
    }
}

extension LentColumn {
    /// - Throws: an argument failure for a column that does not fit its question or the people.
    fileprivate init(_ column: emp_column, _ evaluator: HeldEvaluator, people: Int) throws {
        let question = unsafe column.question
        let input = try evaluator.pack.question(question)
        guard unsafe column.type == input.kind.type else {
            let types = [1: "numbers", 2: "options", 3: "flags"]
            throw Failure(
                argument: "'\(input.id)' takes \(types[Int(input.kind.type)] ?? "")", code: "argument.type",
                hint: "set the type of the column to that of the question")
        }
        let sizes: [emp_type: Int] = [1: 8, 2: 4, 3: 1]
        let memory = unsafe try LentMemory(
            column, size: sizes[input.kind.type] ?? 8, people: people, of: "'\(input.id)'")
        self.input = question
        rule = evaluator.rules[question]
        cells = unsafe .plain(memory.base, stride: memory.stride)
        presence = memory.presence
    }
}
