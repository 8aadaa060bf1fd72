internal import EmpreinteText

/// The columns of a table as a tree: a cell at each leaf.
struct TableBranch {
    /// The key of a map, or the position of an item from 1.
    enum Step: Hashable {
        case key(String)
        case item(Int)
    }

    private(set) var column: Int?
    private(set) var shape = Shape.text
    private(set) var children: [(step: Step, branch: TableBranch)] = []

    /// Puts a column where its name says; false when something is there.
    mutating func add(_ column: Int, _ path: ArraySlice<Step>, _ shape: Shape) -> Bool {
        guard self.column == nil else { return false }
        guard let first = path.first else {
            guard children.isEmpty else { return false }
            (self.column, self.shape) = (column, shape)
            return true
        }
        if let place = children.firstIndex(where: { $0.step == first }) {
            return children[place].branch.add(column, path.dropFirst(), shape)
        }
        children.append((first, TableBranch()))
        return children[children.count - 1].branch.add(column, path.dropFirst(), shape)
    }

    /// The first cell of the branch in a row that is not empty.
    func firstCell(_ row: [CSVGrid.Cell]) -> CSVGrid.Cell? {
        if let column { return row[column].text.isEmpty ? nil : row[column] }
        return children.lazy.compactMap { $0.branch.firstCell(row) }.first
    }

    /// Whether the children are the items of a list.
    var isList: Bool {
        if case .item? = children.first?.step { true } else { false }
    }

    /// The children in the order of a list's items, or as they come.
    var inOrder: [(step: Step, branch: TableBranch)] {
        children.enumerated().sorted { left, right in
            guard case .item(let first) = left.element.step, case .item(let second) = right.element.step else {
                return left.offset < right.offset
            }
            return first < second
        }.map(\.element)
    }

    /// The columns whose cells may have decimals.
    var quantityColumns: [Int] {
        if let column, shape.isQuantity { return [column] }
        return children.flatMap(\.branch.quantityColumns)
    }
}
