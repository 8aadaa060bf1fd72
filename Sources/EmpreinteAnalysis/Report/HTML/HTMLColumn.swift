/// A column of a table on a page: one measure and as many decimals for all its figures.
struct HTMLColumn {
    let title: String
    /// The unit of the column in words; nothing where each figure says its own, or there is none to say.
    let words: String?
    let isTrailing: Bool
    private let measure: UnitWords.Measure?
    private let decimals: Int
    private let units: UnitWords
    private let scale: UnitWords.Scale
    private let numbers: NumberStyle

    init(
        _ table: Report.Table, _ index: Int, _ units: UnitWords, _ scale: UnitWords.Scale, _ numbers: NumberStyle
    ) {
        let column = table.columns[index]
        let amounts = table.rows.indices.compactMap { row -> Double? in
            if case .figure(let figure) = table.cell(row: row, column: index) { figure.value } else { nil }
        }
        let measure = column.unit.map { units.measure(of: $0, upTo: amounts.map(\.magnitude).max() ?? 0, scale: scale) }
        title = column.title
        words = measure.flatMap { $0.words.isEmpty ? nil : $0.words }
        isTrailing = column.alignment == .trailing
        decimals = numbers.decimals(for: amounts.map { measure?.scaled($0) ?? $0 })
        (self.measure, self.units, self.scale, self.numbers) = (measure, units, scale, numbers)
    }

    func text(_ cell: Report.Table.Cell) -> String {
        switch cell {
        case .text(let text), .missing(let text): text
        case .figure(let figure):
            measure.map { numbers.columnText($0.scaled(figure.value), decimals: decimals) }
                ?? units.text(figure, scale: scale)
        case .empty: ""
        }
    }
}
