import EmpreinteGraph
import EmpreinteModel
import EmpreinteText
import EmpreinteUnits
import Testing

@Suite struct AnswerReaderTests {
    /// A model of four questions: a distance, a share, a fuel and a yes or no.
    private let reader: AnswerReader

    init() throws {
        let units = UnitCatalogue.standard
        let node = WrittenText("place").root
        var graph = Graph()
        let value = graph.number(0)
        let kinds: [(String, Input.Kind)] = [
            ("km", .number(unit: try units.unit("km/year").unit, range: 0...80_000)),
            ("share", .number(unit: try units.unit("%").unit, range: nil)),
            ("fuel", .option(Codes(["petrol", "electric"]), labels: [])), ("has", .flag),
        ]
        var model = Model(
            identity: .init(id: "sample", version: "1.0.0", label: Label([]), language: "en"),
            years: .init(range: 2000...2050, reference: 2025), sources: SourceMap())
        model.inputs = kinds.map { id, kind in
            Input(id: id, label: Label([]), kind: kind, place: Place(node), valueSlot: 1, answeredSlot: 2, value: value)
        }
        reader = AnswerReader(model)
    }

    private func read(_ map: String) -> (answers: [Int: Double], problems: [String]) {
        var text = WrittenText(map)
        let answers = reader.answers(in: text.root, &text.diagnostics)
        return (answers, text.problems)
    }

    @Test(
        arguments: [
            ("{km: 12}", [0: 12]), ("{km: 12 km/year}", [0: 12]), ("{km: 5000 m/year}", [0: 5]),
            ("{km: 80000}", [0: 80_000]),
            ("{share: 30}", [1: 30]), ("{share: 30 %}", [1: 30]), ("{share: 300 ‰}", [1: 30]),
            ("{fuel: electric}", [2: 1]),
            ("{has: true}", [3: 1]), ("{has: false}", [3: 0]), ("{has: oui}", [3: 1]), ("{has: non}", [3: 0]),
            ("{}", [:]),
            ("{km: ~, has: true}", [3: 1]), ("{km: , fuel: null}", [:]),
        ] as [(String, [Int: Double])])
    func reads(map: String, answers: [Int: Double]) {
        let read = read(map)
        #expect(read.problems.isEmpty)
        #expect(read.answers.keys.sorted() == answers.keys.sorted())
        for (position, value) in answers {
            #expect(abs((read.answers[position] ?? .nan) - value) <= 1e-12 * value)
        }
    }

    @Test(arguments: [
        ("{kms: 12}", "answer.unknown 1:2"), ("{km: 80000.1}", "answer.range 1:6"), ("{km: -1}", "answer.range 1:6"),
        ("{km: 12 kg}", "unit.mismatch 1:9"), ("{km: 12 km}", "unit.mismatch 1:9"), ("{km: [1]}", "answer.kind 1:6"),
        ("{km: nan}", "number.not_finite 1:6"), ("{km: petrol}", "number.syntax 1:6"),
        ("{fuel: gas}", "answer.option 1:8"),
        ("{fuel: 1}", "answer.option 1:8"), ("{fuel: Petrol}", "answer.option 1:8"), ("{has: 1}", "answer.kind 1:7"),
        ("{has: {a: b}}", "answer.kind 1:7"), ("{share: 1e308 Tkm}", "unit.unknown 1:15"),
    ])
    func refuses(map: String, problem: String) {
        let read = read(map)
        #expect(read.problems == [problem])
        #expect(read.answers.isEmpty)
    }

    @Test func goesOnAfterAMistake() {
        let read = read("{km: far, fuel: coal, has: true}")
        #expect(read.problems == ["number.syntax 1:6", "answer.option 1:17"])
        #expect(read.answers == [3: 1])
    }
}
