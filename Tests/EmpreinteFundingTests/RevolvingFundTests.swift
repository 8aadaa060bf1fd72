import TestSupport
import Testing

@testable import EmpreinteFunding

@Suite struct RevolvingFundTests {
    private func euros(_ amount: Int) -> Money { Money(cents: 100 * amount) }

    private func project(_ index: Int, cost: Int, saving: Int, earliest: Int? = nil) -> RevolvingFund.Project {
        let savings = Savings(then: euros(saving))
        return .init(id: "w\(index)", cost: euros(cost), earliest: earliest) { _ in savings }
    }

    @Test func moneyLentAgainPaysForTwentyEightProjects() throws {
        let projects = (0..<40).map { project($0, cost: 50_000, saving: 6000) }
        let account = try RevolvingFund(seed: euros(300_000)).run(projects, from: 0, years: 20)
        let shown = [0, 5, 10, 15, 20].map { account.years[$0] }
        #expect(shown.map(\.projects) == [6, 10, 16, 22, 28])
        #expect(shown.map(\.cash) == [0, 16_000, 28_000, 14_000, 2_000].map(euros))
        #expect(account.works == euros(1_400_000))
        #expect(abs(account.leverage - 14.0 / 3) < 1e-12)
        #expect(account.leastCash == .zero)
    }

    @Test func theNextInLineIsNotOvertaken() throws {
        let projects = [
            project(0, cost: 80, saving: 40), project(1, cost: 50, saving: 10), project(2, cost: 10, saving: 10),
        ]
        let account = try RevolvingFund(seed: euros(100)).run(projects, from: 2026, years: 3)
        #expect(account.starts == [2026, 2027, 2027])
    }

    @Test func worksThatWaitForTheirYearHoldNobodyUp() throws {
        let projects = [project(0, cost: 80, saving: 40, earliest: 2028), project(1, cost: 50, saving: 50)]
        let account = try RevolvingFund(seed: euros(100)).run(projects, from: 2026, years: 3)
        #expect(account.starts == [2028, 2026])
    }

    @Test func worksThatPayBackTooLateAreRefused() throws {
        let fund = RevolvingFund(seed: euros(100), interest: Rate(percent: 10), longestPayback: 13)
        let projects = [
            project(0, cost: 50, saving: 3), project(1, cost: 50, saving: 0), project(2, cost: 60, saving: 6),
            project(3, cost: 500, saving: 1),
        ]
        let account = try fund.run(projects, from: 2026, years: 3)
        #expect(
            account.refusals == [.payback(50.0 / 3), .noSaving, .neverRepaid(shortfall: .zero), .payback(500)])
        #expect(account.starts == [nil, nil, nil, nil])
    }

    @Test func aFundWithoutMoneyIsRefused() {
        #expect(throws: FundingProblem.seed) { try RevolvingFund(seed: .zero).run([], from: 2026, years: 3) }
    }

    @Test func cashNeverFallsBelowZero() throws {
        var random = SplitMix64(seed: 61)
        for _ in 0..<1000 {
            let projects = (0..<(1 + random.below(20))).map {
                project($0, cost: 1 + random.below(100), saving: random.below(30))
            }
            let seed = euros(1 + random.below(200))
            let fund = RevolvingFund(
                seed: seed, interest: Rate(billionths: random.below(30_000_000)), longestPayback: 13)
            let account = try fund.run(projects, from: 2026, years: 25)
            var cash = seed
            for year in account.years {
                cash = cash + year.repaid - year.advanced
                #expect(year.cash == cash && cash >= .zero)
            }
            let started = zip(projects, account.starts).filter { $0.1 != nil }.map(\.0.cost).total
            #expect(started == account.works)
        }
    }

    @Test func fortyYearsOfAThousandProjectsTakeNoTime() throws {
        let projects = (0..<1000).map { project($0, cost: 50_000, saving: 6000 + $0) }
        let fund = RevolvingFund(seed: euros(3_000_000), interest: Rate(billionths: 2_500_000), longestPayback: 13)
        let clock = ContinuousClock()
        let time = try clock.measure {
            let account = try fund.run(projects, from: 2026, years: 40)
            #expect(account.years.last.map { $0.projects > 500 } == true)
        }
        // Far from what it takes, since other people may be using the machine too.
        #expect(time < .seconds(10))
    }
}
