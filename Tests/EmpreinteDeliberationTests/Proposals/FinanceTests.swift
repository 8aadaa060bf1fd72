import Empreinte
import EmpreinteDeliberation
import Testing

@Suite struct FinanceTests {
    /// 100 ∕ 1.1 + 100 ∕ 1.21 = 90.909… + 82.644…
    @Test func presentValueByHand() throws {
        #expect(abs(try #require(Finance(rate: 0.1, years: 2)).presentValue(100) - 173.5537190082645) < 1e-9)
        #expect(try #require(Finance(rate: 0, years: 7)).presentValue(100) == 700)
    }

    @Test(arguments: [(-0.51, 5), (10.1, 5), (.nan, 5), (.infinity, 5), (0.03, 0), (0.03, 201)])
    func refuses(rate: Double, years: Int) { #expect(Finance(rate: rate, years: years) == nil) }

    @Test func theNetCostNeedsWhatIsPaidOnceAndEveryYear() throws {
        let finance = try #require(Finance(rate: 0.1, years: 2))
        var assessment = Assessment()
        assessment.estimates[.upfront] = Estimate(1000)
        #expect(assessment.netCost(finance) == nil)
        assessment.estimates[.yearly] = Estimate(100)
        #expect(abs(try #require(assessment.netCost(finance)) - 1173.5537190082645) < 1e-9)
        assessment.estimates[.revenue] = Estimate(100)
        #expect(assessment.netCost(finance) == 1000)
    }

    /// 1 173.55 € over 2 t a year, which are 2 × 1.7355 t in today’s terms.
    @Test func theCostOfATonne() throws {
        let finance = try #require(Finance(rate: 0.1, years: 2))
        var proposal = Proposal("p", .init("P", language: "en"))
        var assessment = Assessment()
        assessment.estimates = [.upfront: Estimate(1000), .yearly: Estimate(100)]
        proposal.assessments = [assessment]
        #expect(proposal.costPerTonne(finance) == nil)
        proposal.assessments[0].estimates[.ghg] = Estimate(-2000)
        #expect(abs(try #require(proposal.costPerTonne(finance)) - 1173.5537190082645 / 3.47107438016529) < 1e-9)
        proposal.assessments[0].estimates[.ghg] = Estimate(5)
        #expect(proposal.costPerTonne(finance) == nil)
    }

    @Test func severalGroupsGiveAMeanTheirRangesAndHowFarTheyDiffer() throws {
        let combined = try #require(Estimate.Combined([Estimate(-600, -900 ... -200), Estimate(-400), Estimate(-500)]))
        #expect(combined.central == -500 && combined.spread == 200 && combined.count == 3)
        #expect(combined.range == -900 ... -200)
        #expect(Estimate.Combined([]) == nil)
    }

    @Test func powers() throws {
        #expect(Competence(.own).part == .own)
        #expect(Competence([.own: 0.7, .other: 0.3])?.part == .shared)
        #expect(Competence([.own: 0.6])?.shares == [.own: 0.6, .unknown: 0.4])
        #expect(Competence([.own: 0.6])?.part == .unknown)
        #expect(Competence([:])?.part == .unknown)
        #expect(Competence([.own: 0.7, .other: 0.4]) == nil && Competence([.own: -0.1]) == nil)
    }

    @Test(arguments: [
        ("2022", true), ("2022-08", true), ("2024-02-29", true), ("2023-02-29", false), ("2022-13", false),
        ("2022-8", false), ("22", false), ("2022-08-15-1", false), ("", false), ("0000", false), ("２０２２", false),
    ])
    func dates(text: String, isDate: Bool) { #expect((Day(text) != nil) == isDate) }
}
