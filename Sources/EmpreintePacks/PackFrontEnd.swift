public import EmpreinteModel
public import EmpreinteText

/// The native front-end: packs of YAML documents.
public struct PackFrontEnd: FrontEnd {
    public let name = "pack"

    public init() {}

    /// A folder, or a YAML file that holds a whole pack.
    public func recognises(_ path: String, in files: any FileSource) -> Bool {
        switch files.kind(of: path) {
        case .folder: true
        case .file: ["yaml", "yml"].contains(Path.fileExtension(of: path))
        case nil: false
        }
    }

    public var kinds: [DocumentKind] { PackKinds.all + PackKinds.callers }

    public func load(
        _ path: String, from files: any FileSource, searching places: [String],
        adding vocabulary: Vocabulary = Vocabulary()
    ) throws(CompilationError) -> Compilation {
        let (assembler, model) = try assemble(path, files, places, vocabulary)
        return Compilation(model: model, warnings: assembler.builder.diagnostics.sorted)
    }

    /// One self-contained YAML text of a pack and its parents.
    public func resolve(
        _ path: String, from files: any FileSource, searching places: [String],
        adding vocabulary: Vocabulary = Vocabulary()
    ) throws(CompilationError) -> String {
        let (assembler, model) = try assemble(path, files, places, vocabulary)
        return String(decoding: ResolvedText(assembler.resolution, model).bytes, as: UTF8.self)
    }

    private func assemble(
        _ path: String, _ files: any FileSource, _ places: [String], _ vocabulary: Vocabulary
    ) throws(CompilationError) -> (Assembler, Model) {
        var loader = PackLoader(files: files, places: places, vocabulary: vocabulary)
        loader.load(path)
        if !loader.isComplete { try loader.diagnostics.throwIfErrors(in: loader.resolution.sources) }
        var assembler = Assembler(loader.resolution, vocabulary, diagnostics: loader.diagnostics)
        let model = assembler.assemble()
        try assembler.builder.diagnostics.throwIfErrors(in: loader.resolution.sources)
        return (assembler, model)
    }
}
