internal import CDoor
internal import Empreinte
internal import Measures
internal import Respondents

/// The same people in blocks, as the Swift API takes them, and in whole columns, as C does.
struct Crowd {
    private(set) var blocks: [PeopleColumns] = []
    private(set) var numbers: [(id: String, values: [Double])] = []
    private(set) var options: [(id: String, values: [Int32])] = []
    private(set) var flags: [(id: String, values: [UInt8])] = []
    let count: Int

    init(_ model: Model, people: Int, questions: Int) {
        let respondents = Respondents(model, asking: questions)
        let height = 1 << 16
        count = people
        for start in stride(from: 0, to: people, by: height) {
            let block = PeopleColumns((start..<min(people, start + height)).map(respondents.person), model)
            func add<Value>(
                _ answers: [PeopleColumns.Answers<Value>], to columns: inout [(id: String, values: [Value])]
            ) {
                let answers = answers.filter { $0.answered.contains(1) }.sorted { $0.input < $1.input }
                if columns.isEmpty { columns = answers.map { (model.inputs[$0.input].id, []) } }
                for (place, answer) in answers.enumerated() { columns[place].values += answer.values }
            }
            add(block.numbers, to: &numbers)
            add(block.options, to: &options)
            add(block.flags, to: &flags)
            blocks.append(block)
        }
    }

    /// Lends every column to a body.
    func withColumns(_ body: ([emp_column]) throws -> Void) throws {
        var columns: [emp_column] = unsafe []
        func lend<Value>(_ rest: ArraySlice<(id: String, values: [Value])>, _ type: emp_type, _ next: () throws -> Void)
            throws
        {
            guard let first = rest.first else { return try next() }
            try unsafe first.values.withUnsafeBytes { bytes in
                var column = unsafe emp_column()
                unsafe column.size = MemoryLayout<emp_column>.size
                unsafe column.type = type
                unsafe column.values = bytes.baseAddress
                unsafe column.count = first.values.count
                if let problem = unsafe door_find(first.id, &column.question) {
                    throw unsafe Failure(String(cString: problem))
                }
                unsafe columns.append(column)
                try lend(rest.dropFirst(), type, next)
            }
        }
        try lend(numbers[...], 1) { try lend(options[...], 2) { try lend(flags[...], 3) { unsafe try body(columns) } } }
    }
}
