internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// What commitments come to, every person's footprint computed anew with all of them together.
struct CommitmentEffect {
    /// What is taken of those of which nothing is known.
    enum Unknown: String, CaseIterable {
        case zero, pledged
        case meanOfKnown = "mean_of_known"
    }

    /// What is saved in a year, in the unit of the indicator, by all of them.
    let saved: [Unknown: Double]
    /// If all were kept as promised.
    let promised: Double

    /// - Parameters:
    ///   - people: the answers of those who gave some; the default person stands for others.
    ///   - year: the year looked at.
    /// - Throws: why a value is no number.
    init(
        _ commitments: [Commitment], people: [Person], goal indicator: Int, in year: Int, _ model: Model,
        _ acted: ActedEvaluator
    ) throws(CompilationError) {
        guard let node = model.indicators[indicator].total, !commitments.isEmpty else {
            (saved, promised) = ([:], 0)
            return
        }
        let answers = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var names: [String] = []
        var own: [String: [Commitment]] = [:]
        for commitment in commitments {
            if own[commitment.person] == nil { names.append(commitment.person) }
            own[commitment.person, default: []].append(commitment)
        }
        let seen = commitments.compactMap { commitment in commitment.last()?.level.map { min($0 / commitment.level, 1) }
        }
        let mean = seen.isEmpty ? 0 : seen.mean
        func level(_ commitment: Commitment, _ unknown: Unknown) -> Double {
            if let level = commitment.last()?.level { return level }
            return switch unknown {
            case .zero: 0
            case .pledged: commitment.level
            case .meanOfKnown: commitment.level * mean
            }
        }
        func set(_ name: String, _ level: (Commitment) -> Double) -> ActionSet {
            var set = ActionSet()
            for commitment in own[name] ?? []
            where commitment.start.year <= year && !model.actions[commitment.action].effects.isEmpty {
                if let until = commitment.until, until.year < year { continue }
                let level = level(commitment)
                if level > 0 { set[commitment.action] = .init(level: level, start: commitment.start.year) }
            }
            return set
        }
        let cast = names.map { answers[$0] ?? Person(id: $0) }
        let offered = Set(commitments.map(\.action))
        let evaluator = acted.offering(Array(offered))
        func total(_ level: (Commitment) -> Double) throws(CompilationError) -> Double {
            let sets = names.map { set($0, level) }
            let values = try evaluator.values(of: [node], people: cast, under: sets, paired: true, in: [year])
            return cast.indices.reduce(0) { $0 + values[0, person: $1, set: 0] }
        }
        let none = try total { _ in 0 }
        var saved: [Unknown: Double] = [:]
        for unknown in Unknown.allCases { saved[unknown] = none - (try total { level($0, unknown) }) }
        self.saved = saved
        promised = none - (try total { $0.level })
    }
}
