internal import EmpreinteGraph

/// A curve laid out so that one lane after another is evaluated without branches.
struct CurveTable: Sendable {
    /// Where the points are.
    let xs: [Double]
    /// What holds before the first point, then from each point on.
    let stretches: [Stretch]

    /// From a point, included, to the next.
    struct Stretch: Sendable {
        /// The point, and the value there.
        var x: Double
        var y: Double
        /// The way to the next point, and the value there, when the line between counts.
        var width: Double
        var next: Double
        var isLine: Bool
        /// What holds where there is no line.
        var flat: Double
    }

    init(_ curve: Curve) {
        let points = curve.points
        xs = points.map(\.x)
        func flat(_ y: Double, _ outside: Curve.Outside) -> Double { outside == .hold ? y : .nan }
        let first = points[0].y
        let before = Stretch(x: .nan, y: first, width: 1, next: first, isLine: false, flat: flat(first, curve.before))
        stretches = [before] + points.enumerated().map { place, point in
            guard place + 1 < points.count else {
                return Stretch(
                    x: point.x, y: point.y, width: 1, next: point.y, isLine: false, flat: flat(point.y, curve.after))
            }
            let next = points[place + 1]
            return Stretch(
                x: point.x, y: point.y, width: next.x - point.x, next: next.y, isLine: curve.between == .linear,
                flat: curve.between == .step ? point.y : .nan)
        }
    }
}

extension Span where Element == CurveTable.Stretch {
    /// The curve's value: exactly `Curve.value(at:)`.
    /// - Parameter xs: where the points are.
    @inline(__always)
    func value(at x: Double, _ xs: Span<Double>) -> Double {
        // How many points are not after x; none for a NaN.
        var passed = 0
        var rest = xs.count
        while rest > 0 {
            let half = (rest + 1) / 2
            passed += xs[passed + half - 1] <= x ? half : 0
            rest -= half
        }
        let stretch = self[passed]
        let t = (x - stretch.x) / stretch.width
        let line = stretch.y * (1 - t) + stretch.next * t
        let between = stretch.isLine ? line : stretch.flat
        let value = x == stretch.x ? stretch.y : between
        return x.isNaN ? .nan : value
    }
}
