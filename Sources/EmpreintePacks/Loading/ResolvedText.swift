internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Writes a resolved pack as one YAML text that stands alone.
///
/// The text depends only on what stands after merging, so it is also what the pack's hash is taken of: quoting,
/// comments, file names and the packs that values come from do not count, and reading it back gives the same text.
struct ResolvedText {
    private(set) var bytes: [UInt8] = []

    /// - Parameter model: gives the figures of factors that follow their parent's years.
    init(_ resolution: Resolution, _ model: Model) {
        let written = resolution.sources.files.reduce(0) { $0 + $1.bytes.count }
        bytes.reserveCapacity(written + written / 4)
        writeManifest(resolution)
        for kind in PackKinds.all where kind.entries != nil {
            writeEntries(of: kind, resolution.entries(kind), model)
        }
        writeTerritory(resolution)
        writeMigrations(resolution)
        writeTests(resolution)
        writeAdditions(resolution.additions, model)
    }

    private mutating func writeMigrations(_ resolution: Resolution) {
        let changes = resolution.documents(PackKinds.migrations).flatMap { document in
            document.node["changes"].map { Array($0.items) } ?? []
        }
        guard !changes.isEmpty else { return }
        write("---\nkind: migrations\nchanges:\n")
        for change in changes { write(item: change, indent: 2) }
    }

    private mutating func writeManifest(_ resolution: Resolution) {
        write("kind: pack\n")
        for field in PackKinds.manifest.fields {
            switch field.name {
            case "extends": continue
            case "units":
                let units = resolution.manifests.flatMap { $0["units"]?.entries.map { $0 } ?? [] }
                guard !units.isEmpty else { continue }
                write("units:\n")
                for entry in units { write(entry, indent: 2) }
            case "id", "version", "label":
                if let node = resolution.manifests.last?[field.name] { write(field.name, node, indent: 0) }
            default:
                if let node = resolution.manifestField(field.name) { write(field.name, node, indent: 0) }
            }
        }
    }

    private mutating func writeEntries(of kind: DocumentKind, _ entries: [Collection.Entry], _ model: Model) {
        guard let declared = kind.entries, !entries.isEmpty else { return }
        write("---\nkind: \(kind.name)\n")
        writeEntries(entries, of: kind, under: declared.key, model)
    }

    private mutating func writeEntries(
        _ entries: [Collection.Entry], of kind: DocumentKind, under name: String, _ model: Model
    ) {
        write("\(name):\n")
        for entry in entries {
            write(key: entry.id, indent: 2)
            let isFactor = kind.name == PackKinds.factors.name
            let isFollowing = isFactor && entry.followsParent
            let form = isFollowing ? nil : entry.figureForms.first
            for (field, value) in entry.given where field.name != "then" {
                if isFollowing, field.name == "years", case .factor(let index)? = model.element(entry.id) {
                    write(series: model.factors[index])
                    continue
                }
                if isFactor, Collection.Entry.figureKeys.contains(field.name), field.name != form { continue }
                if case .patch = field.merge {
                    write(key: field.name, indent: 4)
                    for entry in value.patched { write(entry, indent: 6) }
                } else if case .append = field.merge, value.last?.kind != .scalar {
                    let items = value.appended
                    write(items.isEmpty ? "    \(field.name): []\n" : "    \(field.name):\n")
                    for item in items { write(item: item, indent: 6) }
                } else if let node = value.last {
                    write(field.name, node, indent: 4)
                }
            }
        }
    }

    private mutating func write(series factor: Factor) {
        guard let cell = factor.cells.first else { return }
        write("    years:\n")
        for (index, point) in cell.points.enumerated() {
            var text = JSON.text(of: point.value)
            if factor.unit != .one { text += " " + factor.unit.description }
            if index == 0, let spread = cell.spread { text += " ± \(JSON.text(of: spread * 100)) %" }
            write("      \(point.year ?? 0): ")
            write(scalar: Array(text.utf8)[...])
            write("\n")
        }
    }

    private mutating func writeTerritory(_ resolution: Resolution) {
        let documents = resolution.documents(PackKinds.territory)
        guard let last = documents.last?.node else { return }
        write("---\nkind: territory\n")
        for field in PackKinds.territory.fields where field.name != "targets" {
            if let node = last[field.name] { write(field.name, node, indent: 0) }
        }
        let targets = documents.targets
        guard !targets.isEmpty else { return }
        write("targets:\n")
        for target in targets { write(target, indent: 2) }
    }

