import EmpreinteGraph
import TestSupport
import Testing

@Suite struct CurveTests {
    static let points = [(2020.0, 10.0), (2025.0, 20.0), (2030.0, -0.0)].map { Curve.Point(x: $0, y: $1) }

    /// Values at 2019, 2020, 2022.5, 2025, 2027.5, 2030 and 2031; nothing where the curve is not defined.
    @Test(
        arguments: [
            (.step, .hold, .hold, [10, 10, 10, 20, 20, -0.0, -0.0]),
            (.linear, .none, .none, [nil, 10, 15, 20, 10, -0.0, nil]),
            (.none, .none, .hold, [nil, 10, nil, 20, nil, -0.0, -0.0]),
            (.none, .hold, .none, [10, 10, nil, 20, nil, -0.0, nil]),
        ] as [(Curve.Between, Curve.Outside, Curve.Outside, [Double?])])
    func values(between: Curve.Between, before: Curve.Outside, after: Curve.Outside, expected: [Double?]) throws {
        let curve = try #require(Curve(points: Self.points, between: between, before: before, after: after))
        for (x, y) in zip([2019, 2020, 2022.5, 2025, 2027.5, 2030, 2031], expected) {
            #expect(curve.covers(x) == (y != nil))
            #expect(isSame(curve.value(at: x), y ?? .nan), "at \(x)")
        }
        #expect(!curve.covers(.nan) && curve.value(at: .nan).isNaN)
        #expect(curve.covers(-.infinity) == (before == .hold) && curve.covers(.infinity) == (after == .hold))
    }

    /// Not `y0 + (y1 - y0) * t`, which rounds otherwise.
    @Test func linearIsTheFormulaAsWritten() throws {
        let points = [Curve.Point(x: 0, y: 0.1), Curve.Point(x: 3, y: 0.7)]
        let curve = try #require(Curve(points: points, between: .linear, before: .none, after: .none))
        let t = 2.0 / 3.0
        #expect(curve.value(at: 2) == 0.1 * (1 - t) + 0.7 * t)
    }

    @Test(
        arguments: [
            [], [(1, 0), (1, 0)], [(2, 0), (1, 0)], [(.nan, 0)], [(.infinity, 0)], [(0, .nan)], [(0, .infinity)],
            [(0, 1), (.nan, 2), (3, 4)], [(-1e308, 0), (1e308, 1)],
        ] as [[(Double, Double)]])
    func whatIsNoSeriesIsRefused(points: [(Double, Double)]) {
        let points = points.map { Curve.Point(x: $0.0, y: $0.1) }
        #expect(Curve(points: points, between: .linear, before: .hold, after: .hold) == nil)
    }

    @Test func equalityIsByBits() throws {
        func at(_ y: Double) throws -> Curve {
            try #require(Curve(points: [.init(x: 0, y: y)], between: .step, before: .hold, after: .hold))
        }
        #expect(try at(0) != at(-0.0))
        #expect(try at(1) == at(1))
    }
}
