extension TextPage {
    /// Aligned columns under their titles; wrapped to fit, or value by value when even that is too wide.
    mutating func table(_ table: Report.Table) {
        var columns = table.columns.indices.map { TextColumn(table, $0, self) }
        guard !columns.isEmpty else { return }
        let common = commonUnit(columns)
        if common != nil { columns = table.columns.indices.map { TextColumn(table, $0, self, showsUnit: false) } }
        guard TextColumn.fit(&columns, in: width) else { return stack(table) }
        if let common { add(Paragraph(common, .faint)) }
        row(columns.map { ($0, $0.title) })
        if common == nil { row(columns.map { ($0, $0.unit) }) }
        var rule = StyledLine()
        rule.append(String(repeating: "─", count: TextColumn.total(columns)), .faint)
        add(rule)
        for index in table.rows.indices { row(columns.map { ($0, $0.cells[index]) }) }
    }

    /// The unit said once above a table whose columns all have the same.
    private func commonUnit(_ columns: [TextColumn]) -> String? {
        let words = columns.map(\.words).filter { !$0.isEmpty }
        return words.count > 1 && Set(words).count == 1 ? words[0] : nil
    }

    private mutating func row(_ cells: [(column: TextColumn, text: Paragraph)]) {
        var start = 0
        let blocks = cells.map { column, text in
            defer { start += column.width + TextColumn.gap }
            return (start, column.lines(text))
        }
        add(sideBySide: blocks)
    }

    private mutating func stack(_ table: Report.Table) {
        let titles = table.columns.map { Paragraph($0.title, .faint) }
        let titleWidth = min(titles.map(\.width).max() ?? 0, width * 2 / 5)
        let margin = titleWidth + TextColumn.gap
        for row in table.rows.indices {
            if row > 0 { blank() }
            for (column, title) in titles.enumerated() {
                var value = Paragraph()
                switch table.cell(row: row, column: column) {
                case .empty: continue
                case .text(let text): value.add(text)
                case .missing(let reason): value.add(reason, .faint)
                case .figure(let figure): value.add(units.text(figure, scale: scale))
                }
                add(sideBySide: [
                    (0, title.lines(titleWidth, cutting: true)),
                    (margin, value.lines(width - margin, cutting: true)),
                ])
            }
        }
    }
}
