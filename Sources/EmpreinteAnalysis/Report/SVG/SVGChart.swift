/// One chart of an image: axes with their unit, stacked parts, total and target, and a legend.
struct SVGChart {
    /// As wide as an image or a page on a wall has it, and as a phone has.
    static let fullWidth = 760.0
    static let narrowWidth = 380.0
    static let margin = 20.0
    private static let plotHeight = 280.0
    private static let legendRow = 20.0
    private static let endRow = 13.0

    let height: Double
    /// What the chart shows, in words.
    let summary: String
    private let series: Report.Series
    private var lines: SVGLines { SVGLines(series: series) }
    /// Drawn above the chart; nothing where the page says it already.
    private let title: String?
    private let width: Double
    private let measure: UnitWords.Measure
    private let numbers: NumberStyle
    private let axis: SVGAxis
    private let top: Double
    private let bottom: Double
    private let left: Double
    /// Where the plot ends, and the amounts of the last year begin.
    private let right: Double
    private let ends: [LineEnd]
    private let legend: [LegendItem]

    /// What a line comes to in the last year.
    private struct LineEnd {
        let line: Int
        let value: Double
        let label: String
    }

    private struct LegendItem {
        let line: Int
        let label: String
        let x: Double
        let row: Int
    }

    /// - Parameter isTitled: whether the title is drawn, not only told in the summary.
    init(
        _ series: Report.Series, title: String, isTitled: Bool = true, units: UnitWords, top: Double,
        width: Double = fullWidth
    ) {
        self.series = series
        self.title = isTitled ? title : nil
        self.width = width
        // A chart without a title begins at its unit.
        self.top = isTitled ? top : top - 22
        let amounts = series.amounts
        let bounds = series.lines.flatMap(\.band).flatMap { [$0.lowerBound, $0.upperBound] }.filter(\.isFinite)
        measure = units.measure(of: series.unit, upTo: amounts.lazy.map(\.magnitude).max() ?? 0)
        numbers = NumberStyle(units.language)
        let isStacked = Self.isStacked(series)
        let stack =
            !isStacked
            ? []
            : series.years.indices.map { year in
                series.lines.filter { $0.role == .part }.reduce(0) { $0 + ($1.value(at: year) ?? 0) }
            }
        axis = SVGAxis((amounts + stack + bounds).map(measure.scaled))
        let labelWidth = axis.ticks.map { [axis, numbers] in axis.text($0, numbers).displayWidth }.max() ?? 1
        left = Self.margin + Double(labelWidth) * 7 + 8
        legend = Self.legend(series, width)
        let decimals = numbers.decimals(for: amounts.map(measure.scaled))
        ends = series.lines.indices.filter { series.lines[$0].role != .part }.compactMap { [numbers, measure] line in
            series.lines[line].value(at: series.years.count - 1).map { value in
                LineEnd(line: line, value: value, label: numbers.text(measure.scaled(value), decimals: decimals))
            }
        }
        right = width - Self.margin - Double(min(ends.map(\.label.displayWidth).max() ?? 0, 14)) * 7 - 16
        bottom = self.top + 52 + Self.plotHeight
        height = bottom - top + 42 + Double((legend.last?.row ?? -1) + 1) * Self.legendRow + 16

        let language = units.language
        let words = series.lines.filter { $0.role != .part }.compactMap { line -> String? in
            let known = series.years.indices.filter { line.value(at: $0) != nil }
            guard let first = known.first, let last = known.last, let from = line.value(at: first),
                let to = line.value(at: last)
            else { return nil }
            func words(_ value: Double) -> String { units.text(Figure(value, series.unit)) }
            let (start, end) = (String(series.years[first]), String(series.years[last]))
            return language.say(
                "\(line.label): \(words(from)) in \(start), \(words(to)) in \(end).",
                "\(line.label) : \(words(from)) en \(start), \(words(to)) en \(end).")
        }
        summary = ([title + "."] + words).joined(separator: " ")
    }

    /// Whether parts can stand on one another: none is below zero.
    private static func isStacked(_ series: Report.Series) -> Bool {
        series.lines.allSatisfy { line in
            line.role != .part || series.years.indices.allSatisfy { (line.value(at: $0) ?? 0) >= 0 }
        }
    }

    // MARK: Drawing

