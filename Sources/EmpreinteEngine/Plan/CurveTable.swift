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

        init(flatFrom x: Double, at y: Double, isHeld: Bool) {
            (self.x, self.y, width, next, isLine, flat) = (x, y, 1, y, false, isHeld ? y : .nan)
        }
    }

    init(_ curve: Curve) {
        let points = curve.points
        xs = points.map(\.x)
        var stretches = points.map { Stretch(flatFrom: $0.x, at: $0.y, isHeld: curve.between == .step) }
        if curve.between == .linear {
            for (place, next) in points.enumerated().dropFirst() {
                stretches[place - 1].width = next.x - points[place - 1].x
                stretches[place - 1].next = next.y
                stretches[place - 1].isLine = true
            }
        }
        if let first = points.first, let last = points.last {
            stretches[points.count - 1] = Stretch(flatFrom: last.x, at: last.y, isHeld: curve.after == .hold)
            stretches.insert(Stretch(flatFrom: .nan, at: first.y, isHeld: curve.before == .hold), at: 0)
        }
        self.stretches = stretches
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
