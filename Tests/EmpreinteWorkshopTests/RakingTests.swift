import EmpreinteWorkshop
import TestSupport
import Testing

@Suite struct RakingTests {
    /// Women of towns 30, of the country 30, men 20 and 20.
    private static func margins(_ sex: [Double] = [0.5, 0.5], _ place: [Double] = [0.3, 0.7]) -> [Raking.Margin] {
        let people = [(0, 0, 30), (0, 1, 30), (1, 0, 20), (1, 1, 20)].flatMap {
            Array(repeating: ($0.0, $0.1), count: $0.2)
        }
        return [
            .init("sex", categories: ["f", "m"], shares: sex, sample: people.map(\.0)),
            .init("place", categories: ["u", "r"], shares: place, sample: people.map(\.1)),
        ]
    }

    @Test func aSampleIsWeighedToItsTerritory() throws {
        let raking = try Raking(Self.margins())
        for (place, weight) in [(0, 0.5), (30, 7.0 / 6), (60, 0.75), (80, 1.75)] {
            #expect(abs(raking.weights[place] - weight) < 1e-9)
        }
        #expect(abs(raking.effectiveSize - 82.758621) < 1e-6)
        #expect(abs(raking.designEffect - 100 / 82.758621) < 1e-6)
    }

    @Test func aSampleThatMatchesKeepsEqualWeights() throws {
        let raking = try Raking(Self.margins([0.6, 0.4], [0.5, 0.5]))
        #expect(raking.weights.allSatisfy { abs($0 - 1) < 1e-9 })
        #expect(raking.passes == 0)
    }

    @Test func wrongMarginsAreRefused() {
        #expect(throws: Raking.Problem.shares(margin: "sex", sum: 1.25)) { try Raking(Self.margins([0.5, 0.75])) }
        #expect(throws: Raking.Problem.negative(margin: "sex", category: "f")) {
            try Raking(Self.margins([-0.5, 1.5]))
        }
        #expect(throws: Raking.Problem.empty(margin: "age", category: "old")) {
            try Raking([.init("age", categories: ["young", "old"], shares: [0.5, 0.5], sample: [0, 0])])
        }
        #expect(throws: Raking.Problem.sample(margin: "age")) {
            try Raking([.init("age", categories: ["young", "old"], shares: [0.5, 0.5], sample: [0, 2])])
        }
        // Each is in one category of both: the margins contradict one another.
        let torn = [
            Raking.Margin("a", categories: ["x", "y"], shares: [0.5, 0.5], sample: [0, 1]),
            Raking.Margin("b", categories: ["x", "y"], shares: [0.2, 0.8], sample: [0, 1]),
        ]
        #expect(throws: Raking.Problem.self) { try Raking(torn) }
    }

    @Test func weightsStayWithinBounds() throws {
        let raking = try Raking(Self.margins(), bounds: 0.35...1.65)
        #expect(raking.weights.allSatisfy { $0 >= 0.35 - 1e-6 && $0 <= 1.65 + 1e-6 })
        #expect(raking.worstError < 1e-9)
    }

    @Test func marginsAreMetAndWeightsPositive() throws {
        var random = SplitMix64(seed: 4)
        for _ in 0..<1000 {
            let count = 20 + random.below(60)
            func margin(_ name: String) -> Raking.Margin {
                // Everybody once, then by chance, so that no category is empty.
                let sample = (0..<count).map { $0 < 3 ? $0 : random.below(3) }
                let parts = (0..<3).map { _ in 1 + Double(random.below(9)) }
                return .init(
                    name, categories: ["x", "y", "z"], shares: parts.map { $0 / parts.reduce(0, +) },
                    sample: sample.shuffled(using: &random))
            }
            let margins = [margin("a"), margin("b")]
            guard let raking = try? Raking(margins) else { continue }
            #expect(raking.weights.allSatisfy { $0 > 0 })
            #expect(raking.effectiveSize >= 1 && raking.effectiveSize <= Double(count) * (1 + 1e-12))
            for margin in margins {
                for (category, share) in margin.shares.enumerated() {
                    let sum = zip(margin.sample, raking.weights).reduce(0) { $1.0 == category ? $0 + $1.1 : $0 }
                    #expect(abs(sum - share * Double(count)) <= 1e-8 * Double(count))
                }
            }
            let constant = Estimate([Double](repeating: 0.1, count: count), weights: raking.weights)
            #expect(constant.mean == 0.1 && constant.standardError == 0)
        }
    }

    @Test func anEstimateHasItsError() {
        // Equal weights: the usual standard error of a mean, sd/√n with sd² = 10 over 5.
        let estimate = Estimate([1, 3, 5, 7, 9], weights: [1, 1, 1, 1, 1])
        #expect(estimate.mean == 5)
        #expect(abs(estimate.standardError - 2.0.squareRoot()) < 1e-12)
        #expect(!estimate.isPublishable)
        let weighted = Estimate([0, 4], weights: [3, 1])
        #expect(weighted.mean == 1)
    }

    @Test func aBootstrapComesNearTheLinearisedError() {
        var random = SplitMix64(seed: 5)
        let values = (0..<200).map { _ in Double(random.below(1000)) }
        let weights = [Double](repeating: 1, count: 200)
        let linear = Estimate(values, weights: weights).standardError
        let drawn = Estimate(values, weights: weights, replicates: 400, seed: 1) { _ in weights }
        #expect(abs(drawn.standardError / linear - 1) < 0.15)
        let again = Estimate(values, weights: weights, replicates: 400, seed: 1) { _ in weights }
        #expect(drawn == again)
    }
}
