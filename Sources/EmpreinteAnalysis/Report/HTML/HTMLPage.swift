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
        line("<\(name)\(style.map { " class=\"\($0)\"" } ?? "")>\(SVGText.escaped(content))</\(name)>")
    }

    /// An id nothing else of the page has.
    private mutating func newID() -> String {
        count += 1
        return "s\(count)"
    }

    // MARK: Sections

    mutating func section(_ section: Report.Section) {
        let id = newID()
        line(section.title == nil ? "<section>" : "<section aria-labelledby=\"\(id)\">")
        if let title = section.title { line("<h2 id=\"\(id)\">\(SVGText.escaped(title))</h2>") }
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
            element("dd", units.text(headline.figure, scale: scale), class: "value")
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
        line("<table><caption>\(SVGText.escaped(measure.words))</caption><tbody>")
        for row in bars.rows {
            line(row.level > 0 ? "<tr class=\"part\">" : "<tr>")
            line("<th scope=\"row\">\(SVGText.escaped(row.label))</th>")
            switch row.amount {
            case .value(let amount):
                element("td", numbers.text(measure.scaled(amount)), class: "end")
                let width = largest > 0 && amount.isFinite ? max(amount, 0) / largest * 100 : 0
                line(
                    "<td class=\"bar\" aria-hidden=\"true\"><span style=\"width:\(SVGText.number(width))%\"></span></td>"
                )
            case .missing(let reason):
                line("<td></td>")
                element("td", reason, class: "faint")
            }
            element("td", row.remark ?? "", class: "faint")
            line("</tr>")
        }
        if let reference = bars.reference {
            line("<tr><th scope=\"row\">\(SVGText.escaped(reference.label))</th>")
            element("td", numbers.text(measure.scaled(reference.value)), class: "end")
            line("<td></td><td></td></tr>")
        }
        line("</tbody></table>")
    }

    // MARK: Series

    private mutating func series(_ series: Report.Series, title: String) {
        guard !series.years.isEmpty else { return }
        let chart = SVGChart(series, title: title, units: units, top: 0)
        let id = newID()
        let size = "\(SVGText.number(SVGChart.width)) \(SVGText.number(chart.height))"
        var drawing = SVGText()
        drawing.line(
            #"<svg viewBox="0 0 \#(size)" role="img" aria-labelledby="\#(id)-title \#(id)-desc""#
                + ##" font-size="12" fill="#222">"##)
        drawing.line("<title id=\"\(id)-title\">\(SVGText.escaped(title))</title>")
        drawing.line("<desc id=\"\(id)-desc\">\(SVGText.escaped(chart.summary))</desc>")
        chart.draw(into: &drawing)
        drawing.line("</svg>")
        line("<figure>")
        text += drawing.text
        line("</figure>")
        line("<details><summary>\(units.language.say("The values of the chart", "Les valeurs du graphique"))</summary>")
        table(Report.Table(series, units.language.say("year", "année")), title: title)
        line("</details>")
    }

    // MARK: Tables

    private mutating func table(_ table: Report.Table, title: String?) {
        let measures = table.columns.indices.map { column in
            table.columns[column].unit.map { unit in
                let amounts = table.rows.indices.compactMap { row -> Double? in
                    if case .figure(let figure) = table.cell(row: row, column: column) {
                        figure.value.magnitude
                    } else {
                        nil
                    }
                }
                return units.measure(of: unit, upTo: amounts.max() ?? 0, scale: scale)
            }
        }
        line(
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(SVGText.escaped(title ?? "table"))\">")
        line("<table><thead><tr>")
        for (column, measure) in zip(table.columns, measures) {
            let unit = measure.map { $0.words.isEmpty ? "" : " (\($0.words))" } ?? ""
            let place = column.alignment == .trailing ? " class=\"end\"" : ""
            line("<th scope=\"col\"\(place)>\(SVGText.escaped(column.title + unit))</th>")
        }
        line("</tr></thead><tbody>")
        for row in table.rows.indices {
            line("<tr>")
            for column in table.columns.indices {
                let content: String
                var style = table.columns[column].alignment == .trailing ? " class=\"end\"" : ""
                switch table.cell(row: row, column: column) {
                case .text(let text): content = text
                case .figure(let figure):
                    content =
                        measures[column].map { numbers.text($0.scaled(figure.value)) }
                        ?? units.text(figure, scale: scale)
                case .missing(let reason):
                    content = reason
                    style = " class=\"faint\(style.isEmpty ? "" : " end")\""
                case .empty: content = ""
                }
                let name = column == 0 ? "th scope=\"row\"" : "td"
                line("<\(name)\(style)>\(SVGText.escaped(content))</\(column == 0 ? "th" : "td")>")
            }
            line("</tr>")
        }
        line("</tbody></table></div>")
    }

    // MARK: Trees

    /// Without recursion, since a file decides the depth.
    private mutating func tree(_ root: Report.TreeItem) {
        enum Step {
            case item(Report.TreeItem)
            case close(String)
        }
        line("<ul class=\"tree\">")
        var pending: [Step] = [.close("</ul>"), .item(root)]
        while let step = pending.popLast() {
            switch step {
            case .close(let end): line(end)
            case .item(let item):
                line("<li>")
                let figure = item.figure.map { "<strong>\(SVGText.escaped(units.text($0, scale: scale)))</strong>" }
                let place = item.place.map { "<span class=\"faint\">\(SVGText.escaped($0))</span>" }
                line([SVGText.escaped(item.label), figure, place].compactMap { $0 }.joined(separator: " "))
                for remark in item.remarks { element("div", remark, class: "faint") }
                pending.append(.close("</li>"))
                guard !item.children.isEmpty else { continue }
                line("<ul>")
                pending.append(.close("</ul>"))
                pending += item.children.reversed().map { .item($0) }
            }
        }
    }
}

extension Report.Table {
    /// The values of a series: a row a year, a column a line.
    fileprivate init(_ series: Report.Series, _ year: String) {
        self.init(
            columns: [.init(id: "year", title: year)]
                + series.lines.enumerated().map { .init(id: String($0), title: $1.label, unit: series.unit) },
            rows: series.years.indices.map { position in
                [.text(String(series.years[position]))]
                    + series.lines.map { line in
                        line.value(at: position).map { .figure(Figure($0, series.unit)) } ?? .empty
                    }
            })
    }
}
