import CEmpreinte
import Testing

extension Door {
    /// Evaluates a table and reads the results, by column.
    func results(
        _ table: LentTable, _ outputs: [String], years: ClosedRange<Int32>? = nil, ignoresOthers: Bool = false
    ) throws -> [String: [Double]] {
        let evaluator = try evaluator(outputs, years: years)
        defer { emp_evaluator_free(evaluator) }
        var (array, schema) = (ArrowArray(), ArrowSchema())
        var options = emp_run_options()
        emp_run_options_init(&options)
        options.ignores_other_columns = ignoresOthers ? 1 : 0
        try check(emp_evaluate_arrow(evaluator, table.array, table.schema, &options, &array, &schema))
        defer {
            array.release(&array)
            schema.release(&schema)
            #expect(array.release == nil && schema.release == nil)
        }
        #expect(string(schema.format) == "+s" && array.n_children == schema.n_children)
        var results: [String: [Double]] = [:]
        for column in 0..<Int(array.n_children) {
            let (child, type) = (try #require(array.children[column]), try #require(schema.children[column]))
            let values = try #require(child.pointee.buffers[1]).assumingMemoryBound(to: Double.self)
            #expect(string(type.pointee.format) == "g")
            results[string(type.pointee.name)] = (0..<Int(child.pointee.length)).map { values[$0] }
        }
        return results
    }
}
