import EmpreinteAnalysis
import EmpreinteModel
import Testing

@Suite struct ExplanationTests {
    @Test func everyValueExplainedIsTheOneEvaluated() throws {
        let model = try SmallModel.load()
        let evaluator = Evaluator(model)
        for answers in [[:], ["car.has": 0], ["household.size": 3, "home.power": 4321.5, "car.km": 777]] {
            let person = SmallModel.person(model, answers)
            let evaluation = try evaluator.evaluate(person)
            for formula in model.formulas {
                let explained = try evaluator.explain(formula.id, for: person)
                #expect(explained.count == formula.results.count)
                for (explanation, result) in zip(explained, formula.results) {
                    let value = evaluation.applies(formula.presence) ? evaluation[result.value] : nil
                    #expect(explanation.value?.bitPattern == value?.bitPattern)
                }
            }
        }
    }

    @Test func onlyWhatWasReadIsShown() throws {
        let model = try SmallModel.load()
        let evaluator = Evaluator(model)
        let driver = try #require(try evaluator.explain("car", for: Person(id: "a")).first)
        #expect(driver.steps.map(\.id) == ["car.has", "car.km", "car.ghg", "car.people"])
        let walker = try #require(try evaluator.explain("car", for: SmallModel.person(model, ["car.has": 0])).first)
        #expect(walker.value == nil)
        #expect(walker.steps.map(\.id) == ["car.has"])
    }

    @Test func categoriesAndIndicatorsExplainTheirMembers() throws {
        let model = try SmallModel.load()
        let evaluator = Evaluator(model)
        let ghg = try #require(try evaluator.explain("ghg", for: Person(id: "a")).first)
        #expect(ghg.value == 1160)
        #expect(ghg.steps.map(\.id) == ["travel", "home", "commons"])
        #expect(ghg.steps.map { $0.steps.map(\.id) } == [["car"], ["power"], ["roads"]])
        #expect(try evaluator.explain("home", for: Person(id: "a")).map(\.unit) == ["kgCO2e/year", "kWh/year"])
        #expect(try evaluator.explain("nothing", for: Person(id: "a")).isEmpty)
    }
}
