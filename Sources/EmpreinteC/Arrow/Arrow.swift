// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CEmpreinte
internal import Empreinte
internal import EmpreinteEngine

@c @implementation
public func emp_pack_arrow_schema(_ pack: OpaquePointer?, _ out: UnsafeMutablePointer<ArrowSchema>?) -> OpaquePointer? {
    unsafe attempt {
        let model = unsafe try held(pack, as: HeldPack.self, "pack").model
        guard let out = unsafe out else { throw Failure(null: "out_schema") }
        unsafe ArrowField.table(model.inputs.map(ArrowField.init)).export(to: out)
    }
}

extension ArrowField {
    /// The column of a question.
    init(_ input: Input) {
        self.init(name: input.id, format: "g", isNullable: true)
        switch input.kind {
        case .number(let unit, _): metadata = [("unit", unit.description)]
        case .option:
            format = "i"
            dictionary = [ArrowField(format: "u")]
        case .flag: format = "b"
        }
    }
}

@c @implementation
public func emp_evaluate_arrow(
    _ evaluator: OpaquePointer?, _ people: UnsafeMutablePointer<ArrowArray>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ options: UnsafePointer<emp_run_options>?,
    _ outResults: UnsafeMutablePointer<ArrowArray>?, _ outSchema: UnsafeMutablePointer<ArrowSchema>?
) -> OpaquePointer? {
    defer {
        if let people = unsafe people { unsafe people.pointee.release?(people) }
        if let schema = unsafe schema { unsafe schema.pointee.release?(schema) }
    }
    return unsafe attempt {
        let evaluator = unsafe try held(evaluator, as: HeldEvaluator.self, "evaluator")
        guard let people = unsafe people else { throw Failure(null: "people") }
        guard let schema = unsafe schema else { throw Failure(null: "schema") }
        guard let outResults = unsafe outResults else { throw Failure(null: "out_results") }
        guard let outSchema = unsafe outSchema else { throw Failure(null: "out_schema") }
        unsafe outResults.pointee.release = nil
        unsafe outSchema.pointee.release = nil
        let ignoresOthers = unsafe try read(options, standing: emp_run_options(), "options").ignores_other_columns != 0
        let table = unsafe ArrowPeople(people, schema)
        let columns = try table.columns(evaluator, ignoresOthers: ignoresOthers)
        var run = unsafe try ColumnRun(evaluator, columns, table.count, options)
        if run.years == nil { try run.take(years: table.years) }
        let fields = evaluator.resultFields
        let results = try ArrowResults(rows: table.count, columns: fields.count)
        let strides = BufferSink.Strides(
            lane: 1, year: table.count, output: table.count * evaluator.years.count)
        try withExtendedLifetime(table) { try run.run(into: unsafe ColumnRun.Place(results.values, strides)) }
        unsafe results.export(columns: fields.count, to: outResults)
        unsafe ArrowField.table(fields).export(to: outSchema)
    }
}

extension HeldEvaluator {
    /// A column an output and year.
    fileprivate var resultFields: [ArrowField] {
        outputs.flatMap { output in
            years.map { year in
                ArrowField(
                    name: years.count == 1 ? output.id : "\(output.id)@\(year)", format: "g",
                    metadata: [("unit", output.unit)])
            }
        }
    }
}