    private mutating func writeTests(_ resolution: Resolution) {
        let own = resolution.layers.count - 1
        for document in resolution.documents(PackKinds.tests) where document.layer == own {
            guard let tests = document.node["tests"] else { continue }
            write("---\nkind: tests\n")
            write("tests", tests, indent: 0)
        }
    }

    /// Documents of plugins' kinds: one of all entries, or each as it is.
    private mutating func writeAdditions(_ additions: Documents, _ model: Model) {
        var written: Set<String> = []
        for document in additions.all {
            let kind = document.kind
            if let declared = kind.entries {
                guard written.insert(kind.name).inserted else { continue }
                write("---\nkind: \(kind.name)\n")
                for field in kind.fields {
                    if let node = additions.field(field.name, of: kind) { write(field.name, node, indent: 0) }
                }
                let entries = additions.entries(kind)
                if !entries.isEmpty { writeEntries(entries, of: kind, under: declared.key, model) }
            } else {
                write("---\n")
                for entry in document.root.entries { write(entry, indent: 0) }
            }
        }
    }

    // MARK: YAML

    private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func write(_ entry: (key: Node, value: Node), indent: Int) {
        write(spaces: indent)
        write(scalar: entry.key.utf8)
        write(value: entry.value, indent: indent)
    }

    private mutating func write(_ key: String, _ value: Node, indent: Int) {
        write(spaces: indent)
        write(key)
        write(value: value, indent: indent)
    }

    /// A key whose value stands below it.
    private mutating func write(key: String, indent: Int) {
        write(spaces: indent)
        write(key)
        write(":\n")
    }

    private mutating func write(spaces count: Int) {
        for _ in 0..<count { bytes.append(UInt8(ascii: " ")) }
    }

    /// What follows a key: a scalar on its line, or a block below it.
    private mutating func write(value node: Node, indent: Int) {
        bytes.append(UInt8(ascii: ":"))
        switch node.kind {
        case .scalar:
            bytes.append(UInt8(ascii: " "))
            write(scalar: node.utf8, isNull: node.isNull)
            bytes.append(UInt8(ascii: "\n"))
        case .mapping:
            write(node.entries.isEmpty ? " {}\n" : "\n")
            for entry in node.entries { write(entry, indent: indent + 2) }
        case .sequence:
            write(node.items.isEmpty ? " []\n" : "\n")
            for item in node.items { write(item: item, indent: indent + 2) }
        }
    }

    private mutating func write(item: Node, indent: Int) {
        switch item.kind {
        case .scalar:
            write(spaces: indent)
            write("- ")
            write(scalar: item.utf8, isNull: item.isNull)
            write("\n")
        case .mapping:
            for (index, entry) in item.entries.enumerated() {
                if index == 0 {
                    write(spaces: indent)
                    write("- ")
                    write(scalar: entry.key.utf8)
                    write(value: entry.value, indent: indent + 2)
                } else {
                    write(entry, indent: indent + 2)
                }
            }
            if item.entries.isEmpty {
                write(spaces: indent)
                write("- {}\n")
            }
        case .sequence:
            write(spaces: indent)
            write("-\n")
            for inner in item.items { write(item: inner, indent: indent + 2) }
        }
    }

    private mutating func write(scalar text: ArraySlice<UInt8>, isNull: Bool = false) {
        if isNull { return write("~") }
        YAMLScalar.write(text, to: &bytes)
    }
}

extension [(kind: String, layer: Int, node: Node)] {
    /// The targets of territory documents; a child's replaces its parent's of the same id.
    ///
    /// A level for one person holds for everybody below; what a territory aims at as a whole is its own.
    var targets: [(key: Node, value: Node)] {
        var targets: [(key: Node, value: Node)] = []
        for (index, document) in enumerated() {
            if index > 0 { targets.removeAll { $0.value["per_person"] == nil || $0.value["account"] != nil } }
            for entry in document.node["targets"]?.entries.map({ $0 }) ?? [] {
                targets.removeAll { $0.key.text == entry.key.text }
                targets.append(entry)
            }
        }
        return targets
    }
}
