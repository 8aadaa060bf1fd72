import EmpreinteAnalysis
import EmpreinteModel
import Testing

@Suite struct FootprintTests {
    /// 10 000 km × 0.2 ÷ 2 people, 3 000 kWh ÷ 2 in the household × 0.04 in 2025, and 100 for all.
    @Test func theDefaultPersonIsComputedByHand() throws {
        let model = try SmallModel.load()
        let footprint = try Evaluator(model).footprint(of: Person(id: "default"))
        let ghg = try #require(footprint["ghg"])
        #expect(ghg.total == 1160)
        #expect(ghg.unit == "kgCO2e/year")
        #expect(ghg.categories.map(\.total) == [1000, 60, 100])
        #expect(ghg.outOfReach == 100)
        #expect(ghg.notCovered.isEmpty)
        let energy = try #require(footprint["energy"])
        #expect(energy.total == 1500)
        #expect(energy.notCovered == ["car", "roads"])
        #expect(energy.categories.map(\.id) == ["home"])
        #expect(footprint["money"] == nil)
    }

    /// A public branch inside a public branch is out of reach once.
    @Test func whatIsOutOfReachIsCountedOnce() throws {
        let nested = "commons: {contains: [inner], acts: public}\n  inner: {contains: [roads], acts: public}"
        let model = try SmallModel.load(
            SmallModel.text.replacing("commons: {contains: [roads], acts: public}", with: nested))
        let ghg = try #require(try Evaluator(model).footprint(of: Person(id: "a"))["ghg"])
        #expect(ghg.total == 1160)
        #expect(ghg.outOfReach == 100)
    }

    @Test func whatDoesNotApplyHasNoValue() throws {
        let model = try SmallModel.load()
        let walker = SmallModel.person(model, ["car.has": 0, "car.km": 5000])
        let ghg = try #require(try Evaluator(model).footprint(of: walker)["ghg"])
        #expect(ghg.total == 160)
        #expect(ghg.categories[0].leaves.map(\.value) == [nil])
        #expect(ghg.categories[0].total == 0)
    }

    /// A leaf counts when each question it read was answered; one that reads none counts too.
    @Test(arguments: [
        Covered([:], 100, of: 1160), Covered(["home.power": 3000], 100, of: 1160),
        Covered(["home.power": 3000, "household.size": 2], 160, of: 1160), Covered(["car.has": 0], 100, of: 160),
        Covered(["car.has": 1, "car.km": 10_000, "car.people": 2], 1100, of: 1160),
    ])
    func coverageCountsWhatWasRead(row: Covered) throws {
        let model = try SmallModel.load()
        let footprint = try Evaluator(model).footprint(of: SmallModel.person(model, row.answers))
        #expect(footprint["ghg"]?.coverage == row.covered / row.total)
    }

    struct Covered: Sendable {
        let answers: [String: Double]
        let covered: Double
        let total: Double

        init(_ answers: [String: Double], _ covered: Double, of total: Double) {
            self.answers = answers
            self.covered = covered
            self.total = total
        }
    }

    /// Kilometres move the total by 2 000, the household from 10 to 1 person by 108, power by 180, having a car by 1 000.
    @Test func unansweredQuestionsAreOrderedByTheirEffect() throws {
        let model = try SmallModel.load()
        let evaluator = Evaluator(model)
        let questions = try evaluator.unanswered(by: SmallModel.person(model, ["car.people": 2]), indicator: 0)
        #expect(questions.map(\.id) == ["car.km", "car.has", "home.power", "household.size"])
        #expect(questions.map(\.effect) == [2000, 1000, 180, 108])
    }

    @Test func aZeroThatDividesIsNamedAtItsOperator() throws {
        let model = try SmallModel.load()
        let nobody = SmallModel.person(model, ["car.people": 0])
        #expect(refusals { try Evaluator(model).footprint(of: nobody) } == ["run.division_by_zero 25:60"])
        let walker = SmallModel.person(model, ["car.people": 0, "car.has": 0])
        #expect(refusals { try Evaluator(model).footprint(of: walker) } == [])
    }

    @Test func yearsOutsideAreRefused() throws {
        let model = try SmallModel.load()
        let evaluator = Evaluator(model)
        #expect(try evaluator.footprint(of: Person(id: "a"), year: 2020)["ghg"]?.total == 1175)
        #expect(refusals { try evaluator.footprint(of: Person(id: "a"), year: 2027) } == ["year.outside_series 13:22"])
        #expect(refusals { try evaluator.footprint(of: Person(id: "a"), year: 2031) } == ["year.outside -"])
    }
}
