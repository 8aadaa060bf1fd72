import EmpreinteEngine
import Testing

@Suite struct ShockTests {
    private static let count = 100_000

    private static func draws(_ family: Shock.Family, _ spread: Double) -> [Double] {
        Shock(family, spread: spread).values(Philox(key: 7), stream: Philox.stream("a.figure"), draws: 0..<count)
    }

    /// The ends of the range that a family states hold its 2.5 % and 97.5 %, or all of it.
    @Test(arguments: [
        (Shock.Family.lognormal, 0.2, 0.025, 1 / 1.2), (.lognormal, 0.2, 0.975, 1.2), (.lognormal, 3, 0.975, 4),
        (.normal, 0.2, 0.025, 0.8), (.normal, 0.2, 0.975, 1.2), (.uniform, 0.2, 0, 0.8), (.uniform, 0.2, 0.75, 1.1),
        (.uniform, 0.2, 1, 1.2), (.triangular, 0.2, 0, 0.8), (.triangular, 0.2, 0.125, 0.9),
        (.triangular, 0.2, 0.875, 1.1), (.triangular, 0.2, 1, 1.2),
    ])
    func quantilesAreThoseOfTheRange(family: Shock.Family, spread: Double, probability: Double, value: Double) {
        // 1.96 stands for 1.95996.
        #expect(abs(Shock(family, spread: spread).quantile(probability) - value) < 5e-5 * value)
    }

    @Test(arguments: Shock.Family.allCases)
    func theMiddleIsOne(family: Shock.Family) {
        #expect(Shock(family, spread: 0.3).quantile(0.5) == 1)
        #expect(Shock(family, spread: 0).quantile(0.9) == 1)
    }

    /// Closed forms: exp(σ²/2) and its square less one times exp(σ²); σ²; u²/3; u²/6.
    @Test(arguments: [
        (Shock.Family.lognormal, 1.004335, 0.00873136), (.normal, 1, 0.0104123), (.uniform, 1, 0.04 / 3),
        (.triangular, 1, 0.04 / 6),
    ])
    func meansAndVariancesAreThoseOfTheFamily(family: Shock.Family, mean: Double, variance: Double) {
        let values = Self.draws(family, 0.2)
        let own = values.reduce(0, +) / Double(Self.count)
        let spread = values.reduce(0) { $0 + ($1 - own) * ($1 - own) } / Double(Self.count)
        // Four standard errors.
        #expect(abs(own - mean) < 4 * (variance / Double(Self.count)).squareRoot())
        #expect(abs(spread / variance - 1) < 0.03)
    }

    /// Any split of the draws gives the same bits, also where pieces start between two that share a counter.
    @Test func aDrawIsAFunctionOfItsNumber() {
        let shock = Shock(.lognormal, spread: 0.5)
        let (random, stream) = (Philox(key: 42), Philox.stream("car.ghg"))
        let all = shock.values(random, stream: stream, draws: 0..<1_001)
        #expect(all == (0..<1_001).map { shock.value(random, stream: stream, draw: $0) })
        for cut in [0, 1, 2, 333, 1_000, 1_001] {
            let parts = [0..<cut, cut..<1_001].flatMap { shock.values(random, stream: stream, draws: $0) }
            #expect(parts == all)
        }
        #expect(all != shock.values(Philox(key: 43), stream: stream, draws: 0..<1_001))
        #expect(all != shock.values(random, stream: Philox.stream("bus.ghg"), draws: 0..<1_001))
        #expect(Set(all).count == all.count)
    }
}
