internal import EmpreinteModel
internal import EmpreinteText

/// What makes a pack of a Publicodes model: its name, its years, and the rules its footprint is made of.
///
/// Codes: `publicodes.not_found`, `file.unreadable`, and those of declared kinds.
struct Sidecar {
    static let fileName = "publicodes.yaml"

    let id: String
    var version = ""
    var language = "fr"
    var label: Label
    var model = ""
    var region: String?
    var years = Model.Years(range: 2000...2100, reference: 2025)
    var unit = "kgCO2e/year"
    var unitNode: Node?
    var categories: [Category] = []
    /// Rules to be answered beside those with a question.
    var inputs: [Node] = []
    var node: Node?
    var sources = SourceMap()
    /// What can be done and chosen, by kind.
    private(set) var catalogs: [String: Collection] = [:]

    struct Category {
        let key: Node
        let label: Label
        let rules: [Node]
    }

    static let kind = DocumentKind(
        "publicodes", "A Publicodes model as a pack: the rules its footprint is made of.",
        fields: [
            Field("id", .id, required: true, "the pack's name in results"),
            Field("version", .text, required: true, "three numbers, as in 1.2.0"),
            Field("language", .text, "the language of the model's texts; fr unless said"),
            Field("label", .label, "the pack's name for people"),
            Field("model", .text, required: true, "the compiled model or folder, from this file's folder"),
            Field("region", .text, "a regional overlay to apply"),
            Field(
                "years",
                .record([
                    Field("from", .year, required: true, "the first year that may be asked for"),
                    Field("to", .year, required: true, "the last year"),
                    Field("reference", .year, required: true, "the year results are for unless said"),
                ]), required: true, "the years the model is taken to hold for"),
            Field("unit", .text, "the unit of the rules of categories; kgCO2e/year unless said"),
            Field("inputs", .list(.text), "rules that may be answered beside those with a question"),
            Field("catalogs", .list(.text), "files of actions and scenarios, from this file's folder"),
            Field(
                "categories",
                .map(
                    .id,
                    .record([
                        Field("label", .label, "the branch's name for people"),
                        Field("rules", .list(.text), required: true, "the rules summed"),
                    ])), required: true, "the branches of the footprint"),
        ])

    /// What a model without such a file is taken for.
    init(id: String) {
        self.id = id
        label = Label(id, language: "fr")
    }

    init(_ path: String, in files: any FileSource) throws(CompilationError) {
        var diagnostics = Diagnostics()
        var reading = ModelFiles(files: files, places: [])
        let documents = reading.documents(of: path)
        diagnostics.report(contentsOf: reading.diagnostics)
        try diagnostics.throwIfErrors(in: reading.sources)
        guard let document = documents.first else {
            throw CompilationError("publicodes.not_found", "'\(path)' holds no document")
        }
        Self.kind.check(document, &diagnostics)
        self.init(id: document["id"]?.text ?? "")
        read(document, &diagnostics)
        reading.diagnostics = Diagnostics()
        let others = document["catalogs"]?.items.map { Path.join(Path.parent(of: path), $0.text) } ?? []
        for catalog in documents.dropFirst() + others.flatMap({ reading.documents(of: $0) }) {
            guard let kind = DocumentKind.stated(by: catalog, among: Self.catalogKinds, &diagnostics) else { continue }
            catalogs[kind.name, default: Collection(kind)].add(catalog, layer: 0, &diagnostics)
        }
        diagnostics.report(contentsOf: reading.diagnostics)
        sources = reading.sources
        try diagnostics.throwIfErrors(in: sources)
    }

    /// What may stand after the first document, and in the files it names.
    static let catalogKinds: [DocumentKind] = [.actions, .scenarios, .sources]

    private mutating func read(_ document: Node, _ diagnostics: inout Diagnostics) {
        node = document
        version = document["version"]?.text ?? ""
        language = document["language"]?.text ?? language
        label = label(document["label"]) ?? Label(id, language: language)
        model = document["model"]?.text ?? ""
        region = document["region"]?.text
        if let written = document["unit"] {
            unit = written.text
            unitNode = written
        }
        inputs = document["inputs"].map { Array($0.items) } ?? []
        for (key, value) in document["categories"]?.entries.map({ $0 }) ?? [] {
            categories.append(
                Category(
                    key: key, label: label(value["label"]) ?? Label(key.text, language: language),
                    rules: value["rules"].map { Array($0.items) } ?? []))
        }
        guard let node = document["years"], let from = node["from"].flatMap({ Int($0.text) }),
            let to = node["to"].flatMap({ Int($0.text) }), let reference = node["reference"].flatMap({ Int($0.text) })
        else { return }
        guard from <= reference, reference <= to, from >= 1000, to <= 3000 else {
            diagnostics.error(
                "pack.years", "the reference year \(reference) is not between \(from) and \(to)", at: node.range)
            return
        }
        years = .init(range: from...to, reference: reference)
    }

    private func label(_ node: Node?) -> Label? {
        guard let node else { return nil }
        guard node.kind == .mapping else { return Label(node.text, language: language) }
        return Label(node.entries.map { .init(language: $0.key.text, text: $0.value.text) })
    }

    /// The file that makes a pack of a model, where a path leads to one or to the folder of one.
    static func file(at path: String, in files: any FileSource) -> String? {
        switch files.kind(of: path) {
        case .folder:
            let file = Path.join(path, fileName)
            return files.kind(of: file) == .file ? file : nil
        case .file where ["yaml", "yml"].contains(Path.fileExtension(of: path)):
            guard let bytes = try? files.read(path, limit: 1 << 20) else { return nil }
            let isStated = bytes.split(separator: UInt8(ascii: "\n")).contains { line in
                String(decoding: line, as: UTF8.self).split(separator: " ").elementsEqual(["kind:", "publicodes"])
            }
            return isStated ? path : nil
        default: return nil
        }
    }

    /// Whether a document beside the rules of a model is one of a pack's, and holds no rules.
    static func isPart(_ document: Node) -> Bool {
        ([kind] + catalogKinds).contains { document.isKind($0) }
    }
}
