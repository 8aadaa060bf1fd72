import EmpreinteGraph
import EmpreinteModel
import TestSupport
import Testing

@testable import EmpreintePacks

/// What must hold of any model, on one with answers, tables, conditions and shared goods.
@Suite struct ModelLawTests {
    private static let documents = """
        ---
        kind: questions
        questions:
          household.size: {unit: person, range: [1, 20], default: 2}
          car.has: {default: true}
          car.km: {unit: KM/year, ask_if: car.has, default: 9000 km/year}
          car.fuel: {ask_if: car.has, options: {petrol: Petrol, electric: Electric}, default: petrol}
          bus.km: {unit: KM/year, default: 800 km/year}
          home.gas: {unit: kWh/year, per: household, default: 12000}
        ---
        kind: factors
        factors:
          car.use: {options: {petrol: 0.25 kgCO2e/km, electric: 0.125 kgCO2e/km}, year: 2024, assumption: true, reason: example}
          bus.use: {value: BUS kgCO2e/km, year: 2024, assumption: true, reason: example}
          gas.use: {years: {2020: 0.25 kgCO2e/kWh, 2030: 0.5 kgCO2e/kWh}, between: linear, after: hold, assumption: true, reason: example}
        ---
        kind: formulas
        formulas:
          car: {applies_if: car.has, gives: {ghg: "car.km * car.use[car.fuel]"}}
          bus: {gives: {ghg: bus.km * bus.use}}
          gas: {gives: {ghg: home.gas * gas.use}}
          fixed: {gives: {ghg: 100 kgCO2e/year}}
        EXTRA
        ---
        kind: categories
        categories:
          mobility: {contains: [car, bus]}
          home: {contains: [gas]}
          commons: {contains: [fixed]}
        """

    private func pack(km: String = "km", bus: String = "0.125", extra: String = "") throws -> LoadedPack {
        try LoadedPack(
            Self.documents.replacing("KM", with: km).replacing("BUS", with: bus).replacing("EXTRA", with: extra))
    }

    private func leaves(_ pack: LoadedPack, _ answers: [String: Double] = [:]) -> [Double] {
        ["car", "bus", "gas", "fixed"].map { pack.value($0, answers) }
    }

    @Test func leavesAreWhatTheyWereWorkedOutToBe() throws {
        // 9000 × 0.25; 800 × 0.125; 12 000 / 2 × (0.25 + 0.5) / 2; 100.
        #expect(try leaves(pack()) == [2_250, 100, 2_250, 100])
    }

    @Test func branchesAndTotalAreSumsOfLeaves() throws {
        let pack = try pack()
        var random = SplitMix64(seed: 7)
        for _ in 0..<50 {
            let answers = [
                "car.has": Double(random.below(2)), "car.km": Double(random.below(100_000)) / 7,
                "bus.km": Double(random.below(10_000)) / 3, "car.fuel": Double(random.below(2)),
                "household.size": Double(1 + random.below(6)),
            ]
            let values = pack.values(answers)
            let leaves = leaves(pack, answers)
            let branches = pack.model.categories.map { $0.totals[0].map { values[$0.index] } ?? 0 }
            #expect(branches == [leaves[0] + leaves[1], leaves[2], leaves[3]])
            #expect(pack.total(answers) == branches[0] + branches[1] + branches[2])
        }
    }

    @Test func kilometresAndMetresGiveEqualResults() throws {
        let inKilometres = try pack(km: "km")
        let inMetres = try pack(km: "m")
        #expect(inKilometres.total() == inMetres.total())
        #expect(
            inKilometres.total(["car.km": 12_500, "bus.km": 3])
                == inMetres.total(["car.km": 12_500_000, "bus.km": 3_000]))
        #expect(inKilometres.model.identity.hash != inMetres.model.identity.hash)
    }

    @Test func aFactorOfZeroRemovesExactlyItsLeaves() throws {
        #expect(try leaves(pack(bus: "0")) == [2_250, 0, 2_250, 100])
    }

    @Test func doublingExtensiveAnswersDoublesLinearLeaves() throws {
        let pack = try pack()
        let once = leaves(pack, ["car.km": 7_000, "bus.km": 333, "home.gas": 9_999])
        let twice = leaves(pack, ["car.km": 14_000, "bus.km": 666, "home.gas": 19_998])
        #expect(zip(once, twice).prefix(3).allSatisfy { 2 * $0 == $1 })
        #expect(once[3] == twice[3])
    }

    @Test func anUnusedIdChangesNothing() throws {
        let extra = "  unused: {value: 2 * bus.km}\n---\nkind: questions\nquestions:\n  idle: {default: 3}\n"
        let plain = try pack()
        let more = try pack(extra: extra)
        let answers = ["car.km": 1_234.5, "home.gas": 987.6]
        #expect(leaves(plain, answers) == leaves(more, answers))
        #expect(plain.total(answers) == more.total(answers))
        #expect(more.total(["idle": 5]) == plain.total())
    }

    @Test func anAnswerThatDoesNotApplyChangesNothing() throws {
        let pack = try pack()
        let none = pack.total(["car.has": 0])
        #expect(none == 2_450)
        #expect(pack.total(["car.has": 0, "car.km": 50_000, "car.fuel": 1]) == none)
    }

    @Test func anAnswerEqualToItsDefaultChangesNothing() throws {
        let pack = try pack()
        #expect(pack.total(["car.km": 9_000, "car.has": 1, "car.fuel": 0, "home.gas": 12_000]) == pack.total())
    }

    @Test func everyYearIsReadWhereItIsCovered() throws {
        let pack = try pack()
        #expect(pack.value("gas", year: 2020) == 1_500)
        #expect(pack.value("gas", year: 2030) == 3_000)
        #expect(pack.value("gas", year: 2080) == 3_000)
        #expect(pack.value("gas", year: 2019).isNaN)
        #expect(pack.value("car", year: 2019) == 2_250)
    }
}
