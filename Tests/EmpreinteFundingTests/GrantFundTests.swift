import EmpreinteModel
import TestSupport
import Testing

@testable import EmpreinteFunding

@Suite struct GrantFundTests {
    private func euros(_ amount: Int) -> Money { Money(cents: 100 * amount) }

    private func fund(_ policy: GrantFund.Policy = .firstCome, total: Int = 50_000) -> GrantFund {
        GrantFund(
            envelope: Envelope(total: euros(total), years: [2021, 2022, 2023]), ceiling: euros(1500),
            rate: Rate(percent: 50), policy: policy)
    }

    private func file(
        _ id: String, plan: Int, asked: Int, date: String = "2021-05", rank: Int? = nil, impact: Double? = nil
    ) throws -> GrantFile {
        GrantFile(
            id: id, beneficiary: "association", date: try #require(CalendarDate(date)), expenses: euros(plan),
            resources: euros(plan - asked), asked: euros(asked), rank: rank, impact: impact)
    }

    @Test(arguments: [
        (2000, 2000, 1000, GrantAccount.Rule.rate), (3000, 3000, 1500, .ceiling), (10_000, 9000, 1500, .ceiling),
        (2000, 400, 400, .asked),
    ])
    func theLeastCeilingDecides(plan: Int, asked: Int, grant: Int, rule: GrantAccount.Rule) throws {
        let account = try fund().decide([try file("a", plan: plan, asked: asked)])
        #expect(account.decisions.map(\.grant) == [euros(grant)])
        #expect(account.decisions.map(\.binding) == [rule])
    }

    @Test func thirtyThreeFullGrantsLeaveFiveHundredEuros() throws {
        let files = try (1...33).map { try file("f\($0)", plan: 3000, asked: 1500) }
        let account = try fund().decide(files)
        #expect(account.decisions.allSatisfy { $0.grant == euros(1500) })
        #expect(account.left == euros(500))
        let next = try fund().decide(files + [try file("last", plan: 3000, asked: 1500)])
        #expect(next.decisions.last?.grant == euros(500))
        #expect(next.decisions.last?.binding == .envelope)
        #expect(next.decisions.last?.gap == euros(1000))
    }

