import Testing

@testable import EmpreinteFunding

@Suite struct PurchaseSharesTests {
    private func purchase(_ cents: Int, _ supplier: String?, local: Bool?, clauses: Set<String>? = []) -> Purchase {
        Purchase(
            year: 2024, family: "food", amount: Money(cents: cents), supplier: supplier, isLocal: local, isSmall: nil,
            clauses: clauses)
    }

    @Test func whatIsNotKnownIsNotCountedAsNo() {
        let shares = PurchaseShares([
            purchase(600, "a", local: true, clauses: ["social"]), purchase(200, "b", local: false),
            purchase(200, "a", local: nil),
        ])
        #expect(shares.amount == Money(cents: 1000))
        #expect(shares.local == .init(byAmount: 0.75, byContract: 0.5, unknown: 0.2))
        #expect(shares.social.byAmount == 0.6)
        #expect(shares.small == .init(byAmount: nil, byContract: nil, unknown: 1))
        // (800/1000)² + (200/1000)².
        #expect(shares.concentration.map { abs($0 - 0.68) < 1e-12 } == true)
    }

    @Test func aSupplierWithoutANameLeavesTheConcentrationOpen() {
        #expect(PurchaseShares([purchase(1, "a", local: true), purchase(1, nil, local: true)]).concentration == nil)
        #expect(PurchaseShares([]).concentration == nil)
    }
}
