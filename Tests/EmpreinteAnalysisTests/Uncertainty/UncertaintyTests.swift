import EmpreinteAnalysis
import EmpreinteModel
import EmpreinteText
import Testing

@Suite struct UncertaintyTests {
    private static func uncertainty(
        _ model: Model, _ count: Int = 10_000, seed: UInt64 = 1, _ person: Person = Person(id: "p01")
    ) throws -> Uncertainty {
        let found = try UncertaintyEvaluator(model, Draws(count, seed: seed)).uncertainties(of: person)
        return try #require(found.first)
    }

    /// A product of lognormals is one whose σ² is the sum of theirs: σ = √(ln²1.2 + ln²1.5) / 1.96 = 0.226769, so that 5 %
    /// lie below 100·e^(−1.644854·σ) = 68.866 and 95 % below 145.210.
    @Test func aProductIsItsClosedForm() throws {
        let model = try UnsureModel.load(factors: UnsureModel.product, ghg: "km * a * b")
        let band = try Self.uncertainty(model, 100_000).band
        // Four standard errors of each quantile.
        #expect(abs(band.p50 / 100 - 1) < 0.0037)
        #expect(abs(band.p5 / 68.866 - 1) < 0.0061)
        #expect(abs(band.p95 / 145.210 - 1) < 0.0061)
    }

    /// The parts of the variance of a sum are those of its terms: 100² · var a and 50² · var b.
    @Test func variancesAddUp() throws {
        let factors = """
              a: {value: 1 kgCO2e/km ± 20 %, year: 2024, source: src.a, spread: uniform}
              b: {value: 1 kgCO2e/km ± 80 %, year: 2024, source: src.a, spread: uniform}
            """
        let found = try Self.uncertainty(UnsureModel.load(factors: factors, ghg: "km * a + trips * b"), 50_000)
        #expect(abs(found.shares.reduce(0) { $0 + $1.share } - 1) < 1e-12)
        #expect(found.shares.map(\.factor) == [1, 0])
        #expect(abs(found.shares[0].share - 0.8) < 0.01)
        #expect(abs(found.explained - 1) < 0.01)
    }

    /// What a person's total does not read has no part in it.
    @Test func optionsNotTakenHaveNoPart() throws {
        let factors = """
              heat: {options: {oil: 1 kgCO2e/km ± 20 %, gas: 1 kgCO2e/km ± 60 %}, year: 2024, source: src.a}
              b: {value: 1 kgCO2e/km ± 20 %, year: 2024, source: src.a}
            """
        let model = try UnsureModel.load(factors: factors, ghg: "km * heat[fuel]")
        let oil = try Self.uncertainty(model)
        let gas = try Self.uncertainty(model, 10_000, SmallModel.person(model, ["fuel": 1]))
        #expect(oil.shares.map(\.factor) == [0] && oil.explained > 0.999)
        #expect(gas.band.p95 > oil.band.p95 && gas.band.p5 < oil.band.p5)
        #expect(FigureShocks(model).figures.map(\.name) == ["heat[oil]", "heat[gas]", "b"])
    }

    /// Wrong by the same in all years.
    @Test func aSeriesHasOneShock() throws {
        let factors = """
              a: {years: {2024: 1 kgCO2e/km ± 20 %, 2026: 2 kgCO2e/km ± 40 %}, between: step, before: hold, after: hold, source: src.a}
            """
        let model = try UnsureModel.load(factors: factors, ghg: "km * a at(2025) / a at(2026) * 1 kgCO2e/km")
        let band = try Self.uncertainty(model).band
        #expect(abs(band.p5 - 50) < 1e-12 && abs(band.p95 - 50) < 1e-12)
    }

    @Test func whatHasNoRangeIsExactAndNamed() throws {
        let model = try UnsureModel.load(factors: UnsureModel.product, ghg: "km * c")
        let shocks = FigureShocks(model)
        #expect(shocks.exact == ["c"])
        #expect(shocks.count == 3)
        let found = try Self.uncertainty(model)
        #expect(found.band.range == 100...100)
        #expect(found.shares.isEmpty && found.explained == 0)
        #expect(found.chances.map(\.chance) == [1])
    }

