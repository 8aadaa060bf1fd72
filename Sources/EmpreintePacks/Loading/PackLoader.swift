internal import EmpreinteModel
internal import EmpreinteText

/// Reads a pack's files and its parents', the first ancestor first.
///
/// Codes: `pack.not_found`, `pack.manifest_missing`, `pack.second_manifest`, `file.unreadable`, `file.empty`,
/// `extends.not_found`, `extends.cycle`, `plugin.missing`, and those of reading YAML.
struct PackLoader {
    let files: any FileSource
    let places: [String]
    private let plugins: [String]
    var diagnostics = Diagnostics()
    var resolution: Resolution
    /// Whether every file and every parent was read: what is missing would be reported again by all that reads it.
    private(set) var isComplete = true
    private var path: [(location: String, id: String)] = []

    /// - Parameter vocabulary: what plugins lend, of whose kinds a pack may hold documents too.
    init(files: any FileSource, places: [String], vocabulary: Vocabulary = Vocabulary()) {
        self.files = files
        self.places = places
        plugins = vocabulary.plugins
        resolution = Resolution(sources: SourceMap(), kinds: vocabulary.kinds)
    }

    /// Loads a pack and its parents.
    mutating func load(_ location: String) {
        let errorsBefore = diagnostics.errorCount
        let documents = readDocuments(at: location)
        let manifests = documents.filter { $0.isKind(PackKinds.manifest) }
        guard let manifest = manifests.first else {
            isComplete = false
            if diagnostics.errorCount == errorsBefore {
                diagnostics.report(
                    .init(
                        .error, "pack.manifest_missing", "no document of kind pack", path: location,
                        hint: "a pack folder holds pack.yaml with kind: pack, id and version"))
            }
            return
        }
        for second in manifests.dropFirst() {
            diagnostics.error(
                "pack.second_manifest", "a pack has one manifest", at: second.firstLine,
                related: [(manifest.firstLine, "the first one")])
        }
        PackKinds.manifest.check(manifest, &diagnostics)
        let id = manifest["id"]?.text ?? Path.lastComponent(of: location)
        path.append((Path.normalised(location), id))
        defer { path.removeLast() }
        if let parent = manifest["extends"]?["pack"] { loadParent(parent, of: location) }
        for plugin in manifest["plugins"]?.items.map({ $0 }) ?? [] where !plugins.contains(plugin.text) {
            diagnostics.error(
                "plugin.missing", "the plugin '\(plugin.text)' that this pack needs is not loaded", at: plugin.range,
                hint: Spelling.didYouMean(plugin.text, among: plugins) ?? "load its file, as in --plugin FILE")
        }
        let layer = resolution.layers.count
        resolution.layers.append(.init(id: id, version: manifest["version"]?.text ?? "", path: location))
        resolution.manifests.append(manifest)
        guard isComplete else { return }
        for document in documents where !document.isKind(PackKinds.manifest) {
            resolution.add(document, layer: layer, &diagnostics)
        }
    }

    /// Searches the parent by path, beside the child, then in each of the places.
    private mutating func loadParent(_ name: Node, of child: String) {
        let folder = Path.parent(of: child)
        let candidates = ([child, folder] + places).map { Path.normalised(Path.join($0, name.text)) }
        guard let found = candidates.first(where: { files.kind(of: $0) != nil && !isSame($0, child) }) else {
            isComplete = false
            diagnostics.error(
                "extends.not_found", "the parent pack '\(name.text)' was not found", at: name.range,
                notes: ["tried: \(candidates.joined(separator: ", "))"],
                hint: "name a folder beside this pack, give a path, or set EMPREINTE_MODELS")
            return
        }
        if let start = path.firstIndex(where: { isSame($0.location, found) }) {
            isComplete = false
            let ring = path[start...].map(\.id) + [path[start].id]
            diagnostics.error(
                "extends.cycle", "packs extend one another: \(ring.joined(separator: " → "))", at: name.range)
            return
        }
        load(found)
    }

    private func isSame(_ a: String, _ b: String) -> Bool { Path.normalised(a) == Path.normalised(b) }

    // MARK: Files

    /// The documents of a pack: one file, or every YAML file of a folder except its examples.
    private mutating func readDocuments(at location: String) -> [Node] {
        switch files.kind(of: location) {
        case .file: return readFiles([location])
        case .folder:
            var found: [String] = []
            collectFiles(in: location, &found, depth: 0)
            return readFiles(found)
        case nil:
            diagnostics.report(
                .init(
                    .error, "pack.not_found", "there is no pack at '\(location)'", path: location,
                    hint: "give the path of a pack folder"))
            return []
        }
    }

    private mutating func collectFiles(in folder: String, _ found: inout [String], depth: Int) {
        guard depth < 16 else { return }
        do throws(FileError) {
            for entry in try files.list(folder) {
                let path = Path.join(folder, entry.name)
                if entry.isFolder {
                    if entry.name != "examples" && !entry.name.hasPrefix(".") {
                        collectFiles(in: path, &found, depth: depth + 1)
                    }
                } else if ["yaml", "yml"].contains(Path.fileExtension(of: path)) {
                    found.append(path)
                }
            }
        } catch {
            diagnostics.report(.init(.error, "file.unreadable", error.description, path: folder))
        }
    }

    /// The documents of files, in their order. All are read from their source before any is parsed.
    private mutating func readFiles(_ paths: [String]) -> [Node] {
        let limits = Limits()
        var files: [FileID] = []
        for path in paths {
            do throws(FileError) {
                let bytes = try self.files.read(path, limit: limits.bytes)
                files.append(resolution.sources.add(path: path, bytes: bytes))
            } catch {
                isComplete = false
                var code = "file.unreadable"
                if case .tooLarge = error.reason { code = "limit.size" }
                diagnostics.report(.init(.error, code, error.description, path: path))
            }
        }
        var documents: [Node] = []
        for (file, reading) in zip(files, YAMLReader.readings(of: files, in: resolution.sources, limits: limits)) {
            diagnostics.report(contentsOf: reading.diagnostics)
            if reading.diagnostics.hasErrors {
                isComplete = false
            } else if reading.documents.isEmpty {
                isComplete = false
                diagnostics.report(
                    .init(
                        .error, "file.empty", "the file holds no document", path: resolution.sources.file(file).path,
                        hint: "fill it, or delete it"))
            }
            documents += reading.documents
        }
        return documents
    }
}
