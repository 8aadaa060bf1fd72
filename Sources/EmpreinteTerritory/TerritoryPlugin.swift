public import EmpreinteAnalysis

/// Territories with their inventories and targets, coalitions of actors, initiatives seen elsewhere.
public struct TerritoryPlugin: Plugin {
    public let name = "territory"
    public let version = Release.version

    public init() {}

    public func register(in additions: inout Registry.Additions) {
        additions.kinds += TerritoryKinds.all
        additions.analyses += [.territory, .coalitions, .initiatives]
    }
}
