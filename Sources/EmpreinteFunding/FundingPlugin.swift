public import EmpreinteAnalysis

/// Participation funds, aids, advances repaid by what works save, revolving funds, public purchasing.
public struct FundingPlugin: Plugin {
    public let name = "funding"
    public let version = Release.version

    public init() {}

    public func register(in additions: inout Registry.Additions) {
        additions.kinds += FundingKinds.all
        additions.analyses += [.funds, .aids, .purchases]
    }
}
