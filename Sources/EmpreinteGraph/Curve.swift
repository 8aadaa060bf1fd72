/// A dated or tabulated series: y as a function of x, with what holds between and outside its points spelled out.
///
/// Two curves are equal when their points have the same bits.
public struct Curve: Sendable, Hashable {
    /// One known value of the series.
    public struct Point: Sendable, Hashable {
        /// Where it stands.
        public let x: Double
        /// The value there.
        public let y: Double

        public init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }

        public static func == (left: Point, right: Point) -> Bool {
            left.x.bitPattern == right.x.bitPattern && left.y.bitPattern == right.y.bitPattern
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(x.bitPattern)
            hasher.combine(y.bitPattern)
        }
    }

    /// What the curve is worth between two points.
    public enum Between: Sendable, Hashable {
        /// The value of the point before.
        case step
        /// `y0 * (1 - t) + y1 * t` with `t = (x - x0) / (x1 - x0)`.
        case linear
        /// Nothing: only the points themselves are defined.
        case none
    }

    /// What the curve is worth before its first point, or after its last.
    public enum Outside: Sendable, Hashable {
        /// The value of the nearest point.
        case hold
        /// Nothing.
        case none
    }

    /// At least one point, in strictly increasing order of x.
    public let points: [Point]
    /// What holds between two points.
    public let between: Between
    /// What holds before the first point.
    public let before: Outside
    /// What holds after the last point.
    public let after: Outside

    /// Makes a curve, or nothing when there is no point, when x does not strictly increase over a finite span,
    /// or when some y is not finite.
    public init?(points: [Point], between: Between, before: Outside, after: Outside) {
        guard let first = points.first, let last = points.last, (last.x - first.x).isFinite,
            points.allSatisfy(\.y.isFinite), zip(points, points.dropFirst()).allSatisfy({ $0.x < $1.x })
        else { return nil }
        self.points = points
        self.between = between
        self.before = before
        self.after = after
    }

    /// Whether the curve is defined there. Never for a NaN.
    public func covers(_ x: Double) -> Bool { locate(x) != .nowhere }

    /// The value there: exactly y at a point, NaN where the curve is not defined.
    /// - Complexity: O(log n).
    public func value(at x: Double) -> Double {
        switch locate(x) {
        case .nowhere:
            return .nan
        case .held(let position):
            return points[position].y
        case .amid(let position):
            let low = points[position]
            let high = points[position + 1]
            let t = (x - low.x) / (high.x - low.x)
            return low.y * (1 - t) + high.y * t
        }
    }

    private enum Location: Equatable {
        case nowhere
        /// Worth that point's y.
        case held(Int)
        /// Strictly between that point and the next, on a straight line.
        case amid(Int)
    }

    private func locate(_ x: Double) -> Location {
        guard !x.isNaN else { return .nowhere }
        var low = 0
        var high = points.count
        while low < high {
            let middle = (low + high) / 2
            if points[middle].x <= x { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return before == .hold ? .held(0) : .nowhere }
        let last = low - 1
        if points[last].x == x { return .held(last) }
        if low == points.count { return after == .hold ? .held(last) : .nowhere }
        switch between {
        case .step: return .held(last)
        case .linear: return .amid(last)
        case .none: return .nowhere
        }
    }
}
