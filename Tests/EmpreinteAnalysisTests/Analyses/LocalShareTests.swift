import EmpreinteAnalysis
import EmpreinteModel
import EmpreintePacks
import EmpreinteText
import Testing

@Suite struct LocalShareTests {
    /// The child states the factor of the car, 1 000 of the 1 160 kg: a walker's result rests on no local figure.
    @Test func theShareIsOfLeavesThatReadLocalFigures() throws {
        let child = """
            kind: pack
            id: child
            version: 1.0.0
            language: en
            extends: {pack: small}
            ---
            kind: factors
            override:
              car.ghg: {value: 0.2 kgCO2e/vehicle.km, year: 2025, source: src.a}
            """
        let files = MemoryFiles(["packs/small/pack.yaml": SmallModel.text, "packs/child/pack.yaml": child])
        let model = try PackFrontEnd().load("packs/child", from: files, searching: []).model
        let evaluator = Evaluator(model)
        let driver = try #require(try evaluator.localShare(of: [Person(id: "a")], indicator: 0))
        #expect(driver.factors == 1)
        #expect(driver.share == 1000.0 / 1160)
        let walker = SmallModel.person(model, ["car.has": 0])
        #expect(try evaluator.localShare(of: [walker], indicator: 0)?.share == 0)
        #expect(try evaluator.localShare(of: [Person(id: "a"), walker], indicator: 0)?.share == 1000.0 / 1320)
        #expect(try Evaluator(SmallModel.load()).localShare(of: [walker], indicator: 0) == nil)
    }
}
