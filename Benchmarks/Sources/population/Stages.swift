internal import Empreinte
internal import Measures
internal import Respondents

/// People from CSV in memory to CSV in memory, on one thread, each stage timed by its processor time.
struct Stages {
    let people: Int
    let questions: Int
    let bytesIn: Int
    private(set) var bytesOut = 0
    private(set) var rounds: [Round] = []

    /// The seconds of one pass over everybody.
    struct Round {
        var parse = 0.0
        var evaluate = 0.0
        var print = 0.0
        var whole: Double { parse + evaluate + print }
    }

    init(_ model: Model, people: Int, questions: Int, rounds: Int) throws {
        let respondents = Respondents(model, asking: questions)
        let table = Self.table(model, respondents, people: people)
        self.people = people
        self.questions = respondents.asked.count
        bytesIn = table.count
        let evaluator = try PopulationEvaluator(model)
        let expected = try Self.expected(model, respondents, people: people)
        for round in -1..<rounds {
            let pass = try Self.pass(table, evaluator, expected)
            guard pass.people == people else { throw Failure("\(pass.people) people instead of \(people)") }
            bytesOut = pass.bytesOut
            if round >= 0 { self.rounds.append(pass.round) }
        }
    }

    /// Megabytes of input a second at the median of a stage.
    func speed(_ stage: KeyPath<Round, Double>) -> Double { Double(bytesIn) / 1e6 / seconds(stage) }

    /// The median of a stage, over everybody.
    func seconds(_ stage: KeyPath<Round, Double>) -> Double { rounds.map { $0[keyPath: stage] }.median }

    // MARK: A pass

    private static func pass(
        _ table: [UInt8], _ evaluator: PopulationEvaluator, _ expected: [Int: Double]
    ) throws -> (round: Round, people: Int, bytesOut: Int) {
        var (round, people, bytesOut) = (Round(), 0, 0)
        var columns = PeopleColumns()
        var results = PopulationResults()
        var records = FootprintRecords(evaluator, kept: [], year: nil, style: .international)
        var stream = try PeopleCSVReader(evaluator.model, ByteStream(MemorySource(table)))
        while true {
            var isRead = false
            round.parse += try Elapsed.measure { isRead = try stream.read(into: &columns) }.processor
            guard isRead else { return (round, people, bytesOut) }
            round.evaluate += try Elapsed.measure { try evaluator.evaluate(columns, into: &results) }.processor
            round.print +=
                Elapsed.measure {
                    records.write(columns, results)
                    bytesOut += records.take().count
                }.processor
            for person in 0..<columns.count {
                guard let total = expected[people + person] else { continue }
                guard (results[0, person] - total).magnitude <= 1e-12 * total.magnitude else {
                    throw Failure("person \(people + person) emits \(results[0, person]), not \(total)")
                }
            }
            people += columns.count
        }
    }

    /// The totals of a few hundred people, each evaluated alone.
    private static func expected(_ model: Model, _ respondents: Respondents, people: Int) throws -> [Int: Double] {
        let evaluator = Evaluator(model)
        guard let total = model.footprints.first else { throw Failure("the pack has no total") }
        return Dictionary(
            uniqueKeysWithValues: try stride(from: 0, to: people, by: max(1, people / 300)).map { person in
                (person, try evaluator.evaluate(respondents.person(person))[total])
            })
    }

    private static func table(_ model: Model, _ respondents: Respondents, people: Int) -> [UInt8] {
        var writer = RecordWriter()
        writer.text("id")
        for question in respondents.asked { writer.text(model.inputs[question].id) }
        writer.endRecord()
        for person in 0..<people {
            writer.text("p\(person)")
            for question in respondents.asked {
                let answer = respondents.answer(question, of: person)
                switch model.inputs[question].kind {
                case .number: writer.number(answer)
                case .option(let codes, _): writer.text(codes.names[Int(answer)])
                case .flag: writer.text(answer != 0 ? "true" : "false")
                }
            }
            writer.endRecord()
        }
        return writer.bytes
    }
}
