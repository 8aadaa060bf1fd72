/// A table's column as paragraphs, with the width it gets.
struct TextColumn {
    /// Columns of the page between two columns of a table.
    static let gap = 2

    let title: Paragraph
    let unit: Paragraph
    let cells: [Paragraph]
    let alignment: Report.Table.Alignment
    private(set) var width: Int
    /// The width below which numbers or short words would be cut.
    private let floor: Int

    /// The unit in words, whether shown under the title or not.
    let words: String

    init(_ table: Report.Table, _ index: Int, _ page: TextPage, showsUnit: Bool = true) {
        let column = table.columns[index]
        let contents = table.rows.indices.map { table.cell(row: $0, column: index) }
        let figures = contents.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
        let largest = figures.lazy.map(\.value.magnitude).filter(\.isFinite).max() ?? 0
        let measure = page.units.measure(of: column.unit ?? "", upTo: largest, scale: page.scale)
        let decimals = page.numbers.decimals(
            for: figures.lazy.filter { $0.unit == column.unit }.map { measure.scaled($0.value) })

        var written = figures.map { figure in
            if figure.unit == column.unit {
                Written(page.numbers.columnText(measure.scaled(figure.value), decimals: decimals), "", page)
            } else {
                Written(figure, page)
            }
        }
        Written.align(&written)

        var next = written.makeIterator()
        cells = contents.map { cell in
            switch cell {
            case .text(let text): return Paragraph(text)
            case .missing(let reason): return Paragraph(reason, .faint)
            case .empty: return Paragraph()
            case .figure:
                var paragraph = Paragraph()
                paragraph.addWhole(next.next()?.text ?? "")
                return paragraph
            }
        }
        title = Paragraph(column.title, .strong)
        words = measure.words
        unit = Paragraph(showsUnit ? measure.words : "", .faint)
        alignment = column.alignment

        let numbers = written.first?.text.displayWidth ?? 0
        let longest = zip(cells, contents).lazy.map { cell, content in
            if case .figure = content { 0 } else { cell.widest }
        }
        let longestWord = max(title.widest, unit.widest, longest.max() ?? 0)
        width = max(title.width, unit.width, cells.lazy.map(\.width).max() ?? 0)
        floor = min(width, max(numbers, min(longestWord, 16)))
    }

    /// A cell's lines placed in the width; padded figures keep their decimal marks in line.
    func lines(_ cell: Paragraph) -> [StyledLine] {
        let lines = cell.lines(width, cutting: true)
        guard alignment == .trailing else { return lines }
        return lines.map { line in
            var placed = StyledLine()
            placed.move(to: max(0, width - (lines.count == 1 ? cell.width : line.width)))
            placed.append(line)
            return placed
        }
    }

    /// Columns of the page a table takes.
    static func total(_ columns: [TextColumn]) -> Int {
        columns.reduce(-gap) { $0 + $1.width + gap }
    }

    /// Narrows the widest columns until the table fits, or says that it cannot.
    static func fit(_ columns: inout [TextColumn], in limit: Int) -> Bool {
        guard columns.reduce(-gap, { $0 + $1.floor + gap }) <= limit else { return false }
        for index in columns.indices { columns[index].width = min(columns[index].width, limit) }
        var excess = total(columns) - limit
        while excess > 0 {
            let supple = columns.indices.filter { columns[$0].width > columns[$0].floor }
            guard let widest = supple.max(by: { columns[$0].width < columns[$1].width }) else { break }
            columns[widest].width -= 1
            excess -= 1
        }
        return true
    }
}

/// A figure in three pieces, so that the decimal marks of a column stand in line.
private struct Written {
    private var whole: String
    private var fraction: String
    private var unit: String

    var text: String { whole + fraction + unit }

    init(_ number: String, _ unit: String, _ page: TextPage) {
        let mark = number.firstIndex(of: page.numbers.mark) ?? number.endIndex
        whole = String(number[..<mark])
        fraction = String(number[mark...])
        self.unit = unit
    }

    init(_ figure: Figure, _ page: TextPage) {
        let measure = page.units.measure(of: figure.unit, upTo: figure.value, scale: page.scale)
        self.init(page.numbers.text(measure.scaled(figure.value)), measure.joint + measure.words, page)
    }

    static func align(_ column: inout [Written]) {
        let whole = column.map(\.whole.displayWidth).max() ?? 0
        let fraction = column.map(\.fraction.displayWidth).max() ?? 0
        let unit = column.map(\.unit.displayWidth).max() ?? 0
        for index in column.indices {
            column[index].whole = spaces(whole - column[index].whole.displayWidth) + column[index].whole
            column[index].fraction += spaces(fraction - column[index].fraction.displayWidth)
            column[index].unit += spaces(unit - column[index].unit.displayWidth)
        }
    }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension NumberStyle {
    /// The number with a column's decimals, or its own when those would leave a single digit of it.
    func columnText(_ value: Double, decimals: Int) -> String {
        self.decimals(for: value) > decimals + 1 ? text(value) : text(value, decimals: decimals)
    }
}
