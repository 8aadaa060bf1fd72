import EmpreinteAnalysis
import TestSupport
import Testing

@Suite struct LMDITests {
    @Test func aKnownChangeIsSplit() throws {
        let effects = try LMDI.effects([.init(before: [200, 10, 0.2], after: [210, 9, 0.15])])
        for (effect, expected) in zip(effects, [16.511297, -35.655523, -97.355775]) {
            #expect(abs(effect - expected) < 5e-7)
        }
        #expect(abs(effects.reduce(0, +) + 116.5) < 1e-12 * 400)
    }

    @Test(arguments: [(5.0, 5.0, 5.0), (0, 0, 0), (0, 3, 0), (3, 0, 0)])
    func theMeanHasItsLimits(a: Double, b: Double, mean: Double) {
        #expect(LMDI.mean(a, b) == mean)
    }

    /// (e − 1) ÷ ln e.
    @Test func theMeanLiesBetween() {
        #expect(abs(LMDI.mean(2.718281828459045, 1) - 1.718281828459045) < 1e-15)
        #expect(abs(LMDI.mean(1 + 1e-9, 1) - (1 + 0.5e-9)) < 1e-15)
    }

    /// What appears is the work of what was zero, shared alike between two.
    @Test(arguments: [
        (LMDI.Term(before: [0, 5], after: [2, 3]), [6.0, 0.0]), (.init(before: [2, 5], after: [2, 0]), [0, -10]),
        (.init(before: [0, 0, 7], after: [2, 3, 1]), [3, 3, 0]), (.init(before: [0, 5], after: [2, 0]), [0, 0]),
        (.init(before: [0, 4], after: [0, 3]), [0, 0]),
        (.init(before: [2, 4], after: [4, 2]), [5.545177444479562, -5.545177444479562]),
    ])
    func zerosAndStandstillsHaveTheirLimits(term: LMDI.Term, effects: [Double]) throws {
        for (effect, expected) in zip(try LMDI.effects([term]), effects) { #expect(abs(effect - expected) < 1e-12) }
    }

    /// The limit is what the formula tends to as the zero is approached; it does so as slowly as a logarithm grows.
    @Test func limitsAreApproached() throws {
        let exact = try LMDI.effects([.init(before: [0, 5], after: [2, 3])])[0]
        var last = Double.infinity
        for power in [1e-3, 1e-30, 1e-300] {
            let distance = abs(try LMDI.effects([.init(before: [power, 5], after: [2, 3])])[0] - exact)
            #expect(distance < last)
            last = distance
        }
        #expect(last < 0.01)
    }

    @Test(arguments: [
        ([LMDI.Term(before: [1, -1], after: [1, 1])], LMDI.Problem.negative),
        ([.init(before: [1, .nan], after: [1, 1])], .range), ([.init(before: [1e200, 1e200], after: [1, 1])], .range),
        ([.init(before: [1, 2], after: [1])], .factors),
        ([.init(before: [1], after: [1]), .init(before: [1, 2], after: [1, 2])], .factors),
    ])
    func whatCannotBeSplitIsRefused(terms: [LMDI.Term], problem: LMDI.Problem) {
        #expect(throws: problem) { try LMDI.effects(terms) }
    }

    @Test func effectsAddUpToTheChange() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<1_000 {
            let count = Int.random(in: 1...5, using: &random)
            func factors() -> [Double] {
                (0..<count).map { _ in
                    Int.random(in: 0..<12, using: &random) == 0 ? 0 : Double.random(in: 1e-3...1e3, using: &random)
                }
            }
            let terms = (0..<4).map { _ -> LMDI.Term in
                let before = factors()
                let isNear = Bool.random(using: &random)
                return .init(
                    before: before,
                    after: isNear ? before.map { $0 * Double.random(in: 0.999...1.001, using: &random) } : factors())
            }
            let before = terms.reduce(0) { $0 + $1.before.reduce(1, *) }
            let after = terms.reduce(0) { $0 + $1.after.reduce(1, *) }
            let sum = try LMDI.effects(terms).reduce(0, +)
            #expect(abs(sum - (after - before)) <= 1e-12 * max(before, after))
        }
    }
}
