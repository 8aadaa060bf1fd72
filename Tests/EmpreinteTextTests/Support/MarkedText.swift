@testable import EmpreinteText

/// A text in which `«` and `»` stand around the places a test expects.
struct MarkedText {
    let text: String
    /// The marked places in the order they open, in UTF-8 offsets of the text without marks.
    let ranges: [Range<Int>]

    init(_ marked: String) {
        var text = ""
        var ranges: [Range<Int>] = []
        var open: [Int] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "«":
                open.append(ranges.count)
                ranges.append(text.utf8.count..<text.utf8.count)
            case "»":
                if let last = open.popLast() { ranges[last] = ranges[last].lowerBound..<text.utf8.count }
            default: text.unicodeScalars.append(scalar)
            }
        }
        self.text = text
        self.ranges = ranges
    }
}

/// A file read as YAML or JSON, and what was said about it.
struct Reading {
    var sources = SourceMap()
    var documents: [Node]
    var diagnostics = Diagnostics()

    init(yaml bytes: [UInt8], limits: Limits = Limits()) {
        let file = sources.add(path: "a.yaml", bytes: bytes)
        documents = YAMLReader.documents(in: file, of: sources, limits: limits, diagnostics: &diagnostics)
    }

    init(yaml text: String, limits: Limits = Limits()) { self.init(yaml: Array(text.utf8), limits: limits) }

    init(json bytes: [UInt8], limits: Limits = Limits()) {
        let file = sources.add(path: "a.json", bytes: bytes)
        let root = JSONReader.document(in: file, of: sources, limits: limits, diagnostics: &diagnostics)
        documents = root.map { [$0] } ?? []
    }

    init(json text: String, limits: Limits = Limits()) { self.init(json: Array(text.utf8), limits: limits) }

    /// Each problem as `line:column code`.
    var problems: [String] {
        diagnostics.sorted.map { diagnostic in
            guard let range = diagnostic.range else { return diagnostic.code }
            let place = sources.location(of: range)
            return "\(place.line):\(place.column) \(diagnostic.code)"
        }
    }

    var hints: [String] { diagnostics.sorted.compactMap(\.hint) }

    /// What a path of keys leads to, from the first document.
    func node(_ keys: String...) -> Node? {
        keys.reduce(documents.first) { node, key in node?[key] }
    }
}

extension Node {
    var bounds: Range<Int> { range.lowerBound..<range.upperBound }

    /// The value in brackets, scalars as they are: a form to compare.
    var outline: String {
        switch kind {
        case .scalar: isNull ? "null" : text
        case .sequence: "[" + items.map(\.outline).joined(separator: ", ") + "]"
        case .mapping: "{" + entries.map { "\($0.key.outline): \($0.value.outline)" }.joined(separator: ", ") + "}"
        }
    }
}
