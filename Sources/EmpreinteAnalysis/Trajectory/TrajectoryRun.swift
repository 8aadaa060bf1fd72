internal import EmpreinteEngine
public import EmpreinteModel
public import EmpreinteText

/// Follows people, however many, over the years of each course asked for.
public struct TrajectoryRun {
    let request: Analysis.Request
    let span: TrajectorySpan
    /// The courses asked for, after the baseline where they differ from it.
    private(set) var courses: [Followed]
    /// The last of the courses of `courses` that was asked for is the first after these.
    let baselineCount: Int
    /// Whether each person is evaluated once, switching options or not, rather than as the mean of those like them.
    public let isCrowd: Bool
    /// The draws of figures asked for.
    let draws: Draws?
    private(set) var people = 0
    private var ids: [String] = []

    /// A course, and those who were followed along it.
    struct Followed {
        let course: Course
        let evaluator: PopulationEvaluator
        var group: GroupTrajectory
        /// The first people, up to `Analysis.mostShown`.
        var shown: [Trajectory] = []
        var check: CourseCheck
        var observed: CourseObservation?
        /// The totals in every draw, where draws are asked for.
        var drawn: DrawnGroup?
        /// Where the totals lie in the years shown, by total; known once everybody has been followed.
        var bands: [[Band]] = []
    }

    /// From this many people on, those who switch options in part are drawn one by one.
    public static let crowd = 10_000

    /// - Throws: what is wrong with the options and the plan.
    public init(_ request: Analysis.Request, isCrowd: Bool, threadCount: Int = 1) throws(CompilationError) {
        self.request = request
        self.isCrowd = isCrowd
        span = try TrajectorySpan(request)
        let asked = try request.courses()
        let hasChoices = asked.contains { !$0.isEmpty || $0.scenario != nil }
        let seed = try request.seed()
        draws = try Draws(request)
        let shocks = draws.map { _ in FigureShocks(request.model) }
        let model = request.model
        let start = span.shown.lowerBound
        let baseline = hasChoices ? [Course(model)] : []
        baselineCount = baseline.count
        // Most models have no action, and the graph with actions in it is needed for no baseline.
        var acting: Acting?
        let isActed = hasChoices || request.people.contains { !$0.taken.isEmpty }
        if isActed {
            acting = Acting(graph: ActedGraph(model), splitting: isCrowd ? .drawn(seed: seed) : .exact(seed: seed))
        }
        let people = request.people
        courses = []
        for course in baseline + asked {
            let set = course.set(in: model, from: start)
            var own = acting
            if !course.own.isEmpty || people.contains(where: { !$0.taken.isEmpty }) {
                let chosen = course.own.values.joined().map(\.action) + people.flatMap(\.taken)
                own?.offered = Set(chosen + set.order).filter { acting?.graph.strengths[$0] != nil }.sorted()
            }
            own?.set = set
            let isPlain = course.isEmpty && own?.offered == nil
            var evaluator = try PopulationEvaluator(model, years: span.computed, acting: isPlain ? nil : own)
            evaluator.threadCount = threadCount
            let check = CourseCheck(request, course, from: start)
            try check.throwIfErrors()
            courses.append(
                Followed(
                    course: course, evaluator: evaluator, group: GroupTrajectory(evaluator), check: check,
                    observed: CourseObservation(evaluator, set),
                    drawn: draws.flatMap { draws in shocks.map { DrawnGroup(evaluator, $0, draws) } }))
        }
    }

    /// What is computed of each person and year.
    var outputs: [PopulationEvaluator.Output] { courses[0].evaluator.outputs }

    // MARK: People

    /// Follows people one by one.
    ///
    /// - Parameters:
    ///   - groups: the group of each, where there are groups.
    ///   - record: takes each person's way along each course asked for.
    /// - Throws: choices that cannot be; why a value is no number.
    public mutating func add(
        _ people: [Person], groups: [Int32] = [], record: ((Course, Trajectory) -> Void)? = nil
    ) throws(CompilationError) {
        // In pieces, so that a crowd takes no more memory than a piece of it.
        for start in stride(from: 0, to: people.count, by: Analysis.mostShown) {
            let piece = Array(people[start..<min(start + Analysis.mostShown, people.count)])
            for index in courses.indices {
                for person in piece { courses[index].check.add(person) }
                try courses[index].check.throwIfErrors()
                let trajectories = try courses[index].trajectories(of: piece, request.model, span)
                for (position, trajectory) in trajectories.enumerated() {
                    let group = groups.isEmpty ? nil : Int(groups[start + position])
                    courses[index].group.add(trajectory, weight: piece[position].weight, group: group)
                    if index >= baselineCount { record?(courses[index].course, trajectory) }
                }
                if courses[index].shown.count < Analysis.mostShown { courses[index].shown += trajectories }
                try courses[index].observed?.add(PeopleColumns(piece, request.model))
                try courses[index].addDrawn(piece, request.model, span)
            }
            self.people += piece.count
            if ids.count < Analysis.mostShown { ids += piece.map(\.id) }
        }
    }

