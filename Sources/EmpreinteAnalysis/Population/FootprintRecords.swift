public import EmpreinteModel
public import EmpreinteText

/// Writes footprints as CSV, one row a person: id, year, the columns kept, then each indicator's total and branches.
public struct FootprintRecords {
    private let evaluator: PopulationEvaluator
    private let kept: [String]
    private let year: Int
    /// By output, the total drawn; nothing for what is not drawn.
    private let drawn: [Int?]
    /// The rows written and not yet taken away.
    public private(set) var writer: RecordWriter

    /// - Parameters:
    ///   - kept: the names of the columns handed on as they are.
    ///   - year: the year of people who state none; the reference year where nothing is said.
    ///   - drawn: what tells where totals lie, which then have three columns more.
    public init(
        _ evaluator: PopulationEvaluator, kept: [String], year: Int?, style: CSVStyle, drawn: DrawnPopulation? = nil
    ) {
        self.evaluator = evaluator
        self.kept = kept
        self.year = year ?? evaluator.model.years.reference
        writer = RecordWriter(style)
        self.drawn = evaluator.outputs.map { output in drawn?.outputs.firstIndex { $0.id == output.id } }
        for name in ["id", "year"] + kept { writer.text(name) }
        for (output, drawn) in zip(evaluator.outputs, self.drawn) {
            writer.text(output.id)
            for place in drawn == nil ? [] : ["p5", "p50", "p95"] { writer.text("\(output.id).\(place)") }
        }
        writer.endRecord()
    }

    /// Writes the rows of a block, which was drawn last where anything is.
    public mutating func write(
        _ people: borrowing PeopleColumns, _ results: PopulationResults, _ population: DrawnPopulation? = nil
    ) {
        for person in 0..<people.count {
            writer.text(people.id(of: person))
            writer.number(people.years.isEmpty ? Double(year) : Double(people.years[person]))
            for column in people.kept { writer.text(column[person]) }
            for output in evaluator.outputs.indices {
                writer.number(results[output, person])
                guard let total = drawn[output], let band = population?.band(of: total, person: person) else {
                    continue
                }
                for value in [band.p5, band.p50, band.p95] { writer.number(value) }
            }
            writer.endRecord()
        }
    }

    /// Takes away what was written.
    public mutating func take() -> [UInt8] {
        defer { writer.removeAll() }
        return writer.bytes
    }
}
