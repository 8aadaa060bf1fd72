/// The analyses that come with the engine.
public struct BuiltInAnalyses: Plugin {
    public let name = "analyses"
    public let version = Release.version

    public init() {}

    public func register(in additions: inout Registry.Additions) {
        additions.analyses += [.footprint, .trajectory, .actions, .sensitivity, .explain, .change, .list, .test]
        additions.formats += ReportFormat.builtIn
    }
}
