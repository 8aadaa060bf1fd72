internal import EmpreinteText

/// What the columns of a CSV file mean to a kind of document, and the tree its rows stand for.
///
/// Columns have dotted names: `ghg.low` is the key `low` of the map `ghg`, and `assessments.2.jobs` is in the second
/// item of a list. An empty cell is a key left out. A list of ids stands in one cell, with spaces between them; one of
/// other texts, with bars.
///
/// Codes: `csv.unknown_column`, `csv.duplicate_column`, `csv.missing_column`, `csv.mixed_decimals`,
/// `csv.duplicate_key`.
struct TableLayout {
    let kind: DocumentKind
    let grid: CSVGrid
    /// The columns by what they are part of.
    var columns = TableBranch()
    /// The columns that say which item a row is, or which keys a value has.
    var keys: [Int] = []
    /// Whether a row holds the values of many outer keys of a matrix.
    var isWide = false

    /// Whether a kind may be read from a table whose columns have those names.
    static func fits(_ kind: DocumentKind, _ names: [String]) -> Bool {
        if let matrix = kind.matrix {
            return names.contains(matrix.row) && (!names.contains(matrix.column) || names.contains(matrix.cell))
        }
        guard let item = kind.itemShape else { return false }
        return names.allSatisfy { $0 == "id" && kind.entries != nil || item.leaf(of: $0[...]) != nil }
            && (kind.entries == nil || names.contains("id"))
    }

    init?(_ kind: DocumentKind, _ grid: CSVGrid, _ diagnostics: inout Diagnostics) {
        self.kind = kind
        self.grid = grid
        let errorsBefore = diagnostics.errorCount
        var places: [String: Int] = [:]
        for (column, cell) in grid.header.enumerated() {
            if let first = places.updateValue(column, forKey: cell.text) {
                diagnostics.error(
                    "csv.duplicate_column", "two columns are called '\(cell.text)'", at: cell.range,
                    related: [(grid.header[first].range, "the first one")])
            }
        }
        let names = keyNames(places)
        for name in names {
            if let column = places[name] {
                keys.append(column)
            } else {
                diagnostics.error(
                    "csv.missing_column", "a table of \(kind.name) has a column '\(name)'", at: grid.header[0].range,
                    hint: Spelling.didYouMean(name, among: grid.header.map(\.text)))
            }
        }
        if !isWide { placeColumns(except: keys, &diagnostics) }
        guard diagnostics.errorCount == errorsBefore else { return nil }
    }

    /// The names of the columns that are keys rather than values.
    private mutating func keyNames(_ places: [String: Int]) -> [String] {
        guard let matrix = kind.matrix else { return kind.entries == nil ? [] : ["id"] }
        isWide = places[matrix.column] == nil
        return isWide ? [matrix.row] : [matrix.column, matrix.row, matrix.cell]
    }

    private mutating func placeColumns(except keys: [Int], _ diagnostics: inout Diagnostics) {
        guard let shape = kind.itemShape else { return }
        for (column, cell) in grid.header.enumerated() where !keys.contains(column) {
            guard let leaf = shape.leaf(of: cell.text[...]) else {
                diagnostics.error(
                    "csv.unknown_column", "'\(cell.text)' is not a column of \(kind.name)", at: cell.range,
                    hint: Spelling.didYouMean(cell.text, among: shape.columnNames)
                        ?? "columns: \((["id"] + shape.columnNames).joined(separator: ", "))")
                continue
            }
            guard columns.add(column, leaf.path[...], leaf.shape) else {
                diagnostics.error(
                    "csv.duplicate_column", "'\(cell.text)' is given as a whole and in parts", at: cell.range,
                    hint: "keep one of the two")
                continue
            }
        }
    }
}

extension DocumentKind {
    /// Whether it may be read from a table.
    var isTabular: Bool { entries != nil || list != nil || matrix != nil }

    /// What one item of a table holds.
    var itemShape: Shape? {
        if let matrix, case .map(_, .map(_, let value))? = fields.first(where: { $0.name == matrix.key })?.shape {
            return value
        }
        if let entries { return .record(entries.fields) }
        if case .list(let item)? = list?.shape { return item }
        return nil
    }
}

extension Field {
    /// The columns of a table that speak of the key, each thing once: without those of translations, of maps and of
    /// lists of maps.
    public var columnNames: [String] {
        switch shape {
        case .record(let fields, _): fields.flatMap(\.columnNames).map { "\(name).\($0)" }
        case .map, .list(.record), .list(.map): []
        default: [name]
        }
    }
}

extension Shape {
    /// Whether a cell may have decimals.
    var isQuantity: Bool {
        switch self {
        case .quantity, .quantityOr: true
        default: false
        }
    }

    /// Where a column of that dotted name goes, and the shape of its cells; nothing when there is no such place.
    func leaf(of name: Substring) -> (path: [TableBranch.Step], shape: Shape)? {
        if name.isEmpty {
            switch self {
            case .map, .record: return nil
            case .list(let item): return item.leaf(of: name).map { ([], .list($0.shape)) }
            case .either(let scalar, _): return ([], scalar)
            default: return ([], self)
            }
        }
        let first = name.prefix { $0 != "." }
        let rest = name.dropFirst(first.count + 1)
        let key = TableBranch.Step.key(String(first))
        switch self {
        case .record(let fields, _):
            return fields.first { $0.name == first }?.shape.leaf(of: rest).map { ([key] + $0.path, $0.shape) }
        case .map(_, let value):
            // Ids have dots too: without anything below the value, all of the name is the key.
            if let whole = value.leaf(of: "") { return ([.key(String(name))], whole.shape) }
            return value.leaf(of: rest).map { ([key] + $0.path, $0.shape) }
        case .list(let item):
            guard let position = Int(first), position > 0 else { return nil }
            return item.leaf(of: rest).map { ([.item(position)] + $0.path, $0.shape) }
        case .label: return rest.isEmpty ? ([key], .text) : nil
        case .either(_, let other): return other.leaf(of: name)
        default: return nil
        }
    }

    /// The columns a table may have, as far as they are known beforehand.
    var columnNames: [String] {
        switch self {
        case .record(let fields, _):
            fields.flatMap { field in
                let below = field.shape.columnNames
                return (field.shape.leaf(of: "") == nil ? [] : [field.name]) + below.map { "\(field.name).\($0)" }
            }
        case .list(let item): item.columnNames.map { "1.\($0)" }
        case .either(_, let other): other.columnNames
        case .label: ["en", "fr"]
        default: []
        }
    }
}
