internal import EmpreinteModel
public import EmpreinteText

extension Analysis {
    /// Results year by year, by branch, for each person and for all of them, with the way to the targets.
    public static let trajectory = Analysis(
        "trajectory", "Results year by year, by branch, with the way to the targets.",
        options: [
            Option("from", .text, standing: "reference", "the first year: a year, or reference"),
            Option("to", .text, standing: "end", "the last year: a year, or end"),
        ]
    ) { request throws(CompilationError) in
        let span = try TrajectorySpan(request)
        let evaluator = try PopulationEvaluator(request.model, years: span.computed)
        var group = GroupTrajectory(evaluator)
        var people: [Trajectory] = []
        let everyone = request.everyone
        // In pieces, so that a crowd takes no more memory than a piece of it.
        for start in stride(from: 0, to: everyone.count, by: Self.mostShown) {
            let piece = everyone[start..<min(start + Self.mostShown, everyone.count)]
            try group.add(PeopleColumns(piece, request.model))
            if everyone.count <= Self.mostShown { people += try evaluator.trajectories(of: Array(piece)) }
        }
        return group.report(request, span, people: people)
    }

    /// Up to this many people are shown one by one.
    public static let mostShown = 1000
}

/// The years a trajectory shows, and those it needs to know.
public struct TrajectorySpan: Sendable {
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

extension GroupTrajectory {
    /// Sets out the means, and the people when there are few.
    ///
    /// - Parameter people: the trajectories to show one by one; none for a crowd.
    public func report(
        _ request: Analysis.Request, _ span: TrajectorySpan, people trajectories: [Trajectory]
    ) -> Report {
        TrajectoryReport(request: request, span: span, outputs: outputs, group: self, people: trajectories).report
    }
}
