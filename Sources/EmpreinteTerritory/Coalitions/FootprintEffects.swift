internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// What actions of the model bring to the footprints of the people who coalitions say take them.
///
/// Actions on one account are evaluated together, so that nothing counts twice.
struct FootprintEffects {
    /// The year, and how many people were evaluated to stand for those meant; nothing where no claim takes an action.
    let basis: (year: Int, people: Int, isDefaultPerson: Bool)?
    /// What one person's footprint comes to less, by what is taken together.
    private var savings: [Set<Part>: Double] = [:]

    /// An action, and how far some people take it.
    private struct Part: Hashable {
        let action: Int
        let level: Double
        let adoption: Double

        init(_ taking: Claim.Taking) { (action, level, adoption) = (taking.action, taking.level, taking.adoption) }
    }

    /// The most ways to take the actions of one account that are evaluated.
    private static let mostTogether = 4096

    /// Evaluates what claims take, and fills in their quantities and reductions.
    ///
    /// Codes: `claim.unquantified`, `claim.applies`, `claim.together`, `claim.many`.
    ///
    /// - Throws: those, and why a footprint is no number.
    init(_ request: Analysis.Request, _ claims: inout [Claim]) throws(CompilationError) {
        let model = request.model
        let taken = claims.compactMap(\.taking)
        guard !taken.isEmpty, let indicator = model.indicator("ghg"), let total = model.indicators[indicator].total
        else {
            basis = nil
            return
        }
        let year = request.year ?? model.years.reference
        try model.checkYear(year)
        let people = request.everyone
        basis = (year, people.count, people.map(\.id) == [Analysis.Request.defaultPerson])
        let applicability = Applicability(model)
        for action in Set(taken.map(\.action)).sorted() {
            let id = model.actions[action].id
            if model.actions[action].effects.isEmpty {
                throw CompilationError(
                    "claim.unquantified", "no effect of '\(id)' is known", hint: "state base and reduce instead",
                    in: request.sources)
            }
            if !people.contains(where: { applicability.applies(action, to: $0, in: year) }) {
                throw CompilationError(
                    "claim.applies", "'\(id)' applies to none of the people who stand for those meant",
                    hint: "give people it applies to, with their weights", in: request.sources)
            }
        }
        // Every way in which the actions of an account can be taken by some of the coalitions.
        var ways: [Set<Part>] = []
        for (key, own) in Dictionary(grouping: claims.filter { $0.taking != nil }, by: \.key).sorted(by: {
            $0.key < $1.key
        }) {
            let parts = Dictionary(grouping: Set(own.compactMap(\.taking).map(Part.init)), by: \.action)
            try Self.check(parts.keys.sorted(), of: key, request)
            var combined: [Set<Part>] = [[]]
            for (_, choices) in parts {
                guard combined.count * (choices.count + 1) <= Self.mostTogether else {
                    throw CompilationError(
                        "claim.many", "too many actions are taken on '\(key)' to see what they bring together",
                        hint: "part the account", in: request.sources)
                }
                combined += combined.flatMap { way in choices.map { way.union([$0]) } }
            }
            ways += combined
        }
        ways = Array(Set(ways))
        let sets = ways.map { way in
            var set = ActionSet(fully: way.map(\.action).sorted())
            for part in way {
                set[part.action]?.level = part.level
                set[part.action]?.adoption = .always(part.adoption)
            }
            return set
        }
        let evaluator = ActedEvaluator(
            model, offered: Set(taken.map(\.action) + people.flatMap(\.taken)).sorted())
        let means = try evaluator.means(of: [total], people: people, under: [ActionSet()] + sets, in: [year])
        let whole = means[0, person: 0, set: 0, year: 0]
        for position in ways.indices {
            savings[ways[position]] = whole - means[0, person: 0, set: position + 1, year: 0]
        }
        for index in claims.indices {
            guard let taking = claims[index].taking else { continue }
            claims[index].unit = model.indicators[indicator].unit.description
            claims[index].base = taking.people * whole
            claims[index].reduction = (savings[[Part(taking)]] ?? 0) / whole
        }
    }

    /// Actions that shut one another out are not taken by the same people.
    private static func check(_ actions: [Int], of key: String, _ request: Analysis.Request) throws(CompilationError) {
        let problems = ChoiceCheck(request.model).problems(of: ActionSet(fully: actions))
        for problem in problems {
            guard case .excluded(let one, let other) = problem else { continue }
            let names = [one, other].map { request.model.actions[$0].id }
            throw CompilationError(
                "claim.together", "'\(names[0])' and '\(names[1])' on '\(key)' shut one another out",
                hint: "part the account by who takes which", in: request.sources)
        }
    }

    /// What claims on one account come to together; nothing for those that state what they reduce.
    func joint(_ claims: [Claim]) -> Double? {
        let takings = claims.compactMap(\.taking)
        guard takings.count == claims.count, let people = takings.first?.people else { return nil }
        return savings[Set(takings.map(Part.init))].map { people * $0 }
    }
}
