/// Brent's search for a zero: secants and inverse parabolas while they do well, halves when they do not.
///
/// The steps are those of the language's own engine, since what is found depends on when the search stops.
struct RootSearch {
    let tolerance: Double
    /// How near is near enough when the iterations run out.
    let acceptable: Double
    var iterations: Int

    /// The best approximation of a zero between two bounds, or nothing.
    mutating func root(between lower: Double, and upper: Double, _ function: (Double) -> Double) -> Double? {
        var (a, b, c) = (lower, upper, lower)
        var (fa, fb) = (function(a), function(b))
        var fc = fa
        var fallback: Double?
        while iterations > 0 {
            iterations -= 1
            let previous = b - a
            if fc.magnitude < fb.magnitude {
                (a, b, c) = (b, c, b)
                (fa, fb, fc) = (fb, fc, fb)
            }
            let precision = 1e-15 * b.magnitude + tolerance / 2
            var step = (c - b) / 2
            if step.magnitude <= precision || fb == 0 { return b }
            if previous.magnitude >= precision, fa.magnitude > fb.magnitude {
                step = interpolated(step, previous, precision, (a, b, c), (fa, fb, fc))
            }
            if step.magnitude < precision { step = step > 0 ? precision : -precision }
            (a, fa) = (b, fb)
            b += step
            fb = function(b)
            if (fb > 0 && fc > 0) || (fb < 0 && fc < 0) { (c, fc) = (a, fa) }
            if fb.magnitude < tolerance { return b }
            if fb.magnitude < acceptable { fallback = b }
        }
        return fallback
    }

    /// The step by a line or a parabola through the points, or the one given when that goes too far.
    private func interpolated(
        _ step: Double, _ previous: Double, _ precision: Double, _ x: (a: Double, b: Double, c: Double),
        _ f: (a: Double, b: Double, c: Double)
    ) -> Double {
        let width = x.c - x.b
        var p: Double
        var q: Double
        if x.a == x.c {
            let ratio = f.b / f.a
            p = width * ratio
            q = 1 - ratio
        } else {
            q = f.a / f.c
            let first = f.b / f.c
            let second = f.b / f.a
            p = second * (width * q * (q - first) - (x.b - x.a) * (first - 1))
            q = (q - 1) * (first - 1) * (second - 1)
        }
        if p > 0 { q = -q } else { p = -p }
        let isNear = p < 0.75 * width * q - (precision * q).magnitude / 2 && p < (previous * q / 2).magnitude
        return isNear ? p / q : step
    }
}
