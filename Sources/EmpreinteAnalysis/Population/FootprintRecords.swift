public import EmpreinteModel
public import EmpreinteText

/// Writes footprints as CSV, one row a person: id, year, the columns kept, then each indicator's total and branches.
public struct FootprintRecords {
    private let evaluator: PopulationEvaluator
    private let kept: [String]
    private let year: Int
    /// The rows written and not yet taken away.
    public private(set) var writer: RecordWriter

    /// - Parameters:
    ///   - kept: the names of the columns handed on as they are.
    ///   - year: the year of people who state none; the reference year where nothing is said.
    public init(_ evaluator: PopulationEvaluator, kept: [String], year: Int?, style: CSVStyle) {
        self.evaluator = evaluator
        self.kept = kept
        self.year = year ?? evaluator.model.years.reference
        writer = RecordWriter(style)
        for name in ["id", "year"] + kept + evaluator.outputs.map(\.id) { writer.text(name) }
        writer.endRecord()
    }

    /// Writes the rows of a block.
    public mutating func write(_ people: borrowing PeopleColumns, _ results: PopulationResults) {
        for person in 0..<people.count {
            writer.text(people.id(of: person))
            writer.number(people.years.isEmpty ? Double(year) : Double(people.years[person]))
            for column in people.kept { writer.text(column[person]) }
            for output in evaluator.outputs.indices { writer.number(results[output, person]) }
            writer.endRecord()
        }
    }

    /// Takes away what was written.
    public mutating func take() -> [UInt8] {
        defer { writer.removeAll() }
        return writer.bytes
    }
}
