internal import EmpreinteModel
public import EmpreinteText

/// Writes trajectories person by person: CSV with a row a year, or JSON with a line a person.
public struct TrajectoryRecords {
    private let outputs: [PopulationEvaluator.Output]
    private let model: Model
    private let span: TrajectorySpan
    private let isJSON: Bool
    private var writer: RecordWriter
    private var lines: [UInt8] = []

    /// - Parameter isJSON: a line of JSON a person and course, rather than CSV.
    public init(_ run: TrajectoryRun, isJSON: Bool, style: CSVStyle) {
        outputs = run.outputs
        model = run.request.model
        span = run.span
        self.isJSON = isJSON
        writer = RecordWriter(style)
        guard !isJSON else { return }
        for name in ["id", "scenario", "year"] + outputs.map(\.id) { writer.text(name) }
        writer.endRecord()
    }

    /// Writes one person along one course.
    public mutating func write(_ course: Course, _ trajectory: Trajectory) {
        let id = trajectory.id ?? ""
        let scenario = course.scenario.map { model.scenarios[$0].id } ?? (course.hasPlan ? "plan" : "baseline")
        let first = span.shown.lowerBound - trajectory.years.lowerBound
        guard isJSON else {
            for (position, year) in span.shown.enumerated() {
                writer.text(id)
                writer.text(scenario)
                writer.number(Double(year))
                for output in outputs.indices { writer.number(trajectory[output][first + position]) }
                writer.endRecord()
            }
            return
        }
        var members: [JSON.Member] = [
            .init("id", .string(id)), .init("scenario", .string(scenario)),
            .init("years", .array(span.shown.map(JSON.integer))),
        ]
        for indicator in model.indicators {
            guard let total = outputs.firstIndex(where: { $0.id == indicator.id }) else { continue }
            func values(_ output: Int) -> JSON {
                .array(trajectory[output][first..<first + span.shown.count].map(JSON.number))
            }
            let branches = outputs.indices.filter { outputs[$0].id.hasPrefix(indicator.id + ".") }
            members.append(
                .init(
                    indicator.id,
                    .object([
                        .init("total", values(total)),
                        .init(
                            "categories",
                            .object(
                                branches.map {
                                    .init(String(outputs[$0].id.dropFirst(indicator.id.count + 1)), values($0))
                                })),
                    ])))
        }
        lines += Array((JSON.object(members).text(.compact) + "\n").utf8)
    }

    /// Takes away what was written.
    public mutating func take() -> [UInt8] {
        defer {
            writer.removeAll()
            lines.removeAll(keepingCapacity: true)
        }
        return isJSON ? lines : writer.bytes
    }
}
