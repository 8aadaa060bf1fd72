public import EmpreinteModel
internal import EmpreinteText

/// A set of things added to the engine under one name.
public protocol Plugin: Sendable {
    /// The name its functions are called by, and packs ask for it by.
    var name: String { get }
    /// Its version, for people to see.
    var version: String { get }

    /// Hands over what the plugin adds.
    func register(in additions: inout Registry.Additions)
}

/// What is available: front-ends, kinds of document, functions, ramp shapes, analyses, readers of people and formats of
/// reports, built once from plugins and never changed.
public struct Registry: Sendable {
    /// What each plugin added, in the order given.
    public let plugins: [Listing]
    /// The modelling languages.
    public let frontEnds: [any FrontEnd]
    /// The analyses, in the order registered.
    public let analyses: [Analysis]
    /// What reads people from files of a form of their own, beside YAML, JSON, JSON lines and CSV.
    public let readers: [PopulationReader]
    /// How reports can be written.
    public let formats: [ReportFormat]
    /// What plugins lend to modelling languages.
    public let vocabulary: Vocabulary
    /// The kinds of document plugins own, which packs may hold and callers give.
    public var kinds: [DocumentKind] { vocabulary.kinds }
    /// All kinds of document there are: those of modelling languages, the most general first, then those of plugins.
    public var documentKinds: [DocumentKind] { frontEnds.reversed().flatMap(\.kinds) + kinds }

    /// A plugin and what it added, for people to see.
    public struct Listing: Sendable {
        /// The name of the plugin.
        public let name: String
        /// The version of the plugin.
        public let version: String
        /// The ids of its analyses.
        public let analyses: [String]
        /// The names of its modelling languages.
        public let frontEnds: [String]
        /// The names of its kinds of document.
        public let kinds: [String]
        /// As formulas call them.
        public let functions: [String]
        /// As ramps call them.
        public let ramps: [String]
        /// What its readers of people read.
        public let readers: [String]
        public let formats: [String]
    }

    /// What one plugin adds.
    public struct Additions: Sendable {
        /// Modelling languages.
        public var frontEnds: [any FrontEnd] = []
        /// Analyses.
        public var analyses: [Analysis] = []
        /// Kinds of document.
        public var kinds: [DocumentKind] = []
        /// Functions of formulas and shapes of ramps.
        public var functions = FunctionLibrary()
        public var readers: [PopulationReader] = []
        public var formats: [ReportFormat] = []
    }

    /// Two plugins add something of one name.
    public struct Clash: Error, Hashable, CustomStringConvertible {
        /// What both are called.
        public let name: String
        /// The plugins that add it.
        public let plugins: [String]

        public var description: String {
            "'\(name)' is added by \(plugins.joined(separator: " and by "))"
        }
    }

    /// - Throws: `Clash` when two plugins add an analysis or a front-end of the same name, a function or a ramp
    ///   shape of the same name, a kind that another or a front-end has, a format of the same name, or read files whose
    ///   names end alike.
    public init(_ plugins: [any Plugin]) throws(Clash) {
        var listings: [Listing] = []
        var frontEnds: [any FrontEnd] = []
        var analyses: [Analysis] = []
        var vocabulary = Vocabulary()
        var owners: [String: String] = [:]
        var kindOwners: [String: String] = [:]
        var functionOwners: [String: String] = [:]
        var rampOwners: [String: String] = [:]
        var readers: [PopulationReader] = []
        var formats: [ReportFormat] = []
        var readerOwners: [String: String] = [:]
        var formatOwners: [String: String] = [:]
        for plugin in plugins {
            var additions = Additions()
            plugin.register(in: &additions)
            let names = additions.analyses.map(\.id) + additions.frontEnds.map(\.name)
            try Self.claim(names, for: plugin, in: &owners)
            let kindNames = (additions.kinds + additions.frontEnds.flatMap(\.kinds)).map(\.name)
            try Self.claim(kindNames, for: plugin, in: &kindOwners)
            let library = additions.functions
            let functions = library.functions.filter { $0.isCallable(from: plugin.name) }.map(\.name)
            let ramps = library.ramps.filter { $0.isCallable(from: plugin.name) }.map(\.name)
            let (calls, shapes) = (functions.map { "\(plugin.name).\($0)" }, ramps.map { "\(plugin.name).\($0)" })
            try Self.claim(calls, for: plugin, in: &functionOwners)
            try Self.claim(shapes, for: plugin, in: &rampOwners)
            try Self.claim(additions.readers.flatMap(\.extensions).map { ".\($0)" }, for: plugin, in: &readerOwners)
            try Self.claim(additions.formats.map(\.name), for: plugin, in: &formatOwners)
            readers += additions.readers
            formats += additions.formats
            frontEnds += additions.frontEnds
            analyses += additions.analyses
            vocabulary.add(library, additions.kinds, of: plugin.name)
            listings.append(
                Listing(
                    name: plugin.name, version: plugin.version, analyses: additions.analyses.map(\.id),
                    frontEnds: additions.frontEnds.map(\.name), kinds: additions.kinds.map(\.name),
                    functions: calls, ramps: shapes, readers: additions.readers.map(\.name),
                    formats: additions.formats.map(\.name)))
        }
        self.plugins = listings
        self.frontEnds = frontEnds
        self.analyses = analyses
        self.readers = readers
        self.formats = formats
        self.vocabulary = vocabulary
    }

    private static func claim(
        _ names: [String], for plugin: any Plugin, in owners: inout [String: String]
    ) throws(Clash) {
        for name in names {
            if let other = owners.updateValue(plugin.name, forKey: name) {
                throw Clash(name: name, plugins: [other, plugin.name])
            }
        }
    }

    /// The format of a name, or nothing.
    public func format(_ name: String) -> ReportFormat? { formats.first { $0.name == name } }

    /// What reads a file of that name, where a plugin does.
    public func reader(of path: String) -> PopulationReader? {
        let own = Path.fileExtension(of: path)
        return readers.first { $0.extensions.contains(own) }
    }

    /// The analysis of a name, or nothing.
    public func analysis(_ id: String) -> Analysis? { analyses.first { $0.id == id } }
}
