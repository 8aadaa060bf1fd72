/// A page being written from top to bottom.
struct TextPage {
    let width: Int
    let scale: UnitWords.Scale
    let units: UnitWords
    let numbers: NumberStyle
    private var lines: [StyledLine] = []

    init(width: Int, language: Language, scale: UnitWords.Scale) {
        self.width = width
        self.scale = scale
        units = UnitWords(language)
        numbers = NumberStyle(language)
    }

    /// The page as text, one line feed after each line.
    func text(color: Bool) -> String {
        lines.reduce(into: "") { $0 += $1.text(color: color) + "\n" }
    }

    // MARK: Lines

    mutating func blank() { lines.append(StyledLine()) }

    mutating func add(_ line: StyledLine) { lines.append(line) }

    mutating func add(_ paragraph: Paragraph) { lines += paragraph.lines(width) }

    /// Blocks of lines side by side, each from its own column.
    mutating func add(sideBySide blocks: [(column: Int, lines: [StyledLine])]) {
        for index in 0..<(blocks.map(\.lines.count).max() ?? 0) {
            var line = StyledLine()
            for block in blocks where index < block.lines.count {
                line.move(to: block.column)
                line.append(block.lines[index])
            }
            add(line)
        }
    }

    // MARK: Parts

    /// The title with the year at the end of its line, then where the numbers come from.
    mutating func header(_ report: Report) {
        let about = report.about
        let year = Paragraph(about.year.map { String($0) } ?? "")
        let title = Paragraph(report.title, .strong).lines(width - year.width - 2)
        add(sideBySide: [(0, title), (width - year.width, year.lines(width))])
        let origin = ["\(about.pack) \(about.version)", String(about.hash.prefix(12)), about.engine]
        add(Paragraph(origin.filter { !$0.isEmpty }.joined(separator: " · "), .faint))
    }

    mutating func section(_ section: Report.Section) {
        switch section.body {
        case .headline(let headlines):
            title(section.title)
            self.headlines(headlines)
        case .bars(let bars): self.bars(bars, title: section.title)
        case .series(let series): self.series(series, title: section.title)
        case .table(let table):
            title(section.title)
            self.table(table)
        case .tree(let item):
            title(section.title)
            tree(item)
        case .notes(let notes):
            title(section.title)
            self.notes(notes)
        }
    }

    /// A section's title, then the unit of what follows.
    mutating func title(_ title: String?, unit: String = "") {
        var line = Paragraph(title ?? "", .strong)
        line.add(unit, .faint, gap: 3)
        add(line)
    }

    private mutating func headlines(_ headlines: [Report.Headline]) {
        let figures = headlines.map { headline in
            var figure = Paragraph()
            figure.addWhole(units.text(headline.figure, scale: scale), .strong)
            if let range = units.range(headline, scale: scale) { figure.addWhole("(\(range))") }
            return figure
        }
        let column = 2 + (figures.map(\.width).max() ?? 0) + 3
        for (headline, figure) in zip(headlines, figures) {
            var text = Paragraph(headline.label)
            if let remark = headline.remark {
                if !text.isEmpty { text.add("·", .faint) }
                text.add(remark, .faint)
            }
            if column <= width * 3 / 5 {
                add(sideBySide: [(2, figure.lines(width)), (column, text.lines(width - column))])
            } else {
                add(sideBySide: [(2, figure.lines(width))])
                add(sideBySide: [(4, text.lines(width - 4))])
            }
        }
    }

    private mutating func notes(_ notes: [String]) {
        for note in notes {
            add(sideBySide: [(0, Paragraph("•", .faint).lines(1)), (2, Paragraph(note).lines(width - 2))])
        }
    }
}
