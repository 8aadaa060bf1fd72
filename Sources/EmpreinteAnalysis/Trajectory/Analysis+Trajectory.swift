internal import EmpreinteModel
public import EmpreinteText

extension Analysis {
    /// Results year by year, by branch, for each person and for all of them, with the way to the targets: as things are,
    /// or along scenarios and a plan.
    public static let trajectory = Analysis(
        "trajectory", "Results year by year, by branch, with the way to the targets.",
        documents: [DocumentKind.plan.name],
        options: [
            Option("from", .text, standing: "reference", "the first year: a year, or reference"),
            Option("to", .text, standing: "end", "the last year: a year, or end"),
            Option("scenario", .text, standing: "", "the scenarios to follow, separated by commas"),
            Option(
                "attribution", .word(["none"] + Attribution.Method.allCases.map(\.rawValue) + ["all"]),
                standing: "none", "what each action brings, by this method"),
            Draws.option, Draws.seedOption,
        ]
    ) { request throws(CompilationError) in
        let everyone = request.everyone
        var run = try TrajectoryRun(request, isCrowd: everyone.count >= TrajectoryRun.crowd)
        try run.add(everyone)
        return try run.report()
    }

    /// Up to this many people are shown one by one.
    public static let mostShown = 1000
}

/// The years a trajectory shows, and those it needs to know.
public struct TrajectorySpan: Sendable {
    /// The years shown.
    public let shown: ClosedRange<Int>
    /// The years shown, and the base years of targets before them.
    public let computed: ClosedRange<Int>

    /// Reads the options `from` and `to`.
    ///
    /// - Throws: `option.year`, `year.outside`, `year.order`.
    public init(_ request: Analysis.Request) throws(CompilationError) {
        let model = request.model
        func year(_ name: String, else usual: Int) throws(CompilationError) -> Int {
            let text = request[name]
            guard !text.isEmpty, text != "reference", text != "end" else { return usual }
            guard let year = Int(text) else {
                throw CompilationError("option.year", "\(name) is a year, not '\(text)'", in: model.sources)
            }
            return year
        }
        let first = try year("from", else: request.year ?? model.years.reference)
        let last = try year("to", else: model.years.range.upperBound)
        try model.checkYear(first)
        try model.checkYear(last)
        guard first <= last else {
            throw CompilationError("year.order", "\(last) is before \(first)", in: model.sources)
        }
        shown = first...last
        let bases = model.targets.compactMap { target in
            if case .year(let year)? = target.base { year } else { nil }
        }
        computed = min(first, bases.min() ?? first)...max(last, bases.max() ?? last)
    }
}
