internal import EmpreinteGraph

/// The row of constants that instructions read, as a plan collects it.
struct Row {
    private(set) var cells: [RowCell] = []
    private var positions: [RowCell: Int] = [:]

    /// Where a constant stands.
    mutating func position(of cell: RowCell) -> Int {
        if let known = positions[cell] { return known }
        positions[cell] = cells.count
        cells.append(cell)
        return cells.count - 1
    }

    /// Where the first of constants that stand in this order stands.
    mutating func table(_ table: [RowCell]) -> Int {
        cells += table
        return cells.count - table.count
    }
}
