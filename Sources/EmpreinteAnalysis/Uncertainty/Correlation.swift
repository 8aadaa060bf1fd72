/// How closely one number goes along with another, added draw by draw.
struct Correlation {
    private var count = 0.0
    private var (x, y, xx, yy, xy) = (0.0, 0.0, 0.0, 0.0, 0.0)

    /// Adds pairs.
    ///
    /// - Parameters:
    ///   - firsts: by draw, near `origin`, so that little is lost in their squares.
    ///   - seconds: as many, counted from some value near to all.
    mutating func add(_ firsts: [Double], about origin: Double, _ seconds: [Double]) {
        let pairs = min(firsts.count, seconds.count)
        let (firsts, seconds) = (firsts.span, seconds.span)
        for place in 0..<pairs {
            let first = firsts[place] - origin
            let second = seconds[place]
            x += first
            y += second
            xx += first * first
            yy += second * second
            xy += first * second
        }
        count += Double(pairs)
    }

    /// The part of the variance that one number accounts for, less what chance alone would give: near 0 where they have
    /// nothing in common, on either side.
    var explained: Double {
        guard count > 2 else { return squared }
        return squared - (1 - squared) / (count - 2)
    }

    /// The square of the correlation, from 0 to 1; 0 where one of them does not vary.
    var squared: Double {
        guard count > 0 else { return 0 }
        let (across, along, both) = (xx - x * x / count, yy - y * y / count, xy - x * y / count)
        guard across > 0, along > 0 else { return 0 }
        return min(both * both / across / along, 1)
    }
}
