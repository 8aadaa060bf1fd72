import TestSupport
import Testing

@testable import EmpreinteEngine

/// Statistics sent elsewhere as bytes.
@Suite struct StatisticsBytesTests {
    private static func sample(seed: UInt64, quantiles: Bool) -> Statistics {
        var generator = SplitMix64(seed: seed)
        var statistics = Statistics(unit: 1, quantiles: quantiles)
        for lane in 0..<500 {
            statistics.add(Double.random(in: -9_000...9_000, using: &generator), weight: Double(lane % 4), lane: lane)
        }
        for value in [0, 1e-9, .nan, .infinity] { statistics.add(value, lane: 500) }
        return statistics
    }

    @Test(arguments: [true, false]) func comeBackAsTheyWere(quantiles: Bool) throws {
        let sent = Self.sample(seed: 1, quantiles: quantiles)
        var bytes = (sent.bytes + [7])[...]
        let read = try #require(Statistics(reading: &bytes, unit: 1, quantiles: quantiles))
        #expect(read == sent && bytes.elementsEqual([7]))
        var empty = Statistics(unit: 1, quantiles: quantiles).bytes[...]
        #expect(Statistics(reading: &empty, unit: 1, quantiles: quantiles) == Statistics(unit: 1, quantiles: quantiles))
    }

    @Test func mergeAsIfTheyHadNeverLeft() throws {
        var whole = Self.sample(seed: 2, quantiles: true)
        let other = Self.sample(seed: 3, quantiles: true)
        var bytes = other.bytes[...]
        var read = try #require(Statistics(reading: &bytes, unit: 1, quantiles: true))
        read.merge(whole)
        whole.merge(other)
        #expect(read == whole)
    }

    /// Whatever stands in the bytes, what is read can be asked and merged.
    @Test func garbageNeverTraps() {
        var generator = SplitMix64(seed: 4)
        let good = Self.sample(seed: 5, quantiles: true).bytes
        var readCount = 0
        for _ in 0..<2_000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            var rest = bytes.prefix(Int.random(in: 0...bytes.count, using: &generator))
            if Bool.random(using: &generator) { rest = bytes[...] }
            guard var read = Statistics(reading: &rest, unit: 1, quantiles: true) else { continue }
            readCount += 1
            for _ in 0..<130 { read.merge(read) }
            _ = [read.mean, read.variance, read.quantile(0.5) ?? 0]
        }
        #expect(readCount > 0)
    }

    @Test func termsTogetherAreTermsOneByOne() {
        let terms = (0..<10_000).map { Double($0 % 977) * 1.25 - 300 } + [.nan, 1e300]
        var together = Statistics(unit: 1, quantiles: true)
        together.add(contentsOf: terms.span)
        var alone = Statistics(unit: 1, quantiles: true)
        for (lane, term) in terms.enumerated() { alone.add(term, lane: lane) }
        #expect(together == alone && together.refusedCount == 2)
    }
}
