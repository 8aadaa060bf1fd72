internal import EmpreinteText

/// `importer!`: rules of another model, with all they read, under a name of their own.
extension ModelFiles {
    mutating func read(imports node: Node, of path: String) {
        let imports = node.kind == .sequence ? Array(node.items) : [node]
        for one in imports { read(import: one, of: path) }
    }

    private mutating func read(import node: Node, of path: String) {
        guard let origin = node["depuis"], let name = origin["nom"], let list = node["les règles"],
            list.kind == .sequence
        else {
            diagnostics.error(
                "publicodes.import", "an import needs 'depuis' with 'nom', and a list 'les règles'", at: node.range)
            return
        }
        guard let model = find(name.text, source: origin["source"]?.text, from: path) else {
            diagnostics.error(
                "publicodes.import", "the model '\(name.text)' was not found", at: name.range,
                hint: "put \(name.text).model.json beside the model")
            return
        }
        guard depth < 8 else {
            diagnostics.error("publicodes.import", "models import one another too deep", at: node.range)
            return
        }
        var imported = ModelFiles(files: files, places: places)
        imported.sources = sources
        imported.depth = depth + 1
        imported.load(model)
        sources = imported.sources
        diagnostics.report(contentsOf: imported.diagnostics)
        let namespace = node["dans"]?.text ?? name.text
        take(list, of: imported.rules, under: namespace, at: name)
    }

    private func find(_ name: String, source: String?, from path: String) -> String? {
        let folder = Path.parent(of: path)
        var candidates: [String] = []
        if let source { candidates += [Path.join(folder, source)] + places.map { Path.join($0, source) } }
        for place in [folder, files.kind(of: folder) == nil ? "." : Path.parent(of: folder)] + places {
            candidates += ["\(name).model.json", "\(name).json", name].map { Path.join(place, $0) }
            candidates.append(Path.join(place, "node_modules/\(name)/\(name).model.json"))
        }
        return candidates.first { files.kind(of: $0) != nil && Path.normalised($0) != Path.normalised(path) }
    }

    private mutating func take(_ list: Node, of sources: [RuleSource], under namespace: String, at name: Node) {
        var reader = RuleReader()
        for source in sources { reader.read(source) }
        var ignored = Diagnostics()
        reader.rules.resolve(&ignored)
        let model = reader.rules

        var changes: [String: [RuleSource.Entry]] = [:]
        var wanted: Set<RuleID> = []
        var waiting: [RuleID] = []
        for item in list.items {
            let key = item.entries.first?.key ?? item
            guard let rule = model.rule(key.text) else {
                diagnostics.error(
                    "publicodes.import", "the model has no rule '\(key.text)'", at: key.range,
                    hint: Spelling.didYouMean(key.text, among: model.rules.lazy.map { $0.name }))
                continue
            }
            if let entry = item.entries.first {
                changes[key.text] = entry.value.entries.map { RuleSource.Entry(key: $0.key, value: $0.value) }
            }
            waiting.append(rule)
        }
        while let rule = waiting.popLast() {
            guard wanted.insert(rule).inserted else { continue }
            if let parent = model[rule].parent { waiting.append(parent) }
            for reference in model[rule].references {
                if let target = model.references[reference].target { waiting.append(target) }
            }
        }
        var names = Set(rules.lazy.map(\.name))
        if names.insert(namespace).inserted {
            rules.append(RuleSource(key: name, name: namespace, content: .nothing))
        }
        for source in sources where model.rule(source.name).map(wanted.contains) ?? false {
            var copy = RuleSource(
                key: source.key, name: namespace + RuleSet.separator + source.name, content: source.content)
            for change in changes[source.name] ?? [] { copy.set(change) }
            if names.insert(copy.name).inserted { rules.append(copy) }
        }
    }
}

extension RuleSource {
    init(key: Node, name: String, content: Content) {
        self.key = key
        self.name = name
        self.content = content
    }

    private var entries: [Entry] {
        switch content {
        case .nothing: []
        case .expression(let node): [Entry(expression: node)]
        case .entries(let entries): entries
        }
    }

    /// The value of an attribute.
    func attribute(_ word: String) -> Node? {
        entries.first { $0.word == word }?.value
    }

    /// Sets an attribute, in place of the old one if there is one.
    mutating func set(_ entry: Entry) {
        var entries = entries
        if let place = entries.firstIndex(where: { $0.word == entry.word }) {
            entries[place] = entry
        } else {
            entries.append(entry)
        }
        content = .entries(entries)
    }

    mutating func remove(_ word: String) {
        content = .entries(entries.filter { $0.word != word })
    }
}
