internal import CEmpreinte
internal import Empreinte

/// A table of people lent through the Arrow C data interface, released when it goes.
@safe
final class ArrowPeople {
    private let array: UnsafeMutablePointer<ArrowArray>
    private let schema: UnsafeMutablePointer<ArrowSchema>
    /// The year of each, where a column says it.
    private(set) var years: LentNumbers?
    /// Bits of presence that had to be made.
    private var made: [UnsafeMutablePointer<UInt8>] = unsafe []

    init(_ array: UnsafeMutablePointer<ArrowArray>, _ schema: UnsafeMutablePointer<ArrowSchema>) {
        unsafe self.array = unsafe array
        unsafe self.schema = unsafe schema
    }

    deinit { unsafe made.forEach { unsafe $0.deallocate() } }

    var count: Int { unsafe Int(clamping: array.pointee.length) }

    /// The columns of the questions.
    ///
    /// - Parameter ignoresOthers: whether to pass over columns that are no question.
    /// - Throws: an argument failure for what is no such table, or of other types.
    func columns(_ evaluator: HeldEvaluator, ignoresOthers: Bool) throws -> [LentColumn] {
        let (array, schema) = unsafe (self.array.pointee, self.schema.pointee)
        guard unsafe array.release != nil, unsafe schema.release != nil else {
            throw Failure(argument: "the table of people was released", code: "arrow.released")
        }
        guard unsafe string(schema.format) == "+s", unsafe array.n_children == schema.n_children, count >= 0,
            unsafe array.offset >= 0
        else { throw Failure(argument: "a table of people is a struct of columns", code: "arrow.table") }
        let model = evaluator.model
        let questions = Dictionary(
            model.inputs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var columns: [LentColumn] = []
        var seen: Set<Int> = []
        for place in 0..<(unsafe Int(clamping: array.n_children)) {
            guard let child = unsafe array.children?[place], let type = unsafe schema.children?[place] else {
                throw Failure(argument: "the table of people lacks a column", code: "arrow.table")
            }
            let name = unsafe string(type.pointee.name)
            guard let question = questions[name] else {
                if name == "year", evaluator.years.count == 1 {
                    let column = unsafe try ArrowColumn(
                        name, array: child.pointee, type: type.pointee, input: nil, above: Int(clamping: array.offset),
                        count: count)
                    years = try column.integers()
                    continue
                }
                if ignoresOthers { continue }
                throw Failure(
                    argument: "\(model.identity.id) asks no question '\(name)'", code: "answer.unknown",
                    hint: Spelling.didYouMean(name, among: model.inputs.map(\.id))
                        ?? "set ignores_other_columns to pass over what is no question")
            }
            try seen.take(question, model)
            let input = model.inputs[question]
            let column = unsafe try ArrowColumn(
                name, array: child.pointee, type: type.pointee, input: input, above: Int(clamping: array.offset),
                count: count)
            columns.append(
                LentColumn(
                    input: question, rule: evaluator.rules[question], cells: try column.cells(count),
                    presence: presence(of: column)))
        }
        return columns
    }

    /// Who answered: those whose answer is there, in a row that is.
    private func presence(of column: ArrowColumn) -> Bits? {
        let own = column.presence
        guard unsafe array.pointee.null_count != 0, unsafe array.pointee.n_buffers > 0,
            let rows = unsafe array.pointee.buffers?[0]?.assumingMemoryBound(to: UInt8.self)
        else { return own }
        let all = unsafe Bits(rows, offset: Int(clamping: array.pointee.offset))
        guard let own else { return all }
        let both = UnsafeMutablePointer<UInt8>.allocate(capacity: count / 8 + 1)
        unsafe both.initialize(repeating: 0, count: count / 8 + 1)
        for place in 0..<count where all[place] && own[place] {
            unsafe both[place / 8] |= 1 << UInt8(place % 8)
        }
        unsafe made.append(both)
        return unsafe Bits(both, offset: 0)
    }
}

/// A text of the interface; empty for NULL.
func string(_ text: UnsafePointer<CChar>?) -> String { unsafe text.map { unsafe String(cString: $0) } ?? "" }
