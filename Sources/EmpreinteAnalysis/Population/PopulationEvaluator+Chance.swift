internal import EmpreinteEngine
internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

/// How wrong figures are taken to be.
enum Chance: Sendable {
    /// Not at all.
    case central
    /// For one person, as in each of some draws: a lane is a draw.
    case lanes(DrawnShocks)
    /// For everybody, as in one draw: the shocks by input.
    case draw([Int: Double])
}

extension PopulationEvaluator {
    /// The same people, with figures that are wrong.
    func under(_ chance: Chance) -> PopulationEvaluator {
        var other = self
        other.chance = chance
        return other
    }

    /// The same people, of whom only the totals of the indicators are computed.
    var totals: PopulationEvaluator {
        let kept = outputs.indices.filter { !outputs[$0].id.contains(".") }
        var other = computing(kept.map { nodes[$0] })
        other.outputs = kept.map { outputs[$0] }
        return other
    }

    /// One person's values in each of some draws, a lane each.
    ///
    /// Who switches options is settled by the figures as published: an action applies to answers, not to chance.
    /// - Throws: `draws.not_finite`.
    func drawn(_ person: Person, _ shocks: DrawnShocks) throws(CompilationError) -> PopulationResults {
        let lanes = under(.lanes(shocks))
        let columns = PeopleColumns([person], model)
        var results = PopulationResults()
        if let acting, case .exact = acting.splitting, !isWhole {
            let actions = partialGroups.flatMap(\.self)
            var shares = PopulationResults()
            try computing(actions.compactMap { acting.graph.shares[$0] }).evaluate(columns, .whole, into: &shares)
            let yearCount = years?.count ?? 1
            let able = actions.indices.filter { action in
                (0..<yearCount).contains { shares[action, 0, year: $0] > 0 }
            }
            let groups = partialGroups.map { $0.compactMap(actions.firstIndex(of:)).filter(able.contains) }
            results = try lanes.means(of: [person], actions, groups.filter { !$0.isEmpty }) { action, _, year in
                shares[action, 0, year: year]
            }
        } else {
            try lanes.evaluate(columns, into: &results)
        }
        guard results.isFinite else {
            throw CompilationError(
                "draws.not_finite", "\(person.id) has a result that is no number of any use in some draws",
                in: model.sources)
        }
        return results
    }

    /// Binds the shocks.
    func bindChance(_ binding: inout Binding, _ given: inout [Int: Run.Input]) {
        switch chance {
        case .central: break
        case .lanes(let shocks): for slot in shocks.slots { binding.inputs[slot] = .lane }
        case .draw(let values):
            for (slot, value) in values {
                binding.inputs[slot] = .uniform
                given[slot] = .uniform(value)
            }
        }
    }

    /// The figures whose shocks a person's results rest on.
    func figuresRead(by person: Person, _ shocks: DrawnShocks) -> [Int] {
        under(.lanes(shocks)).columnsNeeded(PeopleColumns([person], model))
    }
}
