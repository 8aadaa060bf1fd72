public import EmpreinteAnalysis

/// Proposals, ballots and decisions of an assembly: consensus, rankings, choices within a budget.
public struct DeliberationPlugin: Plugin {
    public let name = "deliberation"
    public let version = Release.version

    public init() {}

    public func register(in additions: inout Registry.Additions) {
        additions.kinds += [DeliberationKinds.proposals, DeliberationKinds.ballots, DeliberationKinds.decisions]
        additions.analyses += [.proposals, .ballots, .visions]
    }
}
