/// An axis from zero, or from the lowest amount, to the highest, in round steps.
struct SVGAxis {
    let ticks: [Double]
    private let low: Double
    private let high: Double
    private let decimals: Int

    init(_ amounts: [Double]) {
        let amounts = amounts.filter { $0.magnitude < 1e300 }
        let low = min(amounts.min() ?? 0, 0)
        let high = max(amounts.max() ?? 0, 0)
        let (step, decimals) = Self.step(high - low)
        let first = Int((low / step).rounded(.down))
        let last = max(Int((high / step).rounded(.up)), first + 1)
        ticks = (first...last).map { Double($0) * step }
        self.low = Double(first) * step
        self.high = Double(last) * step
        self.decimals = decimals
    }

    /// Where an amount stands, from 0 at the bottom to 1 at the top.
    func part(_ amount: Double) -> Double { (amount - low) / (high - low) }

    func text(_ tick: Double, _ numbers: NumberStyle) -> String { numbers.text(tick, decimals: decimals) }

    /// 1, 2 or 5 times a power of ten, so that four to eight of them cover a span; and the decimals that show it.
    private static func step(_ span: Double) -> (step: Double, decimals: Int) {
        guard span > 1e-12, span < 1e15 else { return (max(span, 1), 0) }
        var (power, decimals) = (1.0, 0)
        while span / power < 5 {
            power /= 10
            decimals += 1
        }
        while span / power >= 50 {
            power *= 10
            decimals = 0
        }
        let factor = [1.0, 2, 5].first { span / (power * $0) <= 8 } ?? 10
        return (power * factor, factor == 10 ? max(decimals - 1, 0) : decimals)
    }
}
