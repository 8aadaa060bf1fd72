/// Where the labels, values, bars and remarks of one body stand, and how long its bars are.
struct BarLayout {
    let measure: UnitWords.Measure
    /// Whether values are followed by their unit's symbol; a long one stands in the title instead.
    let showsSymbol: Bool
    let labelWidth: Int
    let barColumn: Int
    let remarkColumn: Int
    /// Whether remarks need lines of their own.
    let isNarrow: Bool
    private let valueWidth: Int
    private let barWidth: Int
    private let numbers: NumberStyle
    private let decimals: Int
    private let largest: Double
    private let reference: Double?

    init(_ bars: Report.Bars, _ page: TextPage) {
        var values = bars.rows.compactMap { if case .value(let value) = $0.amount { value } else { nil } }
        if let reference = bars.reference { values.append(reference.value) }
        let finite = values.filter(\.isFinite)
        let measure = page.units.measure(
            of: bars.unit, upTo: finite.lazy.map(\.magnitude).max() ?? 0, scale: page.scale)
        let numbers = page.numbers
        let decimals = numbers.decimals(for: values.map(measure.scaled))
        self.measure = measure
        self.numbers = numbers
        self.decimals = decimals
        largest = finite.max() ?? 0
        reference = bars.reference?.value

        let texts = values.lazy.map { numbers.text(measure.scaled($0), decimals: decimals) }
        let numberWidth = texts.map(\.displayWidth).max() ?? 1
        let symbolWidth = (measure.joint + measure.symbol).displayWidth
        showsSymbol = numberWidth + symbolWidth <= page.width / 4
        valueWidth = numberWidth + (showsSymbol ? symbolWidth : 0)

        let labels = bars.rows.lazy.map { Self.indent($0.level) + Paragraph($0.label).width }
        let caption = bars.reference.map { Paragraph($0.label).width } ?? 0
        labelWidth = min(max(labels.max() ?? 0, caption, 1), page.width * 2 / 5)
        barColumn = labelWidth + 2 + valueWidth + 2

        let room = page.width - barColumn
        isNarrow = room < 20
        let remarks = bars.rows.lazy.map { row in
            if case .value = row.amount { Paragraph(row.remark ?? "").width } else { 0 }
        }
        let remarkWidth = isNarrow ? 0 : min(remarks.max() ?? 0, room / 2)
        remarkColumn = page.width - remarkWidth
        barWidth = max(0, room - (remarkWidth > 0 ? remarkWidth + 2 : 0))
    }

    var valueColumn: Int { labelWidth + 2 }

    /// Where the label of a row of that level starts.
    static func indent(_ level: Int) -> Int { 2 * min(max(level, 0), 5) }

    /// The value at the end of its column, or a dash when there is none.
    func value(_ amount: Report.Bars.Amount) -> StyledLine {
        var text = "–"
        let symbol = showsSymbol ? measure.joint + measure.symbol : ""
        var width = valueWidth - symbol.displayWidth
        if case .value(let value) = amount {
            text = numbers.text(measure.scaled(value), decimals: decimals) + symbol
            width = valueWidth
        }
        var line = StyledLine()
        line.move(to: max(0, width - text.displayWidth))
        line.append(text)
        return line
    }

    /// A bar in eighths of a column, and the reference where it stands beyond the end; no bar for a negative value.
    func bar(_ value: Double, level: Int) -> StyledLine {
        let length = eighths(value)
        var line = StyledLine(String(repeating: "█", count: length / 8), level > 0 ? .faintBar : .bar)
        line.append(Self.parts[length % 8], level > 0 ? .faintBar : .bar)
        if let reference, barWidth > 0 {
            let column = min(eighths(reference) / 8, barWidth - 1)
            if column >= line.width {
                if column > line.width { line.move(to: column) }
                line.append("┊", .faint)
            }
        }
        return line
    }

    private func eighths(_ value: Double) -> Int {
        guard value > 0, value <= largest else { return 0 }
        return max(1, Int((value / largest * Double(8 * barWidth)).rounded()))
    }

    private static let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
}
