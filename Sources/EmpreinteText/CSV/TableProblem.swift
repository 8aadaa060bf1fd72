/// One problem in a table of people, or of anything with a row an item: what is wrong, where, and what to do.
public struct TableProblem: Error, Hashable, Sendable {
    /// The row of data, from 1; 0 for the header and for the file as a whole.
    public var row: Int
    /// The line of the file the row starts on, from 1.
    public var line: Int
    /// The cell of the row, from 1, or in JSON lines the character of the line; nothing when it is the whole row.
    public var column: Int?
    /// The column's name; nothing where the row as a whole is wrong.
    public var columnName: String?
    /// A stable dotted name, such as `csv.ragged`.
    public var code: String
    /// What is wrong.
    public var message: String
    /// What to do; nothing where nothing is known.
    public var hint: String?

    public init(
        row: Int, line: Int, column: Int? = nil, columnName: String? = nil, code: String, message: String,
        hint: String? = nil
    ) {
        self.row = row
        self.line = line
        self.column = column
        self.columnName = columnName
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// The same as a diagnostic of a file that is not held in memory: the place is part of the path.
    public func diagnostic(path: String) -> Diagnostic {
        let place = "\(path):\(line)" + (column.map { ":\($0)" } ?? "")
        let name = columnName.map { "\($0): " } ?? ""
        return Diagnostic(.error, code, name + message, path: place, hint: hint)
    }
}

/// Why the rows of a table could not be had.
public enum TableError: Error, Hashable, Sendable {
    /// The file or stream itself failed.
    case unreadable(FileError)
    /// The rows are wrong: the problems in file order, at least one.
    case refused([TableProblem])
}
