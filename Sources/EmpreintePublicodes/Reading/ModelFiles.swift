internal import EmpreinteText

/// Reads the rules of a model from its files: a compiled model in JSON, a YAML file, or a folder of them.
///
/// Codes: `publicodes.not_found`, `file.unreadable`, `limit.size`, `publicodes.import`, `publicodes.region`, and those
/// of reading YAML and JSON.
struct ModelFiles {
    let files: any FileSource
    /// Folders where imported models are looked for, beside the model's own.
    let places: [String]
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    /// Rules in file order; a later file's rule of the same name is a duplicate.
    var rules: [RuleSource] = []
    /// How many models import one another down to this one.
    var depth = 0

    init(files: any FileSource, places: [String]) {
        self.files = files
        self.places = places
    }

    static let extensions = ["publicodes", "yaml", "yml"]

    /// Reads the model at a path.
    mutating func load(_ path: String) {
        switch files.kind(of: path) {
        case .file: readFile(path)
        case .folder: readFolder(path, depth: 0)
        case nil:
            diagnostics.report(
                .init(
                    .error, "publicodes.not_found", "there is no model at '\(path)'", path: path,
                    hint: "give a compiled model, or a folder of .publicodes files"))
        }
    }

    private mutating func readFolder(_ folder: String, depth: Int) {
        guard depth < 16 else { return }
        do throws(FileError) {
            for entry in try files.list(folder) where !entry.name.hasPrefix(".") && entry.name != "node_modules" {
                let path = Path.join(folder, entry.name)
                if entry.isFolder {
                    readFolder(path, depth: depth + 1)
                } else if Self.extensions.contains(Path.fileExtension(of: path)) {
                    readFile(path, isBesideOthers: true)
                }
            }
        } catch {
            diagnostics.report(.init(.error, "file.unreadable", error.description, path: folder))
        }
    }

    private mutating func readFile(_ path: String, isBesideOthers: Bool = false) {
        for document in documents(of: path) where !(isBesideOthers && Sidecar.isPart(document)) {
            guard document.kind == .mapping else {
                if !document.isNull {
                    diagnostics.error(
                        "publicodes.rule.form", "rules by name were expected here", at: document.range)
                }
                continue
            }
            for (key, value) in document.entries {
                if key.textEquals("importer!") {
                    read(imports: value, of: path)
                } else {
                    rules.append(RuleSource(key: key, name: key.text, value: value))
                }
            }
        }
    }

    /// What a file holds, by its extension.
    mutating func documents(of path: String) -> [Node] {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try files.read(path, limit: Limits().bytes)
        } catch {
            var code = "file.unreadable"
            if case .tooLarge = error.reason { code = "limit.size" }
            diagnostics.report(.init(.error, code, error.description, path: path))
            return []
        }
        let file = sources.add(path: path, bytes: bytes)
        if Path.fileExtension(of: path) == "json" {
            return JSONReader.document(in: file, of: sources, diagnostics: &diagnostics).map { [$0] } ?? []
        }
        return YAMLReader.documents(in: file, of: sources, diagnostics: &diagnostics)
    }
}
