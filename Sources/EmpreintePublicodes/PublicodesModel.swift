public import EmpreinteText

/// A Publicodes model, read and checked: rules whose values programs compute.
///
/// A model is immutable and may be read from any thread.
public struct PublicodesModel: Sendable {
    let rules: RuleSet

    /// What was worth saying about the model without refusing it.
    public let warnings: [Diagnostic]

    /// The files it was read from.
    public var sources: SourceMap { rules.sources }

    /// Reads a model.
    ///
    /// - Parameters:
    ///   - path: a compiled model in JSON, a YAML file, a folder of `.publicodes` and YAML files, or the pack made of one.
    ///   - region: a file of attributes to put in place of the model's.
    ///   - files: where paths lead.
    ///   - places: folders where imported models are looked for, beside the model's own.
    /// - Throws: all problems found, at least one of them an error.
    public init(
        _ path: String, region: String? = nil, from files: any FileSource, searching places: [String] = []
    ) throws(CompilationError) {
        if let file = Sidecar.file(at: path, in: files) {
            try self.init(Sidecar(file, in: files), at: file, region: region, from: files, searching: places)
        } else {
            try self.init(path, region: region, from: files, searching: places, adding: SourceMap())
        }
    }

    /// Reads the model of a pack.
    init(
        _ sidecar: Sidecar, at file: String, region: String? = nil, from files: any FileSource,
        searching places: [String]
    ) throws(CompilationError) {
        let folder = Path.parent(of: file)
        try self.init(
            Path.join(folder, sidecar.model), region: region ?? sidecar.region.map { Path.join(folder, $0) },
            from: files, searching: [folder] + places, adding: sidecar.sources)
    }

    /// Reads a model whose files come after some others.
    init(
        _ path: String, region: String?, from files: any FileSource, searching places: [String],
        adding sources: SourceMap
    ) throws(CompilationError) {
        var reading = ModelFiles(files: files, places: places)
        reading.sources = sources
        reading.load(path)
        if reading.rules.isEmpty, !reading.diagnostics.hasErrors {
            reading.diagnostics.report(
                Diagnostic(.error, "publicodes.empty", "the model has no rule", path: path, hint: "as in 'prix: 12 €'"))
        }
        if let region { reading.apply(region: region) }
        var reader = RuleReader(diagnostics: reading.diagnostics)
        for rule in reading.rules { reader.read(rule) }
        reader.rules.sources = reading.sources
        reader.rules.resolve(&reader.diagnostics)
        try reader.diagnostics.throwIfErrors(in: reading.sources)
        rules = reader.rules
        warnings = reader.diagnostics.sorted
    }

    /// The names of all rules, private ones left out, in file order.
    public var ruleNames: [String] { rules.rules.lazy.filter { !$0.isPrivate }.map(\.name) }

    /// How many rules there are.
    public var ruleCount: Int { rules.rules.count }
}
