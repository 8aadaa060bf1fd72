public import EmpreinteModel
public import EmpreinteText

/// The Publicodes front-end: a model that serves as a pack, by a small file that says which rules make its footprint.
///
/// ```yaml
/// kind: publicodes
/// id: national
/// version: 4.15.0
/// model: model-fr.json
/// years: {from: 2024, to: 2050, reference: 2025}
/// categories:
///   food: {label: Alimentation, rules: [alimentation]}
/// ```
///
/// Actions and scenarios may follow in the same file, or in those that `catalogs` names: they target the rules people
/// answer, and their conditions and amounts are expressions of the model's language.
///
/// A model without such a file is read and checked, and has no footprint.
public struct PublicodesFrontEnd: FrontEnd {
    public let name = "publicodes"

    public init() {}

    public var kinds: [DocumentKind] { [Sidecar.kind] }

    /// A `.publicodes` file, a compiled model, a file of kind publicodes, or a folder that holds one of that name.
    public func recognises(_ path: String, in files: any FileSource) -> Bool {
        if Sidecar.file(at: path, in: files) != nil { return true }
        return files.kind(of: path) == .file && ["publicodes", "json"].contains(Path.fileExtension(of: path))
    }

    public func load(
        _ path: String, from files: any FileSource, searching places: [String],
        adding vocabulary: Vocabulary = Vocabulary()
    ) throws(CompilationError) -> Compilation {
        guard let file = Sidecar.file(at: path, in: files) else {
            let id = Path.lastComponent(of: path).split(separator: ".").first.map(String.init) ?? "model"
            let model = try PublicodesModel(path, from: files, searching: places)
            return try PackMapping(model, Sidecar(id: id), vocabulary).compilation()
        }
        let sidecar = try Sidecar(file, in: files)
        let model = try PublicodesModel(sidecar, at: file, from: files, searching: places)
        return try PackMapping(model, sidecar, vocabulary).compilation()
    }
}
