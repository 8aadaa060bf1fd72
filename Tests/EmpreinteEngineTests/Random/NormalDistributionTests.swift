import EmpreinteEngine
import Testing

@Suite struct NormalDistributionTests {
    /// Values of SciPy 1.17.
    @Test(arguments: [
        (1e-300, -37.0470962993612), (1e-10, -6.361340902404056), (0.001, -3.090232306167813),
        (0.07, -1.4757910281791706), (0.5, 0), (0.6, 0.2533471031357997), (0.975, 1.959963984540054),
        (1 - 1e-12, 7.0344869100478356),
    ])
    func quantilesAreThePublishedOnes(probability: Double, value: Double) {
        #expect(abs(NormalDistribution.quantile(probability) - value) <= 4e-15 * max(abs(value), 1))
    }

    @Test func quantilesUndoProbabilities() {
        for step in -60...60 {
            let x = Double(step) / 10
            #expect(abs(NormalDistribution.quantile(NormalDistribution.cumulative(x)) - x) < 1e-7)
        }
    }
}
