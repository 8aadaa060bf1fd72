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
        writeTests(resolution)
        writeAdditions(resolution.additions, model)
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
        for name in ["id", "label"] {
            if let node = last[name] { write(name, node, indent: 0) }
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

    /// A scalar as it is where YAML reads it back the same, in double quotes elsewhere.
    private mutating func write(scalar text: ArraySlice<UInt8>, isNull: Bool = false) {
        if isNull { return write("~") }
        if Self.isPlain(text) {
            bytes.append(contentsOf: text)
        } else if Self.mayBreak(text)
            || text.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
        {
            var quoted = ""
            JSON.quote(String(decoding: text, as: UTF8.self), to: &quoted)
            write(Self.mayBreak(text) ? Self.escaped(quoted) : quoted)
        } else {
            bytes.append(UInt8(ascii: "\""))
            bytes.append(contentsOf: text)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    /// Whether a text needs no quotes anywhere in block style.
    private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, let last = text.last else { return false }
        let isLetter = { (byte: UInt8) in byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }
        guard isLetter(first) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first), last != UInt8(ascii: " ")
        else { return false }
        return text.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "*"),
                UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "="),
                UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "%"):
                true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: isLetter(byte) || byte >= 0x80
            }
        } && !text.elementsEqual("null".utf8) && !mayBreak(text)
    }

    /// Whether a text may hold characters that YAML takes for line ends or refuses, and JSON does not escape.
    private static func mayBreak(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.contains(where: { $0 >= 0x7F }) else { return false }
        return zip(text, text.dropFirst()).contains { lead, next in
            lead == 0xC2 && next < 0xA0 || lead == 0x80 && (next == 0xA8 || next == 0xA9) || lead == 0xEF
        } || text.contains(0x7F)
    }

    private static func escaped(_ quoted: String) -> String {
        quoted.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
                let digits = String(scalar.value, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: return String(scalar)
            }
        }.joined()
    }
}

extension [(kind: String, layer: Int, node: Node)] {
    /// The targets of territory documents; a child's replaces its parent's of the same id.
    var targets: [(key: Node, value: Node)] {
        var targets: [(key: Node, value: Node)] = []
        for document in self {
            for entry in document.node["targets"]?.entries.map({ $0 }) ?? [] {
                targets.removeAll { $0.key.text == entry.key.text }
                targets.append(entry)
            }
        }
        return targets
    }
}
