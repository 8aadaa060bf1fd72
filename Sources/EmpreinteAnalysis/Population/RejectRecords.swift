public import EmpreinteModel
public import EmpreinteText

/// Writes the rows left out as CSV: where each stands, what is wrong with it first, and the row as it was.
public struct RejectRecords {
    private var writer: RecordWriter

    public init(_ style: CSVStyle) {
        writer = RecordWriter(style)
        for name in ["row", "line", "column", "code", "message", "record"] { writer.text(name) }
        writer.endRecord()
    }

    /// Writes one row.
    public mutating func write(_ row: RejectedRow) {
        guard let problem = row.problems.first else { return }
        writer.number(Double(problem.row))
        writer.number(Double(problem.line))
        if let name = problem.columnName { writer.text(name) } else { writer.empty() }
        writer.text(problem.code)
        writer.text(problem.message)
        writer.text(row.bytes)
        writer.endRecord()
    }

    /// Takes away what was written.
    public mutating func take() -> [UInt8] {
        defer { writer.removeAll() }
        return writer.bytes
    }
}
