extension TextPage {
    /// One line a series: its label, its course as a sparkline, and its amounts in chosen years.
    mutating func series(_ series: Report.Series, title: String?) {
        let amounts = series.amounts
        let measure = units.measure(of: series.unit, upTo: amounts.lazy.map(\.magnitude).max() ?? 0, scale: scale)
        self.title(title, unit: measure.words)
        let decimals = numbers.decimals(for: amounts.map(measure.scaled))
        func text(_ value: Double?) -> String {
            value.map { numbers.text(measure.scaled($0), decimals: decimals) } ?? "–"
        }
        let cellWidth = (amounts.map { text($0).displayWidth } + series.years.map { String($0).count }).max() ?? 4
        let labels = series.lines.map { Paragraph($0.label).width + ($0.role == .part ? 2 : 0) }
        let labelWidth = min(labels.max() ?? 1, width * 2 / 5)
        let sparkWidth = min(
            series.years.count, max(8, width / 3), max(0, width - labelWidth - 2 * (cellWidth + 2) - 2))
        let room = (width - labelWidth - sparkWidth - 2) / (cellWidth + 2)
        let chosen = Self.choose(min(max(room, 1), 6), of: series.years)
        let column = labelWidth + 2 + sparkWidth + 2

        func cells(_ texts: [String], _ emphasis: Emphasis) -> [(column: Int, lines: [StyledLine])] {
            texts.enumerated().map { index, text in
                let end = column + index * (cellWidth + 2) + cellWidth
                return (end - text.displayWidth, [StyledLine(text, emphasis)])
            }
        }
        add(sideBySide: cells(chosen.map { String(series.years[$0]) }, .faint))
        for line in series.lines {
            let indent = line.role == .part ? 2 : 0
            let emphasis: Emphasis = line.role == .total ? .strong : line.role == .target ? .faint : .plain
            let label = Paragraph(line.label, emphasis).lines(labelWidth - indent, cutting: true)
            let spark = Sparkline(series.years.indices.map(line.value), width: sparkWidth)
            add(
                sideBySide: [
                    (indent, label),
                    (labelWidth + 2 + spark.margin, [StyledLine(spark.text, line.role == .total ? .bar : .faintBar)]),
                ] + cells(chosen.map { text(line.value(at: $0)) }, emphasis))
        }
    }

    /// The first and the last year, and round ones between, at most so many, by position.
    private static func choose(_ count: Int, of years: [Int]) -> [Int] {
        guard let first = years.first, let last = years.last else { return [] }
        guard count > 1 else { return [years.count - 1] }
        let steps = [1, 2, 5, 10, 20, 25, 50, 100]
        for step in steps {
            let kept = years.indices.filter { index in
                let year = years[index]
                return year == first || year == last
                    || (year % step == 0 && year > first && Double(last) - Double(year) >= Double(step) / 2)
            }
            if kept.count <= count { return kept }
        }
        return [0, years.count - 1]
    }
}

/// A row of blocks as high as values, from zero, or from the lowest below it.
struct Sparkline {
    let text: String
    /// Columns without a value before the text.
    let margin: Int

    init(_ values: [Double?], width: Int) {
        let columns = min(max(width, 0), values.count)
        let shown = (0..<columns).map { column in values[columns < 2 ? 0 : column * (values.count - 1) / (columns - 1)]
        }
        let present = shown.compactMap { $0 }
        let low = min(present.min() ?? 0, 0)
        let high = max(present.max() ?? 0, 0)
        margin = shown.prefix { $0 == nil }.count
        text = shown.dropFirst(margin).reduce(into: "") { text, value in
            guard let value else { return text += " " }
            // Halved, so that no difference is infinite.
            let part = high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0
            text += Self.blocks[min(max(Int((part * 7).rounded()), 0), 7)]
        }
    }

    private static let blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
