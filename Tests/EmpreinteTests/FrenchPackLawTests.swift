import Empreinte
import TestSupport
import Testing

/// What holds for every question and person of the French pack.
@Suite struct FrenchPackLawTests {
    private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

    private static func load() throws -> Model {
        try Engine().model(root + "/models/france")
    }

    /// Answers between which the others lie, as a table of people writes them.
    private static func answers(to input: Input) -> [String] {
        switch input.kind {
        case .flag: ["false", "true"]
        case .option(let codes, _): codes.names
        case .number(_, let range):
            range.map { ["\($0.lowerBound)", "\(($0.lowerBound + $0.upperBound) / 3)", "\($0.upperBound)"] } ?? []
        }
    }

    /// People who answer at random, each question tried with all its answers in turn.
    @Test func everyAnswerHasAResultAndEveryQuestionMovesOne() throws {
        let model = try Self.load()
        var random = SplitMix64(seed: 5)
        var tried: [(input: Int, person: Int)] = []
        var table = model.inputs.map(\.id).joined(separator: ",") + "\n"
        for person in 0..<40 {
            let row = model.inputs.map { input in
                let answers = Self.answers(to: input)
                #expect(!answers.isEmpty, "\(input.id) has no range")
                // Every other person leaves half of the questions to their defaults, which read other questions.
                let isLeft = person % 2 == 1 && random.next() % 2 == 0
                return isLeft || answers.isEmpty ? "" : answers[Int(random.next() % UInt64(answers.count))]
            }
            for (index, input) in model.inputs.enumerated() {
                for answer in Self.answers(to: input) {
                    var other = row
                    other[index] = answer
                    table += other.joined(separator: ",") + "\n"
                    tried.append((index, person))
                }
            }
        }
        var stream = try PeopleCSVReader(model, ByteStream(MemorySource(table)))
        let population = try PopulationEvaluator(model, detail: .leaves)
        var totals: [Int: [Int: Set<Double>]] = [:]
        var first = 0
        _ = try PopulationRun(population, path: "table").forEachBlock(of: &stream) { people, results in
            for person in 0..<people.count {
                let (input, base) = tried[first + person]
                totals[input, default: [:]][base, default: []].insert(results[0, person])
                for output in population.outputs.indices where results[output, person] < 0 {
                    Issue.record("\(population.outputs[output].id) is negative in row \(people.rows[person])")
                }
            }
            first += people.count
        }
        #expect(first == tried.count)
        for (index, input) in model.inputs.enumerated() {
            #expect(totals[index]?.values.contains { $0.count > 1 } == true, "\(input.id) moves nothing")
        }
    }

    /// The vector engine gives every person of a sample the bits of the evaluator for one.
    @Test func aPopulationIsItsPeopleOneByOne() throws {
        let model = try Self.load()
        var records = PeopleRecords(model, seed: 11)
        records.write(0..<60)
        var stream = try PeopleCSVReader(model, ByteStream(MemorySource(records.take())))
        let population = try PopulationEvaluator(model)
        let single = Evaluator(model)
        var seen = 0
        let outcome = try PopulationRun(population, path: "sample").forEachBlock(of: &stream) { people, results in
            for person in 0..<people.count {
                guard let footprint = try? single.footprint(of: people.person(person)) else {
                    Issue.record("person \(person) has no footprint")
                    continue
                }
                for (output, described) in population.outputs.enumerated() {
                    let parts = described.id.split(separator: ".", maxSplits: 1).map(String.init)
                    let result = footprint[parts[0]]
                    let value = parts.count == 1 ? result?.total : result?.categories.first { $0.id == parts[1] }?.total
                    #expect(results[output, person].bitPattern == value?.bitPattern)
                }
                seen += 1
            }
        }
        #expect(seen == 60)
        #expect(outcome.people == 60)
    }
}
