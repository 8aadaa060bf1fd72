extension TextPage {
    /// One line a row: label, value, bar, remark; the longest bar is the largest value.
    mutating func bars(_ bars: Report.Bars, title: String?) {
        let layout = BarLayout(bars, self)
        self.title(title, unit: title == nil && layout.showsSymbol ? "" : layout.measure.words)
        for row in bars.rows { add(row, layout) }
        if let reference = bars.reference {
            add(sideBySide: [
                (0, Paragraph(reference.label, .faint).lines(layout.labelWidth, cutting: true)),
                (layout.valueColumn, [layout.value(.value(reference.value))]),
                (layout.barColumn, [layout.bar(0, level: 0)]),
            ])
        }
    }

    private mutating func add(_ row: Report.Bars.Row, _ layout: BarLayout) {
        let indent = min(BarLayout.indent(row.level), layout.labelWidth / 2)
        let label = Paragraph(row.label, row.level > 0 ? .faint : .plain)
        var blocks = [
            (column: indent, lines: label.lines(layout.labelWidth - indent, cutting: true)),
            (column: layout.valueColumn, lines: [layout.value(row.amount)]),
        ]
        var remark = Paragraph()
        var remarkColumn = layout.barColumn
        switch row.amount {
        case .value(let value):
            blocks.append((layout.barColumn, [layout.bar(value, level: row.level)]))
            remarkColumn = layout.remarkColumn
        case .missing(let reason):
            remark.add(reason, .faint)
        }
        if let text = row.remark {
            if !remark.isEmpty { remark.add("·", .faint) }
            remark.add(text, .faint)
        }
        if layout.isNarrow {
            add(sideBySide: blocks)
            add(sideBySide: [(indent + 2, remark.lines(width - indent - 2))])
        } else {
            add(sideBySide: blocks + [(remarkColumn, remark.lines(width - remarkColumn, cutting: true))])
        }
    }
}