    /// Follows a block of people.
    public mutating func add(
        _ block: borrowing PeopleColumns, record: ((Course, Trajectory) -> Void)? = nil
    ) throws(CompilationError) {
        let isApart = courses.contains { course in
            !course.course.own.isEmpty
                && (0..<block.count).contains {
                    course.course.own[String(decoding: block.id(of: $0), as: UTF8.self)] != nil
                }
        }
        guard isCrowd, !isApart, record == nil else {
            var people: [Person] = []
            people.reserveCapacity(block.count)
            for index in 0..<block.count { people.append(block.person(index)) }
            return try add(people, groups: block.groups, record: record)
        }
        for index in courses.indices {
            try courses[index].group.add(block, courses[index].evaluator)
            try courses[index].observed?.add(block)
            let evaluator = courses[index].evaluator
            try courses[index].drawn?.add(block, evaluator)
        }
        people += block.count
    }

    // MARK: Report

    /// Sets everything out.
    ///
    /// - Parameter groups: the names of the groups, by their codes.
    /// - Throws: people of a plan who were not there.
    public mutating func report(groups: [String] = []) throws(CompilationError) -> Report {
        for index in courses.indices {
            try courses[index].check.finish(ids)
            if people > 0 { courses[index].bands = courses[index].drawn?.bands(in: span.shown) ?? [] }
        }
        let attributions = try attributions()
        return TrajectoryReport(run: self, attributions: attributions, groupNames: groups).report
    }

    /// The baseline, where the courses asked for differ from it.
    var baseline: Followed? { baselineCount > 0 ? courses.first : nil }
    /// The courses asked for.
    var asked: ArraySlice<Followed> { courses[baselineCount...] }
}

extension TrajectoryRun.Followed {
    /// People one by one, those under one set of actions together.
    func trajectories(
        of people: [Person], _ model: Model, _ span: TrajectorySpan
    ) throws(CompilationError) -> [Trajectory] {
        var trajectories = [Trajectory?](repeating: nil, count: people.count)
        for (evaluator, members) in evaluators(for: people, model, span) {
            let own = try evaluator.trajectories(of: members.map { people[$0] })
            for (index, trajectory) in zip(members, own) { trajectories[index] = trajectory }
        }
        return trajectories.compactMap { $0 }
    }

    /// Adds people to the group in every draw.
    mutating func addDrawn(
        _ people: [Person], _ model: Model, _ span: TrajectorySpan
    ) throws(CompilationError) {
        guard drawn != nil else { return }
        for (evaluator, members) in evaluators(for: people, model, span) {
            try drawn?.add(members.map { people[$0] }, evaluator)
        }
    }

    /// An evaluator for each set of actions, and those who are under it, by position.
    private func evaluators(
        for people: [Person], _ model: Model, _ span: TrajectorySpan
    ) -> [(evaluator: PopulationEvaluator, members: [Int])] {
        guard evaluator.acting?.offered != nil else { return [(evaluator, Array(people.indices))] }
        var sets: [[Int: ActionSet.Taking]: (set: ActionSet, people: [Int])] = [:]
        for (index, person) in people.enumerated() {
            let set = course.set(for: person, in: model, from: span.shown.lowerBound)
            sets[set.takings, default: (set, [])].people.append(index)
        }
        return sets.values.sorted { $0.people[0] < $1.people[0] }.map { (evaluator.under($0.set), $0.people) }
    }
}

extension Analysis.Request {
    /// The seed of what is drawn.
    ///
    /// - Throws: `option.seed`.
    func seed() throws(CompilationError) -> UInt64 {
        let text = self["seed"]
        guard let seed = text.isEmpty ? 1 : UInt64(text) else {
            throw CompilationError("option.seed", "seed is a whole number, not '\(text)'", in: sources)
        }
        return seed
    }
}
