internal import EmpreinteModel
internal import EmpreinteText

extension RoomReader {
    /// Reads a workshop; nothing when it is refused.
    ///
    /// Codes: `workshop.goal`, `workshop.start`, `round.years`, `round.duplicate`, `round.empty`, `round.decide`,
    /// `round.domain`, `workshop.size` and those of amounts.
    mutating func workshop(_ document: Document) -> Workshop? {
        let errors = diagnostics.errorCount
        guard let name = document["id"] else { return nil }
        let id = name.text
        let start = count(document["start"], in: model.years.range) ?? model.years.reference
        guard let goal = goal(document["goal"], name) else { return nil }
        if goal.year <= start { refuse(document["goal"] ?? name, "workshop.goal", "the goal is not after the start") }
        let given = document["rounds"]?.items.map { $0 } ?? []
        let rounds = given.isEmpty ? usualRounds(from: start, to: goal.year) : rounds(given, after: start)
        if let rounds = document["rounds"], given.isEmpty { refuse(rounds, "round.empty", "a workshop has rounds") }
        let size = size(document["people"])
        var prices: [Int: Workshop.Price] = [:]
        for entry in document["prices"]?.entries.map({ $0 }) ?? [] {
            if let action = action(entry.key), let price = price(entry.value) { prices[action] = price }
        }
        let gauges = (document["gauges"]?.entries.map { $0 } ?? []).compactMap { gauge($0.key, $0.value) }
        let influences = (document["influence"]?.entries.map { $0 } ?? []).compactMap { entry -> Workshop.Influence? in
            guard let action = action(entry.key), let raised = entry.value["raises"].flatMap({ self.action($0) }),
                let gain = price(entry.value["by"])
            else { return nil }
            return .init(action: action, raised: raised, gain: gain.amount)
        }
        let population = count(document["population"], in: 1...20_000_000_000)
        if let influence = document["influence"], population == nil {
            refuse(
                influence, "workshop.population", "influence needs the population it spreads in", hint: "population:")
        }
        let promise = document["after"]?["commitments"]
        guard diagnostics.errorCount == errors else { return nil }
        return Workshop(
            id: id, label: label(document["label"], else: id), goal: goal, start: start, size: size, rounds: rounds,
            prices: prices, gauges: gauges, influences: influences, population: population,
            promise: .init(
                isOnePerDomain: promise?["one_per"]?.text != "none",
                horizon: promise?["horizon"].flatMap { horizon($0) } ?? 10), assumption: assumption(document))
    }

    private mutating func horizon(_ node: Node) -> Double? {
        if let price = price(node), price.unit.hasPrefix("year") || price.unit.isEmpty, price.amount > 0 {
            return price.amount
        }
        refuse(node, "amount.invalid", "a horizon is a number of years", hint: "horizon: 10 years")
        return nil
    }

    private mutating func goal(_ node: Node?, _ name: Node) -> Workshop.Goal? {
        let named = node?["indicator"]
        guard let indicator = named.map({ self.indicator($0) }) ?? model.indicator("ghg") else {
            if named == nil { refuse(name, "workshop.goal", "the goal does not say what is aimed at", hint: "goal:") }
            return nil
        }
        guard let total = model.indicators[indicator].total else {
            refuse(named ?? name, "workshop.goal", "no branch of the pack counts '\(model.indicators[indicator].id)'")
            return nil
        }
        guard let node else {
            let target = model.targets.first { $0.indicator == indicator && $0.base == nil }
            guard let target else {
                refuse(name, "workshop.goal", "neither the workshop nor the pack has a goal", hint: "goal:")
                return nil
            }
            return .init(indicator: indicator, total: total, value: target.value, year: target.year)
        }
        guard let value = value(node["per_person"], of: indicator), let year = count(node["by"], in: model.years.range)
        else { return nil }
        return .init(indicator: indicator, total: total, value: value, year: year)
    }

