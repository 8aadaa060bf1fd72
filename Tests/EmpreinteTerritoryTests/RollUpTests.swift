import TestSupport
import Testing

@testable import EmpreinteTerritory

@Suite struct RollUpTests {
    private func claim(
        _ coalition: Int, _ action: String, _ reduction: Double, account: String = "a/x", base: Double = 1000,
        relation: Claim.Relation = .independent, sector: String? = nil, share: Double? = nil
    ) -> Claim {
        Claim(
            coalition: coalition, account: account, action: action, base: base, unit: "kWh/year", reduction: reduction,
            relation: relation, start: 2025, sector: sector, share: share)
    }

    private func rollUp(
        _ claims: [Claim], _ count: Int = 2, _ credit: RollUp.Credit = .shapley, limits: [RollUp.Limit] = []
    ) -> RollUp {
        RollUp(claims, count: count, credit: credit, limits: limits)
    }

    private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(b)) }

    @Test(arguments: [(Claim.Relation.independent, 580.0), (.nested, 400), (.additive, 700)])
    func thirtyAndFortyPercentOfAThousand(relation: Claim.Relation, net: Double) throws {
        let all = rollUp([claim(0, "x", 0.3, relation: relation), claim(1, "y", 0.4, relation: relation)])
        let total = try #require(all.totals.first)
        #expect(isNear(total.net, net))
        #expect(isNear(total.gross, 700))
        #expect(isNear(total.overlap, 700 - net))
        #expect(isNear(total.shares.reduce(0, +), net))
        if relation == .independent {
            #expect(isNear(total.shares[0], 240) && isNear(total.shares[1], 340))
        }
    }

    @Test func theSameActionCountsOnceAtItsHighest() throws {
        let all = rollUp([claim(0, "x", 0.3), claim(1, "x", 0.4)])
        #expect(all.totals.map(\.net) == [400])
        // The first alone takes 300, which they share; the last 100 are the second's.
        #expect(isNear(all.totals[0].shares[0], 150) && isNear(all.totals[0].shares[1], 250))
    }

    @Test func accountsWithAKeyAreOne() {
        var seen = claim(1, "bikes", 0.2, account: "b/commute")
        seen.shared = "commute"
        var other = claim(0, "bikes", 0.2, account: "a/commute")
        other.shared = "commute"
        #expect(rollUp([seen, other]).totals.map(\.net) == [200])
    }

    @Test func creditIsEqualOrDeclaredWhereAsked() {
        let claims = [claim(0, "x", 0.3, share: 0.9), claim(1, "y", 0.4, share: 0.1)]
        let equal = rollUp(claims, 2, .equal).totals[0].shares
        #expect(isNear(equal[0], 290) && isNear(equal[1], 290))
        let declared = rollUp(claims, 2, .declared).totals[0].shares
        #expect(isNear(declared[0], 522) && isNear(declared[1], 58))
    }

    @Test func theNetIsCutToTheInventory() {
        let claims = [
            claim(0, "x", 0.5, account: "a/x", sector: "housing"),
            claim(1, "x", 0.5, account: "a/y", sector: "transport"),
        ]
        let limits = [
            RollUp.Limit(unit: "kWh/year", sector: "housing", amount: 200),
            .init(unit: "kWh/year", sector: "transport", amount: 5000),
            .init(unit: "kWh/year", sector: nil, amount: 5200),
            .init(unit: "kgCO2e/year", sector: nil, amount: 1),
        ]
        let total = rollUp(claims, limits: limits).totals[0]
        #expect(total.capped == ["housing"])
        #expect(isNear(total.net, 700))
        #expect(isNear(total.shares[0], 200) && isNear(total.shares[1], 500))
    }

    @Test func aQuantityMayGrow() {
        let all = rollUp([claim(0, "x", -0.1), claim(1, "y", 0.5)])
        #expect(isNear(all.totals[0].net, 450))
    }

    @Test(arguments: RollUp.Credit.allCases)
    func theLawsOfRollingUp(credit: RollUp.Credit) {
        var random = SplitMix64(seed: 31)
        for _ in 0..<1000 {
            let relations = (0..<4).map { _ in random.choose(Claim.Relation.allCases) }
            let count = 1 + random.below(5)
            let claims = (0..<(1 + random.below(10))).map { _ -> Claim in
                let account = random.below(4)
                return claim(
                    random.below(count), "act\(random.below(3))", Double(random.below(101)) / 100,
                    account: "m/\(account)", base: Double(10 * (account + 1)), relation: relations[account],
                    share: Double(random.below(100)) / 100)
            }
            let all = rollUp(claims, count, credit)
            let areBounded = all.accounts.allSatisfy { account in
                let largest = claims.filter { $0.account == account.key }.map(\.effect).max() ?? 0
                return account.net >= largest - 1e-9 && account.net <= min(account.base, account.gross) + 1e-9
            }
            let total = all.totals[0]
            #expect(areBounded && total.net <= total.gross + 1e-9 && isNear(total.shares.reduce(0, +), total.net))
            // What is claimed already, claimed again by anybody, adds nothing.
            let copy = random.choose(claims)
            var again = copy
            again.coalition = random.below(count)
            #expect(isNear(rollUp(claims + [again], count, credit).totals[0].net, total.net))
        }
    }

    @Test func manyPlayersAreSharedOutNearly() throws {
        let claims = (0..<14).map { claim($0, "act\($0)", 0.1) }
        let total = rollUp(claims, 14).totals[0]
        #expect(isNear(total.shares.reduce(0, +), total.net))
        // All alike: each gets its part, give or take the chance of the draw.
        #expect(total.shares.allSatisfy { abs($0 - total.net / 14) < 0.05 * total.net / 14 })
    }

    @Test func actionsAloneAreBoundsOfThemTogether() {
        var random = SplitMix64(seed: 12)
        for _ in 0..<1000 {
            let reductions = (0..<(1 + random.below(6))).map { _ in Double(random.below(1001)) / 1000 }
            let bounds = (reductions.max() ?? 0) - 1e-12...min(1, reductions.reduce(0, +)) + 1e-12
            #expect(Claim.Relation.allCases.allSatisfy { bounds.contains($0.combined(reductions)) })
        }
    }
}
