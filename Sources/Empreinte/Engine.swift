public import EmpreinteAnalysis
internal import EmpreinteDeliberation
internal import EmpreinteFunding
public import EmpreinteModel
public import EmpreintePacks
internal import EmpreintePublicodes
internal import EmpreinteTerritory
public import EmpreinteText
internal import EmpreinteWorkshop

/// The engine: reads models, evaluates people, runs analyses.
///
/// A value without global state; any number of them may live side by side, and one may be used from any thread.
public struct Engine: Sendable {
    /// What the plugins of the engine add.
    public let registry: Registry
    private let files: any FileSource
    /// The folders where packs are looked for by name, after those a pack names itself.
    public let places: [String]

    /// An engine with the built-in plugins, and more where given.
    ///
    /// - Parameters:
    ///   - plugins: what to add.
    ///   - places: folders where packs are looked for by name.
    ///   - files: where packs are read from.
    /// - Throws: `Registry.Clash` when two plugins add something of one name.
    public init(
        plugins: [any Plugin] = [], places: [String] = [], files: any FileSource = DiskFiles()
    ) throws(Registry.Clash) {
        self.places = places
        self.files = files
        let builtIn: [any Plugin] = [
            BuiltInFrontEnds(), BuiltInAnalyses(),
            DeliberationPlugin(),
            TerritoryPlugin(),
            FundingPlugin(),
            WorkshopPlugin(),
        ]
        registry = try Registry(builtIn + plugins)
    }

    /// Reads a model: a path, or the name of a pack in one of the places.
    ///
    /// - Throws: all problems found.
    public func load(_ pack: String) throws(CompilationError) -> Compilation {
        let path = try locate(pack)
        guard let frontEnd = registry.frontEnds.first(where: { $0.recognises(path, in: files) }) else {
            throw CompilationError(
                "pack.not_recognised", "nothing here reads '\(path)'",
                hint: "a pack is a folder, or a file that ends in .yaml")
        }
        return try frontEnd.load(path, from: files, searching: places, adding: registry.vocabulary)
    }

    /// Reads a model and leaves its warnings aside.
    public func model(_ pack: String) throws(CompilationError) -> Model {
        try load(pack).model
    }

    /// Writes a pack and its parents as one text that stands alone.
    public func resolve(_ pack: String) throws(CompilationError) -> String {
        let path = try locate(pack)
        let frontEnd = registry.frontEnds.first { $0.recognises(path, in: files) }
        if let frontEnd, !(frontEnd is PackFrontEnd) {
            throw CompilationError(
                "pack.not_resolvable", "'\(path)' is a \(frontEnd.name) model, which has no parents to resolve",
                hint: "it stands alone as it is")
        }
        return try PackFrontEnd().resolve(path, from: files, searching: places, adding: registry.vocabulary)
    }

    /// Reads people from a YAML or JSON file.
    public func people(_ path: String, for model: Model) throws(CompilationError) -> PeopleFile {
        try PeopleReader(model).people(in: try bytes(of: path), path: path)
    }

    /// What a caller's file holds; `-` is standard input.
    func bytes(of path: String) throws(CompilationError) -> [UInt8] {
        do throws(FileError) {
            return path == "-"
                ? try DiskFiles().read("/dev/stdin", limit: Limits().bytes)
                : try files.read(path, limit: Limits().bytes)
        } catch {
            throw CompilationError("file.unreadable", error.description)
        }
    }

    /// Rewrites a file of people for a model as it is now.
    ///
    /// - Throws: what cannot be read or converted, and answers that no migration speaks of.
    public func migrate(_ path: String, to model: Model) throws(CompilationError) -> PeopleMigration {
        try PeopleMigration(try bytes(of: path), path: path, to: model)
    }

    /// Runs a registered analysis.
    ///
    /// - Throws: `analysis.unknown`, and what the analysis refuses.
    public func run(_ id: String, _ request: Analysis.Request) throws(CompilationError) -> Report {
        guard let analysis = registry.analysis(id) else {
            let names = registry.analyses.map(\.id)
            throw CompilationError(
                "analysis.unknown", "there is no analysis '\(id)'",
                hint: Spelling.didYouMean(id, among: names) ?? "analyses: \(names.joined(separator: ", "))")
        }
        return try analysis.run(request)
    }

    /// A path that exists as it is, else a pack of that name in one of the places.
    private func locate(_ pack: String) throws(CompilationError) -> String {
        let candidates = [pack] + (pack.contains("/") ? [] : places.map { Path.join($0, pack) })
        guard let found = candidates.first(where: { files.kind(of: $0) != nil }) else {
            throw CompilationError(
                "pack.not_found", "there is no pack '\(pack)'",
                hint: "tried: \(candidates.joined(separator: ", "))")
        }
        return found
    }
}

/// The modelling languages that come with the engine.
struct BuiltInFrontEnds: Plugin {
    let name = "front-ends"
    let version = Release.version

    func register(in additions: inout Registry.Additions) {
        additions.frontEnds += [PublicodesFrontEnd(), PackFrontEnd()]
    }
}
