public import EmpreinteText

/// Writes a report's records, or its first table, as comma-separated values.
///
/// The first line holds the column ids. Numbers are the shortest text that reads back as the same bits; cells without a
/// value are empty. A text that a spreadsheet would run as a formula is preceded by an apostrophe.
public struct ReportCSV: ReportRenderer, Hashable {
    /// The conventions of a table.
    public typealias Style = CSVStyle

    /// The conventions it writes by.
    public let style: Style

    public init(style: Style = .international) { self.style = style }

    public func render(_ report: Report) -> String {
        guard let table = report.records ?? report.firstTable else { return "" }
        var writer = RecordWriter(style)
        for column in table.columns { writer.text(column.id) }
        writer.endRecord()
        for row in table.rows.indices {
            for column in table.columns.indices {
                switch table.cell(row: row, column: column) {
                case .text(let text): writer.text(text)
                case .figure(let figure): writer.number(figure.value)
                case .missing, .empty: writer.empty()
                }
            }
            writer.endRecord()
        }
        return String(decoding: writer.bytes, as: UTF8.self)
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
