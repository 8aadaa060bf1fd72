import EmpreinteGraph
import TestSupport
import Testing

@testable import EmpreinteEngine

@Suite struct CurveTableTests {
    static let shapes: [(Curve.Between, Curve.Outside, Curve.Outside)] = [
        (.step, .hold, .none), (.linear, .hold, .hold), (.linear, .none, .none), (.none, .none, .hold),
    ]

    /// At the points, between, just beside and far outside, for one to nine points.
    @Test(arguments: shapes.indices) func agreesWithTheCurve(shape: Int) throws {
        var random = SplitMix64(seed: 11)
        let (between, before, after) = Self.shapes[shape]
        for count in 1...9 {
            let points = (0..<count).map {
                Curve.Point(x: Double($0 * $0) / 3 - 2, y: $0 == 1 ? -0.0 : Double(random.below(1_000)) / 7)
            }
            let curve = try #require(Curve(points: points, between: between, before: before, after: after))
            let table = CurveTable(curve)
            let around = points.flatMap { [$0.x, $0.x.nextUp, $0.x.nextDown, $0.x + 0.1] }
            for x in around + [.nan, .infinity, -.infinity, 0, -0.0, 1e300] {
                #expect(isSame(table.stretches.span.value(at: x, table.xs.span), curve.value(at: x)), "\(x)")
            }
        }
    }
}
