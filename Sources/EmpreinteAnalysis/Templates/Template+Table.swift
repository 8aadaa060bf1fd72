public import EmpreinteModel
public import EmpreinteText

extension Template {
    /// The blank document as CSV: the columns there may be, and one row.
    ///
    /// - Throws: `template.no_table` for kinds that are no list of things.
    public func csv(_ kind: DocumentKind, _ style: CSVStyle = .international) throws(CompilationError) -> String {
        guard let columns = columns(of: kind) else {
            throw CompilationError(
                "template.no_table", "documents of kind \(kind.name) are no table", hint: "write it as YAML")
        }
        var writer = RecordWriter(style)
        for column in columns { writer.text(column.name) }
        writer.endRecord()
        for column in columns { writer.text(column.value) }
        writer.endRecord()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private typealias Column = (name: String, value: String)

    private func columns(of kind: DocumentKind) -> [Column]? {
        if let matrix = kind.matrix {
            let example = kind.fields.first { $0.name == matrix.key }?.example ?? ""
            // The first value stands for the row, with both its keys.
            let cells = leaves(of: filled(example), name: "").first.map { leaf in leaf.path + [leaf.value] } ?? []
            return Array(zip([matrix.column, matrix.row, matrix.cell], cells + ["", "", ""]))
        }
        if let entries = kind.entries {
            return [("id", kind.sampleID)] + columns(entries.fields, of: kind)
        }
        guard let list = kind.list, case .list(.record(let fields, _)) = list.shape,
            !kind.fields.contains(where: { $0.isRequired && $0.name != list.name })
        else { return nil }
        return columns(fields, of: kind)
    }

    private func columns(_ fields: [Field], of kind: DocumentKind) -> [Column] {
        let hasQuestions = fields.contains { $0.example == Self.questions }
        return fields.flatMap { field -> [Column] in
            // Tables of people have no lists; what others list stands in documents beside the table.
            if case .list = field.shape, !field.isRequired {
                return hasQuestions ? [] : field.columnNames.map { ($0, "") }
            }
            if field.example == Self.questions { return model.inputs.map { ($0.id, "") } }
            if let example = field.example {
                return leaves(of: filled(example), name: field.name).map { ($0.path.joined(separator: "."), $0.value) }
            }
            if field.name == "id" { return [("id", kind.sampleID)] }
            return field.columnNames.map { ($0, field.isRequired ? field.shape.cell(self) : "") }
        }
    }

    /// The values in an example, each by the keys it stands under; the items of a list are in one cell.
    private func leaves(of example: String, name: String) -> [(path: [String], value: String)] {
        var sources = SourceMap()
        let file = sources.add(path: "example", bytes: Array(example.utf8))
        var diagnostics = Diagnostics()
        guard let root = YAMLReader.documents(in: file, of: sources, diagnostics: &diagnostics).first else { return [] }
        func leaves(of node: Node, _ path: [String]) -> [(path: [String], value: String)] {
            switch node.kind {
            case .scalar: [(path, node.text)]
            case .sequence: [(path, node.items.map(\.text).joined(separator: " "))]
            case .mapping: node.entries.flatMap { leaves(of: $0.value, path + [$0.key.text]) }
            }
        }
        return leaves(of: root, name.isEmpty ? [] : [name])
    }
}
