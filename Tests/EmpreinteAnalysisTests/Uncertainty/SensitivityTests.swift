import EmpreinteAnalysis
import EmpreinteModel
import EmpreinteText
import Testing

@Suite struct SensitivityTests {
    /// 200 km at 1 kg and 50 trips at 2 kg: 300 kg, of which two thirds follow a.
    private static func model() throws -> Model {
        try UnsureModel.load(
            factors: """
                  a: {value: 1 kgCO2e/km ± 20 %, year: 2024, source: src.a, spread: uniform}
                  b: {value: 2 kgCO2e/km ± 10 %, year: 2024, source: src.a, spread: uniform}
                  c: {value: 3 kgCO2e/km ± 10 %, year: 2024, source: src.a}
                """, ghg: "km * a + trips * b")
    }

    @Test func eachThingIsReplacedByItself() throws {
        let model = try Self.model()
        let person = SmallModel.person(model, ["km": 200])
        let found = try Evaluator(model).sensitivity(of: person)
        #expect(found.total == 300)
        // The p5 and p95 of ± 20 % alike are 0.82 and 1.18; of ± 10 %, 0.91 and 1.09.
        #expect(found.figures.map(\.name) == ["a", "b"])
        #expect(zip(found.figures.map(\.low), [264, 291]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(zip(found.figures.map(\.high), [336, 309]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(zip(found.figures.map(\.elasticity), [2.0 / 3, 1.0 / 3]).allSatisfy { abs($0 - $1) < 1e-9 })
        // Without the answer, 100 km count.
        #expect(found.answers.map(\.withoutIt) == [200])
        #expect(found.elasticities.map { model.inputs[$0.input].id } == ["km", "trips"])
        #expect(found.elasticities.map(\.isAnswered) == [true, false])
        #expect(abs(found.elasticities[0].elasticity - 2.0 / 3) < 1e-9)
        #expect(found.elasticities[1].value == 50)
    }

    @Test func theReportSaysIt() throws {
        let model = try Self.model()
        let report = try Analysis.sensitivity.run(.init(model, people: [SmallModel.person(model, ["km": 200])]))
        let data = JSON.object(report.data)
        #expect(data["figures"]?[0]?["id"] == .string("a"))
        #expect(data["answers"]?[0]?["effect"] == .number(100))
        #expect(ReportText().render(report).contains("Sensitivity · p01"))
        #expect(ReportCSV().render(report).hasPrefix("sort,id,low,high,without,elasticity\nfigure,a,"))
        let two = [Person(id: "a"), Person(id: "b")]
        #expect(refusals { try Analysis.sensitivity.run(.init(model, people: two)) } == ["sensitivity.one -"])
        #expect(refusals { try Analysis.sensitivity.run(.init(model, options: ["count": "0"])) } == ["option.count -"])
    }
}
