public import EmpreinteModel

/// A set of things added to the engine under one name.
public protocol Plugin: Sendable {
    var name: String { get }
    var version: String { get }

    /// Hands over what the plugin adds.
    func register(in additions: inout Registry.Additions)
}

/// What is available: front-ends and analyses, built once from plugins and never changed.
public struct Registry: Sendable {
    public let plugins: [Listing]
    public let frontEnds: [any FrontEnd]
    public let analyses: [Analysis]

    /// A plugin and what it added, for people to see.
    public struct Listing: Sendable {
        public let name: String
        public let version: String
        public let analyses: [String]
        public let frontEnds: [String]
    }

    /// What one plugin adds.
    public struct Additions: Sendable {
        public var frontEnds: [any FrontEnd] = []
        public var analyses: [Analysis] = []
    }

    /// Two plugins add something of one name.
    public struct Clash: Error, Hashable, CustomStringConvertible {
        public let name: String
        public let plugins: [String]

        public var description: String {
            "'\(name)' is added by \(plugins.joined(separator: " and by "))"
        }
    }

    /// - Throws: `Clash` when two plugins add an analysis or a front-end of the same name.
    public init(_ plugins: [any Plugin]) throws(Clash) {
        var listings: [Listing] = []
        var frontEnds: [any FrontEnd] = []
        var analyses: [Analysis] = []
        var owners: [String: String] = [:]
        for plugin in plugins {
            var additions = Additions()
            plugin.register(in: &additions)
            let names = additions.analyses.map(\.id) + additions.frontEnds.map(\.name)
            for name in names {
                if let other = owners.updateValue(plugin.name, forKey: name) {
                    throw Clash(name: name, plugins: [other, plugin.name])
                }
            }
            frontEnds += additions.frontEnds
            analyses += additions.analyses
            listings.append(
                Listing(
                    name: plugin.name, version: plugin.version, analyses: additions.analyses.map(\.id),
                    frontEnds: additions.frontEnds.map(\.name)))
        }
        self.plugins = listings
        self.frontEnds = frontEnds
        self.analyses = analyses
    }

    /// The analysis of a name, or nothing.
    public func analysis(_ id: String) -> Analysis? { analyses.first { $0.id == id } }
}
