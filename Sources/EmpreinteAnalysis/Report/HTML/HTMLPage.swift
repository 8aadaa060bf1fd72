/// A page being written from top to bottom.
struct HTMLPage {
    let units: UnitWords
    let scale: UnitWords.Scale
    let numbers: NumberStyle
    private(set) var text = ""
    /// How many sections and charts were written, for ids of their own.
    private var count = 0

    init(units: UnitWords, scale: UnitWords.Scale) {
        self.units = units
        self.scale = scale
        numbers = NumberStyle(units.language)
    }

    // MARK: Elements

    mutating func line(_ line: String) { text += line + "\n" }

    mutating func element(_ name: String, _ content: String, class style: String? = nil) {
        line("<\(name)\(style.map { " class=\"\($0)\"" } ?? "")>\(escaped(content))</\(name)>")
    }

    /// Text for people: in French, marks stay with the word they follow.
    private func escaped(_ text: String) -> String {
        let text = SVGText.escaped(text)
        guard units.language == .fr else { return text }
        return [":", ";", "?", "!", "»"].reduce(text) { $0.replacing(" \($1)", with: "\u{A0}\($1)") }
            .replacing("« ", with: "«\u{A0}")
    }

    /// An id nothing else of the page has.
    private mutating func newID() -> String {
        count += 1
        return "s\(count)"
    }

    // MARK: Sections

    mutating func section(_ section: Report.Section) {
        let id = newID()
        let style =
            switch section.rank {
            case .section: ""
            case .sheet: " class=\"sheet\""
            case .part: " class=\"part\""
            }
        line("<section\(style)\(section.title == nil ? "" : " aria-labelledby=\"\(id)\"")>")
        let heading = section.rank == .part ? "h3" : "h2"
        if let title = section.title { line("<\(heading) id=\"\(id)\">\(escaped(title))</\(heading)>") }
        switch section.body {
        case .headline(let headlines): self.headlines(headlines)
        case .bars(let bars): self.bars(bars)
        case .series(let series): self.series(series, title: section.title ?? "")
        case .table(let table): self.table(table, title: section.title)
        case .tree(let item): tree(item)
        case .notes(let notes):
            for note in notes { element("p", note) }
        }
        line("</section>")
    }

    private mutating func headlines(_ headlines: [Report.Headline]) {
        line("<dl class=\"figures\">")
        for headline in headlines {
            line("<div>")
            if !headline.label.isEmpty { element("dt", headline.label) }
            let range = units.range(headline, scale: scale).map { " (\($0))" } ?? ""
            element("dd", units.text(headline.figure, scale: scale) + range, class: "value")
            if let remark = headline.remark { element("dd", remark, class: "faint") }
            line("</div>")
        }
        line("</dl>")
    }

    // MARK: Bars

    private mutating func bars(_ bars: Report.Bars) {
        func value(_ row: Report.Bars.Row) -> Double? {
            if case .value(let value) = row.amount, value.isFinite { return value }
            return nil
        }
        let largest = (bars.rows.compactMap(value) + [bars.reference?.value ?? 0]).map(\.magnitude).max() ?? 0
        let measure = units.measure(of: bars.unit, upTo: largest, scale: scale)
        let decimals = numbers.decimals(for: bars.rows.compactMap(value).map(measure.scaled))
        line("<table class=\"bars\"><caption>\(escaped(measure.words))</caption><tbody>")
        for row in bars.rows {
            line(row.level > 0 ? "<tr class=\"part\">" : "<tr>")
            line("<th scope=\"row\">\(SVGText.escaped(row.label))</th>")
            switch row.amount {
            case .value(let amount):
                element("td", numbers.columnText(measure.scaled(amount), decimals: decimals), class: "end")
                let width = largest > 0 && amount.isFinite ? max(amount, 0) / largest * 100 : 0
                line(
                    "<td class=\"bar\" aria-hidden=\"true\"><span style=\"width:\(SVGText.number(width))%\"></span></td>"
                )
            case .missing(let reason):
                line("<td class=\"end\"></td>")
                element("td", reason, class: "bar faint")
            }
            element("td", row.remark ?? "", class: "remark faint")
            line("</tr>")
        }
        if let reference = bars.reference {
            line("<tr><th scope=\"row\">\(SVGText.escaped(reference.label))</th>")
            element("td", numbers.columnText(measure.scaled(reference.value), decimals: decimals), class: "end")
            line("<td class=\"bar\"></td><td class=\"remark\"></td></tr>")
        }
        line("</tbody></table>")
    }

    // MARK: Series

    private mutating func series(_ series: Report.Series, title: String) {
        guard !series.years.isEmpty else { return }
        line("<figure>")
        chart(series, title, SVGChart.fullWidth, "full")
        chart(series, title, SVGChart.narrowWidth, "narrow")
        line("</figure>")
        line("<details><summary>\(units.language.say("The values of the chart", "Les valeurs du graphique"))</summary>")
        table(Report.Table(series, units.language.say("year", "année")), title: title)
        line("</details>")
    }

    /// A chart; the page shows the one that its width has room for.
    private mutating func chart(_ series: Report.Series, _ title: String, _ width: Double, _ style: String) {
        let chart = SVGChart(series, title: title, isTitled: false, units: units, top: 0, width: width)
        let id = newID()
        let size = "\(SVGText.number(width)) \(SVGText.number(chart.height))"
        var drawing = SVGText()
        drawing.line(
            #"<svg class="\#(style)" viewBox="0 0 \#(size)" role="img""#
                + ##" aria-labelledby="\##(id)-title \##(id)-desc" font-size="12" fill="#222">"##)
        drawing.line("<title id=\"\(id)-title\">\(escaped(title))</title>")
        drawing.line("<desc id=\"\(id)-desc\">\(escaped(chart.summary))</desc>")
        chart.draw(into: &drawing)
        drawing.line("</svg>")
        text += drawing.text
    }

    // MARK: Tables

    private mutating func table(_ table: Report.Table, title: String?) {
        let columns = table.columns.indices.map { HTMLColumn(table, $0, units, scale, numbers) }
        let words = columns.compactMap { $0.words }
        let common = words.count > 1 && Set(words).count == 1 ? words.first : nil
        let labels = columns.map { column in
            column.title + (common == nil ? column.words.map { " (\($0))" } ?? "" : "")
        }
        let name = escaped(title ?? units.language.say("table", "tableau"))
        line("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(name)\">")
        line(columns.count > 3 ? "<table class=\"\(columns.count > 7 ? "wide many" : "wide")\">" : "<table>")
        if let common { element("caption", common) }
        line("<thead><tr>")
        for (column, label) in zip(columns, labels) {
            line("<th scope=\"col\"\(column.isTrailing ? " class=\"end\"" : "")>\(escaped(label))</th>")
        }
        line("</tr></thead><tbody>")
        for row in table.rows.indices {
            line("<tr>")
            for (index, column) in columns.enumerated() {
                let cell = table.cell(row: row, column: index)
                var styles = column.isTrailing ? ["end"] : []
                if case .missing = cell { styles.append("faint") }
                let style = styles.isEmpty ? "" : " class=\"\(styles.joined(separator: " "))\""
                let content = escaped(column.text(cell))
                if index == 0 {
                    line("<th scope=\"row\"\(style)>\(content)</th>")
                } else {
                    line("<td\(style) data-label=\"\(escaped(labels[index]))\">\(content)</td>")
                }
            }
            line("</tr>")
        }
        line("</tbody></table></div>")
    }

    // MARK: Trees

    /// Branches open and close without a script; the first two levels are open.
    ///
    /// Without recursion, since a file decides the depth.
    private mutating func tree(_ root: Report.TreeItem) {
        enum Step {
            case item(Report.TreeItem, level: Int)
            case close(String)
        }
        line("<ul class=\"tree\">")
        var pending: [Step] = [.close("</ul>"), .item(root, level: 0)]
        while let step = pending.popLast() {
            switch step {
            case .close(let end): line(end)
            case .item(let item, let level):
                line("<li>")
                let figure = item.figure.map { "<strong>\(escaped(units.text($0, scale: scale)))</strong>" }
                let head = [escaped(item.title ?? item.label), figure].compactMap { $0 }.joined(separator: " ")
                let hasBranches = !item.children.isEmpty
                if hasBranches { line(level < 2 ? "<details open>" : "<details>") }
                line(hasBranches ? "<summary>\(head)</summary>" : head)
                let origin = [item.title.map { _ in item.label }, item.place].compactMap { $0 }
                if !origin.isEmpty { element("div", origin.joined(separator: " · "), class: "faint origin") }
                if let state = item.state { element("div", state, class: "faint") }
                for remark in item.remarks { element("div", remark, class: "faint") }
                pending.append(.close("</li>"))
                guard hasBranches else { continue }
                line("<ul>")
                pending += [.close("</details>"), .close("</ul>")]
                pending += item.children.reversed().map { .item($0, level: level + 1) }
            }
        }
    }
}

extension Report.Table {
    /// The values of a series: a row a year, a column a line.
    fileprivate init(_ series: Report.Series, _ year: String) {
        self.init(
            columns: [.init(id: "year", title: year)]
                + series.lines.enumerated().flatMap { index, line -> [Column] in
                    let titles = [line.label] + (line.band.isEmpty ? [] : ["\(line.label) p5", "\(line.label) p95"])
                    return titles.map { .init(id: "\(index) \($0)", title: $0, unit: series.unit) }
                },
            rows: series.years.indices.map { position in
                [.text(String(series.years[position]))]
                    + series.lines.flatMap { line -> [Cell] in
                        let value = line.value(at: position).map { Cell.figure(Figure($0, series.unit)) } ?? .empty
                        guard line.band.indices.contains(position) else { return [value] }
                        let band = line.band[position]
                        return [value]
                            + [band.lowerBound, band.upperBound].map { .figure(Figure($0, series.unit)) }
                    }
            })
    }
}
