internal import EmpreinteText

extension TableLayout {
    /// The document the rows stand for, in which keys are where their row has its first cell.
    func tree(in file: FileID, of sources: SourceMap, _ diagnostics: inout Diagnostics) -> Node? {
        let start = grid.header[0].range
        let texts = TableTexts(grid, quantities: quantityColumns)
        var writer = TreeWriter(file, of: sources)
        writer.map(at: start, &diagnostics) { writer, diagnostics in
            writer.text("kind", at: start)
            writer.text(kind.name, at: start)
            writer.text(kind.entries?.key ?? kind.matrix?.key ?? kind.list?.name ?? "", at: start)
            if kind.matrix != nil {
                writeMatrix(texts, &writer, at: start, &diagnostics)
            } else if kind.entries != nil {
                writer.map(at: start, &diagnostics) { writer, diagnostics in
                    for row in grid.rows {
                        writer.text(row[keys[0]].text, at: row[keys[0]].range)
                        write(columns, row, at: row[keys[0]].range, texts, &writer, &diagnostics)
                    }
                }
            } else {
                writer.list(at: start, &diagnostics) { writer, diagnostics in
                    for row in grid.rows { write(columns, row, at: row[0].range, texts, &writer, &diagnostics) }
                }
            }
        }
        return writer.finish()
    }

    private func write(
        _ branch: TableBranch, _ row: [CSVGrid.Cell], at place: SourceRange, _ texts: TableTexts,
        _ writer: inout TreeWriter, _ diagnostics: inout Diagnostics
    ) {
        if let column = branch.column {
            return texts.write(row[column], branch.shape, &writer, &diagnostics)
        }
        let given = branch.inOrder.compactMap { child in child.branch.firstCell(row).map { (child, $0.range) } }
        if branch.isList {
            writer.list(at: place, &diagnostics) { writer, diagnostics in
                for (child, place) in given { write(child.branch, row, at: place, texts, &writer, &diagnostics) }
            }
        } else {
            writer.map(at: place, &diagnostics) { writer, diagnostics in
                for (child, place) in given {
                    if case .key(let key) = child.step { writer.text(key, at: place) }
                    write(child.branch, row, at: place, texts, &writer, &diagnostics)
                }
            }
        }
    }

    // MARK: Matrices

    private func writeMatrix(
        _ texts: TableTexts, _ writer: inout TreeWriter, at start: SourceRange, _ diagnostics: inout Diagnostics
    ) {
        writer.map(at: start, &diagnostics) { writer, diagnostics in
            if isWide {
                for (column, name) in grid.header.enumerated() where column != keys[0] {
                    writer.text(name.text, at: name.range)
                    writer.map(at: name.range, &diagnostics) { writer, diagnostics in
                        for row in grid.rows where !row[column].text.isEmpty {
                            writer.text(row[keys[0]].text, at: row[keys[0]].range)
                            texts.write(row[column], cellShape, &writer, &diagnostics)
                        }
                    }
                }
            } else {
                for (name, rows) in rowsByColumn {
                    writer.text(name.text, at: name.range)
                    writer.map(at: name.range, &diagnostics) { writer, diagnostics in
                        for row in rows { writeValue(row, texts, &writer, &diagnostics) }
                    }
                }
            }
        }
    }

    /// A value alone, or with what other columns say of it.
    private func writeValue(
        _ row: [CSVGrid.Cell], _ texts: TableTexts, _ writer: inout TreeWriter, _ diagnostics: inout Diagnostics
    ) {
        let (key, value) = (row[keys[1]], row[keys[2]])
        writer.text(key.text, at: key.range)
        guard columns.firstCell(row) != nil else { return texts.write(value, cellShape, &writer, &diagnostics) }
        writer.map(at: key.range, &diagnostics) { writer, diagnostics in
            writer.text(kind.matrix?.cell ?? "", at: value.range)
            texts.write(value, cellShape, &writer, &diagnostics)
            for child in columns.children {
                guard let place = child.branch.firstCell(row)?.range, case .key(let name) = child.step else { continue }
                writer.text(name, at: place)
                write(child.branch, row, at: place, texts, &writer, &diagnostics)
            }
        }
    }

    /// The columns whose cells may have decimals.
    private var quantityColumns: [Int] {
        guard kind.matrix != nil else { return columns.quantityColumns }
        guard cellShape.isQuantity else { return columns.quantityColumns }
        return isWide ? grid.header.indices.filter { $0 != keys[0] } : columns.quantityColumns + [keys[2]]
    }

    private var cellShape: Shape { kind.itemShape?.leaf(of: "")?.shape ?? .text }

    /// The rows of each outer key, in the order first met.
    private var rowsByColumn: [(key: CSVGrid.Cell, rows: [[CSVGrid.Cell]])] {
        var places: [String: Int] = [:]
        var groups: [(key: CSVGrid.Cell, rows: [[CSVGrid.Cell]])] = []
        for row in grid.rows {
            let key = row[keys[0]]
            if let place = places[key.text] {
                groups[place].rows.append(row)
            } else {
                places[key.text] = groups.count
                groups.append((key, [row]))
            }
        }
        return groups
    }
}
