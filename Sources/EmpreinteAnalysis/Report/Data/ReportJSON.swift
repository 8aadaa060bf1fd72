internal import EmpreinteText

/// Writes a report's data for programs: where the numbers come from, then the members in order.
public struct ReportJSON: ReportRenderer, Hashable {
    /// The version of the layout; it changes when a program that reads it would have to.
    public static let format = 1

    public init() {}

    public func render(_ report: Report) -> String {
        if let listing = report.listing { return JSON.array(listing).text() + "\n" }
        let about = report.about
        var members: [JSON.Member] = [
            .init("format", .integer(Self.format)),
            .init("engine", .string(about.engine)),
            .init("pack", .string(about.pack)),
            .init("version", .string(about.version)),
            .init("hash", .string(about.hash)),
        ]
        if let year = about.year { members.append(.init("year", .integer(year))) }
        return JSON.object(members + report.data).text() + "\n"
    }
}
