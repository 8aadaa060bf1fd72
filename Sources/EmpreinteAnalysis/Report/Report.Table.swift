extension Report {
    /// Rows of cells under named columns.
    public struct Table: Sendable, Hashable {
        /// The columns, from the first to the last.
        public var columns: [Column]
        /// Cells in the order of the columns; a shorter row ends in empty cells.
        public var rows: [[Cell]]

        public init(columns: [Column], rows: [[Cell]]) {
            self.columns = columns
            self.rows = rows
        }

        /// The cell there, empty where the row is too short.
        func cell(row: Int, column: Int) -> Cell {
            guard rows.indices.contains(row), rows[row].indices.contains(column) else { return .empty }
            return rows[row][column]
        }

        /// Where a column's cells stand in its width.
        public enum Alignment: Sendable, Hashable {
            case leading, trailing
        }

        /// A column: a stable id for programs, a title and a unit for people.
        public struct Column: Sendable, Hashable {
            /// The id.
            public var id: String
            /// What stands above it.
            public var title: String
            /// The canonical unit of the column's figures; nothing when each figure shows its own.
            public var unit: String?
            /// The side its cells lean to.
            public var alignment: Alignment

            /// Columns with a unit align at the end unless told otherwise.
            public init(id: String, title: String, unit: String? = nil, alignment: Alignment? = nil) {
                self.id = id
                self.title = title
                self.unit = unit
                self.alignment = alignment ?? (unit == nil ? .leading : .trailing)
            }
        }

        /// One cell.
        public enum Cell: Sendable, Hashable {
            case text(String)
            case figure(Figure)
            /// No value, and why, in words.
            case missing(String)
            case empty
        }
    }
}
