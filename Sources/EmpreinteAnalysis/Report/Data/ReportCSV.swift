internal import EmpreinteText

/// Writes a report's records, or its first table, as comma-separated values.
///
/// The first line holds the column ids. Numbers are the shortest text that reads back as the same bits; cells without a
/// value are empty. A text that a spreadsheet would run as a formula is preceded by an apostrophe.
public struct ReportCSV: ReportRenderer, Hashable {
    /// The conventions spreadsheets of a country expect.
    public enum Style: String, Sendable, Hashable {
        /// Commas between cells, a point before decimals.
        case international
        /// Semicolons between cells, a comma before decimals.
        case french
    }

    public let style: Style

    public init(style: Style = .international) { self.style = style }

    public func render(_ report: Report) -> String {
        guard let table = report.records ?? report.firstTable else { return "" }
        var out = ""
        line(table.columns.map { quoted(guarded($0.id)) }, to: &out)
        for row in table.rows.indices {
            line(table.columns.indices.map { text(of: table.cell(row: row, column: $0)) }, to: &out)
        }
        return out
    }

    private func line(_ cells: [String], to out: inout String) {
        // A lone empty cell would read as an empty line, which many readers skip.
        out += cells == [""] ? "\"\"" : cells.joined(separator: style == .french ? ";" : ",")
        out += "\n"
    }

    private func text(of cell: Report.Table.Cell) -> String {
        switch cell {
        case .text(let text): quoted(guarded(text))
        case .figure(let figure): figure.value.isFinite ? local(JSON.text(of: figure.value)) : ""
        case .missing, .empty: ""
        }
    }

    private func local(_ number: String) -> String {
        guard style == .french else { return number }
        return String(number.map { $0 == "." ? "," : $0 })
    }

    private func guarded(_ text: String) -> String {
        switch text.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"):
            isNumber(text) ? text : "'" + text
        default: text
        }
    }

    private func isNumber(_ text: String) -> Bool {
        Double(style == .french ? String(text.map { $0 == "," ? "." : $0 }) : text) != nil
    }

    private func quoted(_ text: String) -> String {
        let separator = UInt8(ascii: style == .french ? ";" : ",")
        let isPlain = text.utf8.allSatisfy { byte in
            byte != separator && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")
        }
        guard !isPlain else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

extension Report {
    fileprivate var firstTable: Table? {
        for section in sections {
            if case .table(let table) = section.body { return table }
        }
        return nil
    }
}
