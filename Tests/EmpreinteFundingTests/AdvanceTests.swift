import TestSupport
import Testing

@testable import EmpreinteFunding

@Suite struct AdvanceTests {
    private func euros(_ amount: Int) -> Money { Money(cents: 100 * amount) }
    private let rate = Rate(billionths: 2_500_000)

    @Test func savingsRepayAHundredThousandEuros() throws {
        let savings = Savings(then: euros(9000))
        let years = try Advance(euros(100_000), interest: rate).schedule(savings)
        #expect(years.count == 12)
        #expect(years.dropLast().allSatisfy { $0.payment == euros(9000) })
        #expect(years.last?.payment == Money(cents: 254_415))
        #expect(years.map(\.interest).total == Money(cents: 154_415))
        #expect(years.map(\.principal).total == euros(100_000))
        let payback = try savings.simplePayback(of: euros(100_000))
        #expect(abs(payback - 100.0 / 9) < 1e-12)
    }

    @Test func anAnnuityIsTheSameEveryYear() throws {
        let advance = Advance(euros(100_000), interest: rate, repayment: .annuity(years: 12))
        #expect(advance.annuity(12) == Money(cents: 846_937))
        let years = try advance.schedule(Savings(then: .zero))
        #expect(years.count == 12)
        #expect(years.dropLast().allSatisfy { $0.payment == Money(cents: 846_937) })
        #expect(years.last?.balance == .zero)
        #expect(years.map(\.principal).total == euros(100_000))
    }

    @Test func withoutInterestTheAdvanceComesBackAsItIs() throws {
        let bySavings = try Advance(euros(1000), interest: .zero).schedule(Savings(then: euros(300)))
        #expect(bySavings.map(\.payment) == [300, 300, 300, 100].map(euros))
        #expect(bySavings.allSatisfy { $0.interest == .zero })
        let annuity = Advance(euros(1000), interest: .zero, repayment: .annuity(years: 3))
        #expect(try annuity.schedule(Savings(then: .zero)).map(\.payment.cents) == [33_333, 33_333, 33_334])
    }

    @Test func interestThatEatsThePaymentIsNeverRepaid() {
        // 1 % of 100 000 € is 1 000 € a year, of which 600 € are saved.
        #expect(throws: FundingProblem.neverRepaid(year: 1, shortfall: euros(400))) {
            try Advance(euros(100_000), interest: Rate(percent: 1)).schedule(Savings(then: euros(600)))
        }
        #expect(throws: FundingProblem.neverRepaid(year: 1, shortfall: euros(0))) {
            try Advance(euros(100_000), interest: Rate(percent: 1)).schedule(Savings(then: euros(1000)))
        }
    }

    @Test func aBadFirstYearIsMadeUpFor() throws {
        let savings = Savings([.zero], then: euros(60))
        let years = try Advance(euros(100), interest: Rate(percent: 10)).schedule(savings)
        // 110, then 121 − 60 = 61, then 67.10 − 60 = 7.10, then 7.81.
        #expect(years.map(\.payment.cents) == [0, 6000, 6000, 781])
        #expect(years.map(\.balance.cents) == [11_000, 6100, 710, 0])
    }

    @Test func aSmallAdvanceOfManyYearsEnds() throws {
        let endless = Savings([Money](repeating: .zero, count: 150), then: euros(1))
        #expect(throws: FundingProblem.self) {
            try Advance(euros(1000), interest: .all).schedule(endless)
        }
    }

    @Test func discountingLengthensThePayback() throws {
        let savings = Savings(then: euros(100))
        // 100/1.1 + 100/1.21 = 173.5537; the rest of 200 is 26.4463 of 75.1315.
        let payback = try #require(savings.discountedPayback(of: euros(200), at: Rate(percent: 10)))
        #expect(abs(payback - (2 + 26.446281 / 75.131480)) < 1e-6)
        #expect(savings.netPresentValue(of: euros(200), at: Rate(percent: 10), years: 3) == Money(cents: 4869))
        #expect(savings.netPresentValue(of: euros(200), at: .zero, years: 3) == euros(100))
        #expect(savings.discountedPayback(of: euros(2000), at: Rate(percent: 10)) == nil)
    }

    @Test func theAdvanceIsRepaidToTheCent() throws {
        var random = SplitMix64(seed: 424)
        for _ in 0..<1000 {
            let amount = Money(cents: 1 + random.below(50_000_000))
            let interest = Rate(billionths: random.below(100_000_000))
            let yearly = amount.share(interest) + Money(cents: 1 + amount.cents / (2 + random.below(20)))
            let repayment: Advance.Repayment =
                random.below(2) == 0 ? .savings(share: .all) : .annuity(years: 1 + random.below(40))
            let years = try Advance(amount, interest: interest, repayment: repayment).schedule(Savings(then: yearly))
            #expect(years.map(\.principal).total == amount)
            #expect(years.allSatisfy { $0.payment == $0.interest + $0.principal && $0.balance >= .zero })
            #expect(interest > .zero || years.allSatisfy { $0.interest == .zero })
        }
    }
}
