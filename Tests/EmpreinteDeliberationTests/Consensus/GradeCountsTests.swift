import EmpreinteDeliberation
import TestSupport
import Testing

@Suite struct GradeCountsTests {
    @Test(arguments: [
        ([30, 40, 210, 130, 530, 50, 10], 0.7256876, 0.6113333), ([50, 0, 0, 0, 50], 0, -1),
        ([20, 20, 20, 20, 20], 0.433985, 0), ([0, 0, 100, 0, 0], 1, 1), ([100, 0, 0, 0, 0], 1, 1),
        ([5, 10, 15, 40, 30], 0.594641, 0.45),
    ])
    func workedValues(counts: [Int], consensus: Double, agreement: Double) throws {
        let counts = try #require(GradeCounts(counts))
        #expect(abs(try #require(counts.consensus) - consensus) < 5e-7)
        #expect(abs(try #require(counts.agreement) - agreement) < 5e-7)
    }

    @Test func figuresOfOneProposal() throws {
        let counts = try #require(GradeCounts([5, 10, 15, 40, 30]))
        #expect(counts.total == 100)
        #expect(counts.lowerMedian == 3)
        #expect(counts.count(from: 4) == 30)
        #expect(counts.total - counts.count(from: 3) == 30)
        #expect(counts.mean == 2.8)
        #expect(counts.netSupport == 0.55)
    }

    @Test func theLowerOfTwoMediansCounts() throws {
        #expect(try #require(GradeCounts([1, 1])).lowerMedian == 0)
        #expect(try #require(GradeCounts([1, 2])).lowerMedian == 1)
    }

    @Test func nobodyHasNoOpinion() throws {
        let none = try #require(GradeCounts([0, 0, 0]))
        #expect(none.consensus == nil && none.agreement == nil && none.mean == nil && none.lowerMedian == nil)
        #expect(none.netSupport == nil && Opinion(none) == nil && MajorityJudgement(none) == nil)
    }

    @Test func agreementNeedsThreeGrades() throws { #expect(try #require(GradeCounts([3, 4])).agreement == nil) }

    @Test(arguments: [[], [3], [1, -1], [1_000_000_000_000_000, 1], [Int.max, Int.max]])
    func refuses(counts: [Int]) { #expect(GradeCounts(counts) == nil) }

    @Test func boundsReversalAndDoubling() throws {
        var random = SplitMix64(seed: 7)
        for _ in 0..<2_000 {
            let drawn = (0..<(2 + random.below(7))).map { _ in random.below(4) == 0 ? 0 : random.below(60) }
            let counts = try #require(GradeCounts(drawn))
            guard counts.total > 0 else { continue }
            let doubled = try #require(GradeCounts(drawn.map { 2 * $0 }))
            let consensus = try #require(counts.consensus)
            #expect(consensus >= 0 && consensus <= 1)
            #expect(abs(consensus - (counts.reversed.consensus ?? -9)) < 1e-12)
            #expect(abs(consensus - (doubled.consensus ?? -9)) < 1e-12)
            guard drawn.count > 2 else { continue }
            let agreement = try #require(counts.agreement)
            #expect(agreement >= -1 && agreement <= 1)
            #expect(abs(agreement - (counts.reversed.agreement ?? -9)) < 1e-12)
            #expect(abs(agreement - (doubled.agreement ?? -9)) < 1e-12)
        }
    }

    /// 60 of 100: (0.6 + z²∕200 ± z √(0.6·0.4∕100 + z²∕40000)) ∕ (1 + z²∕100), z = 1.959964.
    @Test func wilson() throws {
        let share = try #require(Share(60, of: 100))
        #expect(share.value == 0.6)
        #expect(abs(share.range.lowerBound - 0.502003) < 1e-6)
        #expect(abs(share.range.upperBound - 0.690599) < 1e-6)
        #expect(Share(0, of: 10)?.range.lowerBound == 0)
        #expect(Share(10, of: 10)?.range.upperBound == 1)
        #expect(Share(0, of: 0) == nil && Share(3, of: 2) == nil)
    }

    @Test(arguments: [
        ([0, 0, 0, 2, 8], Opinion.agreedFor), ([8, 2, 0, 0, 0], .agreedAgainst), ([5, 0, 0, 0, 5], .divided),
        ([0, 0, 10, 0, 0], .lukewarm),
    ])
    func opinions(counts: [Int], opinion: Opinion) throws {
        #expect(Opinion(try #require(GradeCounts(counts))) == opinion)
    }
}