    @Test func aRankedFileComesWholeOrNotAtAll() throws {
        let files = [
            try file("third", plan: 2000, asked: 300, rank: 3), try file("first", plan: 2000, asked: 900, rank: 1),
            try file("second", plan: 2000, asked: 800, rank: 2),
        ]
        #expect(try fund(.ranked, total: 1300).decide(files).decisions.map(\.grant) == [300, 900, 0].map(euros))
        #expect(try fund(.rankedPartial, total: 1300).decide(files).decisions.map(\.grant) == [0, 900, 400].map(euros))
        #expect(throws: FundingProblem.rank("a")) {
            try fund(.ranked).decide([try file("a", plan: 2000, asked: 900)])
        }
    }

    @Test func proRataCutsEverybodyAlike() throws {
        let files = [try file("a", plan: 2000, asked: 1000), try file("b", plan: 1000, asked: 500)]
        let account = try fund(.proRata, total: 1000).decide(files)
        // 1000 × 1000/1500 and 1000 × 500/1500, rounded down.
        #expect(account.decisions.map(\.grant.cents) == [66_666, 33_333])
        #expect(account.left.cents == 1)
        #expect(try fund(.proRata).decide(files).decisions.map(\.binding) == [.asked, .asked])
    }

    @Test func theBestImpactIsNotTheGreedyOne() throws {
        let files = [
            try file("dense", plan: 2000, asked: 600, impact: 6.6), try file("left", plan: 2000, asked: 500, impact: 5),
            try file("right", plan: 2000, asked: 500, impact: 5),
        ]
        let account = try fund(.bestImpact, total: 1000).decide(files)
        #expect(account.decisions.map(\.grant) == [0, 500, 500].map(euros))
        #expect(account.decisions.map(\.binding) == [.envelope, .asked, .asked])
    }

    @Test func aBeneficiaryOfAnotherKindGetsNothing() throws {
        var fund = fund()
        fund.beneficiaries = ["school"]
        let account = try fund.decide([try file("a", plan: 2000, asked: 100)])
        #expect(account.decisions.map(\.binding) == [.beneficiary])
        #expect(account.decisions.map(\.isRefused) == [true])
    }

    @Test func aYearKeepsOrLosesWhatItLeaves() throws {
        let parts = [(year: 2021, amount: euros(1000)), (year: 2022, amount: euros(1000))]
        let files = [
            try file("a", plan: 2000, asked: 400), try file("b", plan: 4000, asked: 1500, date: "2022-01"),
        ]
        var fund = fund()
        fund.envelope = Envelope(byYear: parts)
        #expect(try fund.decide(files).decisions.map(\.grant) == [400, 1500].map(euros))
        fund.envelope = Envelope(byYear: parts, carriesOver: false)
        let account = try fund.decide(files)
        #expect(account.decisions.map(\.grant) == [400, 1000].map(euros))
        #expect(account.lapsed == euros(600))
        #expect(account.left == .zero)
    }

    @Test func aFileOfAnotherYearIsRefused() {
        #expect(throws: FundingProblem.date("late")) {
            try fund().decide([try file("late", plan: 2000, asked: 400, date: "2024")])
        }
    }

    @Test func theCentsThatDoNotDivideGoToTheFirstYears() {
        let envelope = Envelope(total: Money(cents: 101), years: [2021, 2022, 2023], carriesOver: false)
        #expect(envelope.parts.map(\.amount.cents) == [34, 34, 33])
    }

    @Test(arguments: GrantFund.Policy.allCases)
    func everyCentIsAccountedFor(policy: GrantFund.Policy) throws {
        var random = SplitMix64(seed: 8_021)
        for _ in 0..<1000 {
            let years = Array(2021...(2021 + random.below(3)))
            let carriesOver = random.below(2) == 0
            let total = Money(cents: random.below(1_000_000))
            let fund = GrantFund(
                envelope: Envelope(total: total, years: years, carriesOver: carriesOver),
                ceiling: Money(cents: 1 + random.below(200_000)), rate: Rate(percent: random.below(101)),
                beneficiaries: random.below(2) == 0 ? [] : ["association"], policy: policy)
            let files = (0..<(1 + random.below(12))).compactMap { index -> GrantFile? in
                let expenses = Money(cents: 1 + random.below(400_000))
                let asked = Money(cents: 1 + random.below(expenses.cents))
                guard let date = CalendarDate("\(random.choose(years))-0\(1 + random.below(9))") else { return nil }
                return GrantFile(
                    id: "f\(index)", beneficiary: random.choose(["association", "school"]), date: date,
                    expenses: expenses, resources: expenses - asked, asked: asked, rank: random.below(5),
                    impact: Double(random.below(20)))
            }
            let account = try fund.decide(files)
            #expect(account.decisions.map(\.file) == files.map(\.id))
            #expect(account.granted + account.left + account.lapsed == total)
            for (decision, file) in zip(account.decisions, files) {
                #expect(decision.grant >= .zero && decision.grant <= file.asked)
                #expect(decision.grant <= fund.ceiling ?? decision.grant)
                #expect(decision.grant <= file.expenses.share(fund.rate ?? .all))
            }
            #expect(account.years.allSatisfy { $0.granted <= $0.available })
        }
    }

    @Test func theBestImpactIsThatOfTryingEverySet() throws {
        var random = SplitMix64(seed: 77)
        for _ in 0..<1000 {
            let items = (0..<(1 + random.below(9))).map {
                BestImpact.Item(position: $0, cost: 1 + random.below(50), impact: Double(random.below(30)))
            }
            let budget = random.below(120)
            var best = 0.0
            for set in 0..<(1 << items.count) {
                let taken = items.filter { set >> $0.position & 1 == 1 }
                if taken.map(\.cost).reduce(0, +) <= budget { best = max(best, taken.map(\.impact).reduce(0, +)) }
            }
            let chosen = try BestImpact.choice(items, within: budget)
            let taken = items.filter { chosen.contains($0.position) }
            #expect(taken.map(\.cost).reduce(0, +) <= budget)
            #expect(taken.map(\.impact).reduce(0, +) == best)
        }
    }

    @Test func hundredsOfFilesAreChosenExactly() throws {
        var random = SplitMix64(seed: 5)
        let items = (0..<300).map {
            BestImpact.Item(
                position: $0, cost: 20_000 + random.below(130_000), impact: Double(1 + random.below(10_000)) / 7)
        }
        let chosen = try BestImpact.choice(items, within: 5_000_000)
        #expect(items.filter { chosen.contains($0.position) }.map(\.cost).reduce(0, +) <= 5_000_000)
    }
}
