import Testing

@testable import EmpreinteFunding

@Suite struct MoneyTests {
    @Test func roundsSharesDown() {
        #expect(Money(cents: 333).share(Rate(percent: 50)) == Money(cents: 166))
        #expect(Money(cents: -333).share(Rate(percent: 50)) == Money(cents: -167))
        #expect(Money(cents: 10_000_000).share(Rate(billionths: 2_500_000)) == Money(cents: 25_000))
    }

    @Test func stopsAtTheLargestAmount() {
        let most = Money(cents: .max)
        #expect(most + most == most)
        #expect(Money(cents: .min) - most == Money(cents: .min))
        #expect(most.scaled(by: 5, over: 1) == most)
    }

    @Test(arguments: [
        ("1500", 150_000), ("0.25", 25), ("1e3", 100_000), ("12.500", 1250), ("-3.1", -310), ("0.000", 0),
    ])
    func readsDecimalsExactly(text: String, cents: Int) throws {
        #expect(try ExactDecimal.whole(text.utf8, timesTenTo: 2) == cents)
    }

    @Test(arguments: [("0.001", ExactDecimal.Failure.tooFine), ("1e99", .tooLarge), ("12345678901234567", .tooLarge)])
    func refusesWhatIsNoAmount(text: String, failure: ExactDecimal.Failure) {
        #expect(throws: failure) { try ExactDecimal.whole(text.utf8, timesTenTo: 2) }
    }
}