    private mutating func size(_ node: Node?) -> ClosedRange<Int> {
        let least = count(node?["min"], in: 1...1000) ?? 10
        let most = count(node?["max"], in: 1...1000) ?? max(15, least)
        if let node, most < least { refuse(node, "workshop.size", "at most \(most) people, and at least \(least)") }
        return least...max(most, least)
    }

    private mutating func gauge(_ key: Node, _ node: Node) -> Workshop.Gauge? {
        guard let indicator = indicator(key) else { return nil }
        let low = value(node["at_least"], of: indicator) ?? -Double.infinity
        let high = value(node["at_most"], of: indicator) ?? .infinity
        guard low <= high else {
            refuse(node, "gauge.range", "the lowest value wanted is above the highest")
            return nil
        }
        return .init(indicator: indicator, wanted: low...high)
    }

    // MARK: Rounds

    /// Eight rounds, for oneself and for everybody by turns.
    private func usualRounds(from start: Int, to end: Int) -> [Round] {
        let count = min(8, max(end - start, 1))
        return Round.years(from: start, to: end, count: count).enumerated().map { turn, until in
            let isPublic = turn % 2 == 1
            return Round(
                id: "r\(turn + 1)", label: Label("\(until)", language: model.identity.language), isPublic: isPublic,
                until: until, allowed: allowed(isPublic), mostPicks: nil, budget: nil, decision: .facilitator)
        }
    }

    private func allowed(_ isPublic: Bool) -> Set<Int> {
        Set(
            model.actions.indices.filter { action in
                let actor = model.actions[action].actor
                return isPublic ? actor.changesFigures : actor == .person || actor == .household
            })
    }

    private mutating func rounds(_ nodes: [Node], after start: Int) -> [Round] {
        var rounds: [Round] = []
        for node in nodes {
            guard let name = node["id"], let who = node["who"], let until = node["until"],
                let year = count(until, in: model.years.range)
            else { continue }
            if rounds.contains(where: { $0.id == name.text }) {
                refuse(name, "round.duplicate", "there are two rounds '\(name.text)'")
            }
            if year <= rounds.last?.until ?? start {
                refuse(until, "round.years", "a round ends after the one before it, in \(rounds.last?.until ?? start)")
            }
            let isPublic = who.textEquals("public")
            rounds.append(
                Round(
                    id: name.text, label: label(node["label"], else: name.text), isPublic: isPublic, until: year,
                    allowed: allowed(node, isPublic), mostPicks: count(node["picks"], in: 1...1000),
                    budget: price(node["budget"]), decision: decision(node["decide"], isPublic)))
        }
        return rounds
    }

    private mutating func allowed(_ node: Node, _ isPublic: Bool) -> Set<Int> {
        let actions = allowed(isPublic)
        if let listed = node["actions"] {
            return Set(
                listed.items.compactMap { item -> Int? in
                    guard let action = action(item) else { return nil }
                    if actions.contains(action) { return action }
                    refuse(
                        item, "round.actor", "'\(item.text)' is not for the round's \(isPublic ? "public" : "people")")
                    return nil
                })
        }
        guard let domains = node["domains"] else { return actions }
        var kept: Set<Int> = []
        for domain in domains.items {
            guard let index = model.category(domain.text), model.categories[index].isTop else {
                let tops = model.categories.filter(\.isTop).map(\.id)
                refuse(
                    domain, "round.domain", "no top branch is called '\(domain.text)'",
                    hint: Spelling.didYouMean(domain.text, among: tops) ?? "branches: \(tops.joined(separator: ", "))")
                continue
            }
            kept.formUnion(actions.filter { model.actions[$0].domain == index })
        }
        return kept
    }

    private mutating func decision(_ node: Node?, _ isPublic: Bool) -> Round.Decision {
        guard let node else { return .facilitator }
        if !isPublic { refuse(node, "round.decide", "each decides for oneself in a round of persons") }
        if node.textEquals("majority") { return .majority }
        return share(node["at_least"]).map { .share($0) } ?? .facilitator
    }
}
