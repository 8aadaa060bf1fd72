import TestSupport
import Testing

@testable import EmpreinteEngine

@Suite struct StatisticsTests {
    @Test func momentsByHand() {
        var statistics = Statistics(unit: 1)
        for (lane, value) in [2.0, 4, 4, 4, 5, 5, 7, 9].enumerated() { statistics.add(value, lane: lane) }
        #expect(statistics.count == 8 && statistics.refusedCount == 0 && statistics.firstRefusedLane == nil)
        #expect(statistics.sum == 40 && statistics.weight == 8)
        #expect(statistics.mean == 5 && statistics.variance == 4)
        #expect(statistics.minimum == 2 && statistics.maximum == 9)
    }

    @Test func weightsCount() {
        var statistics = Statistics(unit: 1)
        statistics.add(10, weight: 3)
        statistics.add(20, weight: 1)
        statistics.add(1_000, weight: 0)
        #expect(statistics.weight == 4 && statistics.sum == 50 && statistics.mean == 12.5)
        #expect(statistics.variance == 18.75)
        #expect(statistics.count == 3 && statistics.maximum == 1_000)
    }

    @Test func nothingHasNoMean() {
        let statistics = Statistics(unit: 1, quantiles: true)
        #expect(statistics.mean.isNaN && statistics.variance.isNaN && statistics.sum == 0)
        #expect(statistics.quantile(0.5) == nil)
    }

    /// Each term is rounded to 2⁻⁴⁰ of the unit, half to even, whatever its size.
    @Test(arguments: [
        (0x1p-41, 0), (0x1.8p-40, 0x1p-39), (0x1.000001p-40, 0x1p-40), (-0x1.8p-40, -0x1p-39),
        (123_456_789.000_000_1, 123_456_789.000_000_1), (0x1.fffffffffffffp28, 0x1.fffffffffffffp28),
    ])
    func termsAreRoundedOnce(value: Double, sum: Double) {
        var statistics = Statistics(unit: 1)
        statistics.add(value)
        #expect(statistics.sum == sum)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 0x1p31, -1e300, .greatestFiniteMagnitude])
    func whatDoesNotFitIsRefused(value: Double) {
        var statistics = Statistics(unit: 1, quantiles: true)
        statistics.add(1, lane: 4)
        statistics.add(value, lane: 6)
        statistics.add(value, lane: 5)
        #expect(statistics.count == 1 && statistics.refusedCount == 2 && statistics.firstRefusedLane == 5)
        #expect(statistics.sum == 1 && statistics.minimum == 1 && statistics.maximum == 1)
        #expect(statistics.quantile(1) == 1)
    }

    @Test(arguments: [Double.nan, .infinity, -1]) func aBadWeightIsRefused(weight: Double) {
        var statistics = Statistics(unit: 1)
        statistics.add(1, weight: weight)
        #expect(statistics.refusedCount == 1 && statistics.weight == 0)
    }

    @Test(arguments: [0, -0.0, .nan, .infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude])
    func anOddUnitIsHarmless(unit: Double) {
        var statistics = Statistics(unit: unit, quantiles: true)
        statistics.add(3)
        #expect(statistics.count + statistics.refusedCount == 1)
        #expect(statistics.sum.isFinite)
    }

    /// Any order, partition and way of adding gives the same bits, refused terms included.
    @Test func partitionsMergeToTheSameBits() {
        var random = SplitMix64(seed: 9)
        for _ in 0..<100 {
            let values = (0..<97).map { _ in
                random.below(20) == 0 ? Double.nan : (Double(random.below(2_000_001)) - 1_000_000) / 7
            }
            var all = Statistics(unit: 0.1, quantiles: true)
            all.add(values.span, firstLane: 0)
            var merged = Statistics(unit: 0.1, quantiles: true)
            var parts = [merged, merged, merged, merged]
            for lane in values.indices.shuffled(using: &random) {
                parts[random.below(4)].add(values[lane], lane: lane)
            }
            for part in parts.shuffled(using: &random) { merged.merge(part) }
            #expect(merged.isSame(as: all))
            #expect(all.refusedCount > 0 || values.allSatisfy { !$0.isNaN })
        }
    }

    @Test func zerosAreOne() {
        var statistics = Statistics(unit: 1)
        statistics.add(-0.0)
        #expect(statistics.minimum.sign == .plus && statistics.maximum.sign == .plus)
    }

    /// 1 to 10 000: a quantile is within 0.2 % of the value at its rank.
    @Test(arguments: [0.0, 0.001, 0.05, 0.25, 0.5, 0.9, 0.95, 0.999, 1]) func quantilesAreClose(share: Double) throws {
        var positive = Statistics(unit: 1, quantiles: true)
        var negative = Statistics(unit: 1, quantiles: true)
        for value in 1...10_000 {
            positive.add(Double(value))
            negative.add(-Double(value))
        }
        let exact = max(1, share * 10_000)
        #expect(abs(try #require(positive.quantile(share)) - exact) <= exact * 0.002)
        let opposite = max(1, (1 - share) * 10_000 + 1)
        #expect(abs(try #require(negative.quantile(share)) + opposite) <= opposite * 0.002 + 1)
    }

    @Test func quantilesCrossZero() {
        var statistics = Statistics(unit: 1, quantiles: true)
        for value in [-4.0, 0, 0, 8] { statistics.add(value) }
        #expect([0, 0.25, 0.5, 0.75, 1].map { statistics.quantile($0) } == [-4, -4, 0, 0, 8])
        #expect(statistics.quantile(1.1) == nil && statistics.quantile(.nan) == nil)
    }

    @Test func quantilesFollowWeights() throws {
        var statistics = Statistics(unit: 1, quantiles: true)
        statistics.add(1, weight: 1)
        statistics.add(100, weight: 9)
        #expect(try #require(statistics.quantile(0.1)) < 1.01)
        #expect(try #require(statistics.quantile(0.11)) > 99)
    }
}

extension Statistics {
    /// Whether all that can be read has the same bits.
    func isSame(as other: Statistics) -> Bool {
        let shares = [0, 0.05, 0.5, 0.95, 1]
        return count == other.count && refusedCount == other.refusedCount && firstRefusedLane == other.firstRefusedLane
            && sum == other.sum && weight == other.weight && variance == other.variance && minimum == other.minimum
            && maximum == other.maximum && shares.map { quantile($0) } == shares.map { other.quantile($0) }
    }
}
