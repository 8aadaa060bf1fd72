// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CEmpreinte
internal import Empreinte
internal import EmpreinteEngine

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
        guard peopleCount >= 0 else {
            throw Failure(argument: "there cannot be \(UInt(bitPattern: peopleCount)) people", code: "argument.size")
        }
        var lent: [LentColumn] = []
        var seen: Set<Int> = []
        for index in unsafe try items(columns, count: columnCount, "columns").indices {
            let column = unsafe try read(columns.map { unsafe $0 + index }, standing: emp_column(), "column")
            lent.append(unsafe try LentColumn(column, evaluator, people: peopleCount))
            try seen.take(lent[index].input, evaluator.model)
        }
        guard let results = unsafe results else { throw Failure(null: "results") }
        let place = unsafe try ColumnRun.Place(
            read(results, standing: emp_results(), "results"), evaluator, people: peopleCount)
        let run = ColumnRun(
            evaluator: evaluator, columns: lent, peopleCount: peopleCount, settings: unsafe try .init(options))
        try run.run(into: place)
    }
}

extension Set<Int> {
    /// Notes the question of a column.
    /// - Throws: an argument failure for one that has a column already.
    mutating func take(_ question: Int, _ model: Model) throws {
        guard !insert(question).inserted else { return }
        throw Failure(argument: "'\(model.inputs[question].id)' has two columns", code: "argument.twice")
    }
}

extension ColumnRun.Settings {
    /// - Parameter options: the caller's, or NULL.
    init(_ options: UnsafePointer<emp_run_options>?) throws {
        let options = unsafe try read(options, standing: emp_run_options(), "options")
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
        guard unsafe column.count >= people else {
            throw unsafe Failure(
                argument: "the column of '\(input.id)' has \(column.count) answers for \(people) people",
                code: "argument.size")
        }
        guard let values = unsafe column.values ?? (people == 0 ? UnsafeRawPointer(bitPattern: 8) : nil) else {
            throw Failure(null: "values of a column")
        }
        let sizes: [emp_type: Int] = [1: 8, 2: 4, 3: 1]
        let stride = unsafe column.stride == 0 ? sizes[input.kind.type] ?? 8 : column.stride
        guard !people.multipliedReportingOverflow(by: stride).overflow else {
            throw Failure(argument: "the stride of '\(input.id)' is too large", code: "argument.size")
        }
        guard unsafe column.present_offset >= 0, unsafe !column.present_offset.addingReportingOverflow(people).overflow
        else { throw Failure(argument: "the offset of '\(input.id)' is too large", code: "argument.size") }
        self.input = question
        rule = evaluator.rules[question]
        cells = unsafe .plain(values, stride: stride)
        presence = unsafe column.present.map { unsafe Bits($0, offset: column.present_offset) }
    }
}