    /// P(x ≤ 120) where 95 % lie within ± 20 %: Φ(1.96) = 0.975.
    @Test func theChanceOfATargetIsThatOfTheRange() throws {
        let model = try UnsureModel.load(factors: UnsureModel.product, ghg: "km * a", target: "120 kgCO2e/year")
        let found = try Self.uncertainty(model, 20_000)
        #expect(abs(found.chances[0].chance - 0.975) < 0.005)
        #expect(model.targets[found.chances[0].target].id == "low")
    }

    /// The bits of a draw are the same whether its neighbours are other draws or other people, on any number of threads.
    @Test(arguments: [1, 3])
    func lanesAndThreadsDoNotMatter(threads: Int) throws {
        let model = try UnsureModel.load(
            factors: UnsureModel.product
                + "\n  heat: {options: {oil: 1 kgCO2e/km ± 20 %, gas: 2 kgCO2e/km ± 60 %}, year: 2024, source: src.a}",
            ghg: "km * a * b + trips * heat[fuel] + trips * c")
        let people = (0..<300).map { index in
            var person = SmallModel.person(model, ["km": Double(index * 7), "fuel": Double(index % 2)])
            person.id = "p\(index)"
            person.answers[1] = index % 3 == 0 ? nil : Double(index)
            return person
        }
        var evaluator = try PopulationEvaluator(model)
        evaluator.threadCount = threads
        let draws = Draws(101, seed: 5)
        var drawn = try DrawnPopulation(evaluator, draws)
        try drawn.add(PeopleColumns(people, model))
        let single = UncertaintyEvaluator(model, draws)
        for index in stride(from: 0, to: people.count, by: 23) {
            #expect(drawn.band(of: 0, person: index) == (try single.uncertainties(of: people[index])[0].band))
        }
        var parts = try DrawnPopulation(evaluator, draws)
        for start in stride(from: 0, to: 300, by: 100) {
            try parts.add(PeopleColumns(people[start..<start + 100], model))
        }
        let (whole, pieces) = (try #require(drawn.meanBand(of: 0)), try #require(parts.meanBand(of: 0)))
        #expect(abs(whole.p95 - pieces.p95) <= 1e-12 * whole.p95)
    }

    @Test func seedsAndCountsSettleTheDraws() throws {
        let model = try UnsureModel.load(factors: UnsureModel.product, ghg: "km * a * b")
        #expect(try Self.uncertainty(model, 100).band == Self.uncertainty(model, 100).band)
        #expect(try Self.uncertainty(model, 100).band != Self.uncertainty(model, 100, seed: 2).band)
        // More than one piece of draws.
        #expect(abs(try Self.uncertainty(model, 40_000).band.p50 / 100 - 1) < 0.01)
    }

    @Test func bandsAreOnStraightLines() {
        let band = Band((1...21).map(Double.init))
        #expect([band.p5, band.p50, band.p95] == [2, 11, 20])
        #expect(Band([1.0, 2]).p50 == 1.5)
        #expect(Band([3.0]).range == 3...3)
    }

    @Test(arguments: [
        ("0", "option.draws"), ("-5", "option.draws"), ("9", "option.draws"), ("1e9", "option.draws"),
        ("100001", "option.draws"), ("many", "option.draws"), ("", ""),
    ])
    func absurdCountsAreRefused(text: String, code: String) throws {
        let model = try UnsureModel.load(factors: UnsureModel.product, ghg: "km * a * b")
        let refused = refusals { try Analysis.footprint.run(.init(model, options: ["draws": text])) }
        #expect(refused == (code.isEmpty ? [] : ["\(code) -"]))
        #expect(refusals { try DrawnPopulation(PopulationEvaluator(model), Draws(1_001)) } == ["draws.table -"])
    }

    /// A range that leads below zero could make what it divides anything.
    @Test func rangesStayAboveZero() throws {
        let factors = "  a: {value: 1 kgCO2e/km ± 120 %, year: 2024, source: src.a, spread: normal}"
        #expect(refusals { try UnsureModel.load(factors: factors, ghg: "km * a") } == ["spread.below_zero 12:14"])
        let wide = factors.replacing("normal", with: "lognormal")
        #expect(refusals { try UnsureModel.load(factors: wide, ghg: "km * a") } == [])
    }
}