    func draw(into out: inout SVGText) {
        if let title { out.text(title, x: Self.margin, y: top + 18, .chart) }
        out.text(measure.words, x: Self.margin, y: top + 38, .faint)
        for tick in axis.ticks {
            let y = self.y(scaled: tick)
            out.line(
                ##"<line stroke="#ddd" x1="\##(SVGText.number(left))" x2="\##(SVGText.number(right))""##
                    + #" y1="\#(SVGText.number(y))" y2="\#(SVGText.number(y))"/>"#)
            out.text(axis.text(tick, numbers), x: left - 6, y: y + 4, .end)
        }
        for year in shownYears {
            out.text(String(series.years[year]), x: x(year), y: bottom + 18, .middle)
        }
        drawParts(&out)
        for (index, line) in series.lines.enumerated() where line.band.count == series.years.count {
            drawBand(line.band, lines.color(of: index), &out)
        }
        for role in [Report.Series.Role.other, .total, .target] {
            for (index, line) in series.lines.enumerated() where line.role == role {
                draw(line, lines.stroke(index), &out)
            }
        }
        drawEnds(&out)
        drawLegend(&out)
    }

    /// The amounts of the last year beside their lines, moved apart where they would touch.
    private func drawEnds(_ out: inout SVGText) {
        let lowest = bottom + 4
        var places = ends.map { (end: $0, y: y($0.value) + 4) }.sorted { ($0.y, $0.end.line) < ($1.y, $1.end.line) }
        for index in places.indices.dropFirst() {
            places[index].y = max(places[index].y, places[index - 1].y + Self.endRow)
        }
        for index in places.indices.reversed() {
            let limit = index + 1 < places.count ? places[index + 1].y - Self.endRow : lowest
            places[index].y = min(places[index].y, limit)
        }
        for (end, y) in places { out.text(end.label, x: right + 8, y: y, fill: lines.ink(of: end.line)) }
    }

    private func x(_ year: Int) -> Double {
        guard let first = series.years.first, let last = series.years.last, last > first else {
            return (left + right) / 2
        }
        return left + (right - left) * (Double(series.years[year]) - Double(first)) / (Double(last) - Double(first))
    }

    private func y(scaled value: Double) -> Double { bottom - Self.plotHeight * axis.part(value) }
    private func y(_ value: Double) -> Double { y(scaled: measure.scaled(value)) }

    /// Years whose labels do not touch: the first, and every one or the multiples of a round number.
    private var shownYears: [Int] {
        guard let first = series.years.first, let last = series.years.last, last > first else {
            return Array(series.years.indices)
        }
        let gap = (right - left) / (Double(last) - Double(first))
        let step = [1, 2, 5, 10, 20, 50, 100].first { Double($0) * gap >= 44 } ?? 500
        let round = series.years.indices.filter {
            series.years[$0] % step == 0 && Double(series.years[$0] - first) * gap >= 44
        }
        return [0] + round
    }

    /// The corners of a year's values: one place, or the whole width where there is a single year.
    private func places(_ year: Int) -> [Double] { series.years.count == 1 ? [left, right] : [x(year)] }

    private func drawParts(_ out: inout SVGText) {
        let isStacked = Self.isStacked(series)
        var base = [Double](repeating: 0, count: series.years.count)
        for (index, line) in series.lines.enumerated() where line.role == .part {
            guard isStacked else {
                draw(line, "stroke=\"\(lines.rankColor(index))\" stroke-width=\"2\"", &out)
                continue
            }
            let top = series.years.indices.map { base[$0] + (line.value(at: $0) ?? 0) }
            let upper = series.years.indices.flatMap { year in places(year).map { point($0, y(top[year])) } }
            let lower = series.years.indices.flatMap { year in places(year).map { point($0, y(base[year])) } }
            let outline = (upper + lower.reversed()).joined(separator: " ")
            out.line(##"<polygon stroke="#fff" fill="\##(lines.rankColor(index))" points="\##(outline)"/>"##)
            base = top
        }
    }

    /// Where a line may lie, seen through.
    private func drawBand(_ band: [ClosedRange<Double>], _ color: String, _ out: inout SVGText) {
        let upper = series.years.indices.flatMap { year in places(year).map { point($0, y(band[year].upperBound)) } }
        let lower = series.years.indices.flatMap { year in places(year).map { point($0, y(band[year].lowerBound)) } }
        let outline = (upper + lower.reversed()).joined(separator: " ")
        out.line(
            "<polygon fill=\"\(color)\" fill-opacity=\"0.15\" stroke=\"\(color)\" stroke-opacity=\"0.35\" points=\"\(outline)\"/>"
        )
    }

    /// A line, broken where there is no amount; a year between two without is a dot.
    private func draw(_ line: Report.Series.Line, _ stroke: String, _ out: inout SVGText) {
        for run in series.years.indices.split(whereSeparator: { line.value(at: $0) == nil }) {
            let points = run.flatMap { year in places(year).map { point($0, y(line.value(at: year) ?? 0)) } }
            out.line("<polyline fill=\"none\" \(stroke) points=\"\(points.joined(separator: " "))\"/>")
            guard points.count == 1, let year = run.first, let value = line.value(at: year) else { continue }
            let place = #" cx="\#(SVGText.number(x(year)))" cy="\#(SVGText.number(y(value)))""#
            out.line("<circle fill=\"none\" \(stroke) r=\"3\"\(place)/>")
        }
    }

    private func point(_ x: Double, _ y: Double) -> String { SVGText.number(x) + "," + SVGText.number(y) }

    // MARK: Legend

    /// Items from left to right, on as many rows as they need; parts as they are stacked, the highest first.
    private static func legend(_ series: Report.Series, _ width: Double) -> [LegendItem] {
        let lines = series.lines.indices
        let order =
            lines.filter { series.lines[$0].role != .part } + lines.filter { series.lines[$0].role == .part }.reversed()
        var (x, row) = (margin, 0)
        return order.map { line in
            let full = series.lines[line].label
            let most = Int((width - 2 * margin - 40) / 7.5)
            let label = full.displayWidth > min(most, 60) ? full.prefix(min(most, 60) - 1) + "…" : full
            let needed = 40 + Double(label.displayWidth) * 7.5
            if x > margin, x + needed > width - margin { (x, row) = (margin, row + 1) }
            defer { x += needed }
            return LegendItem(line: line, label: label, x: x, row: row)
        }
    }

    private func drawLegend(_ out: inout SVGText) {
        for item in legend {
            let y = bottom + 44 + Double(item.row) * Self.legendRow
            let line = series.lines[item.line]
            if line.role == .part {
                out.line(
                    #"<rect x="\#(SVGText.number(item.x))" y="\#(SVGText.number(y - 10))" width="18" height="12""#
                        + #" fill="\#(lines.rankColor(item.line))"/>"#)
            } else {
                let ends = point(item.x, y - 4) + " " + point(item.x + 18, y - 4)
                out.line("<polyline fill=\"none\" \(lines.stroke(item.line)) points=\"\(ends)\"/>")
            }
            out.text(item.label, x: item.x + 24, y: y)
        }
    }
}
