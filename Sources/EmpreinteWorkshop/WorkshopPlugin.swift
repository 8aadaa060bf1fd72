public import EmpreinteAnalysis

/// Workshops, the programmes they belong to, and what people commit to afterwards.
public struct WorkshopPlugin: Plugin {
    public let name = "workshop"
    public let version = Release.version

    public init() {}

    public func register(in additions: inout Registry.Additions) {
        additions.kinds += WorkshopKinds.all
        additions.analyses += [.workshop, .programme, .commitments]
    }
}
