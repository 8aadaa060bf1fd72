internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension CoalitionReader {
    /// Reads what a coalition says it reduces.
    mutating func claim(_ node: Node, of coalition: Coalition, at position: Int) -> Claim? {
        guard let account = node["account"], let start = figures.year(node["start"]) else { return nil }
        let owner = account.text.prefix { $0 != "/" }
        if !coalition.members.contains(where: { $0.id == owner }) {
            figures.refuse(
                account, "claim.member", "'\(owner)' is no member of '\(coalition.id)'",
                hint: "an account starts with a member, as in member_a/outdoor_light")
        }
        guard var claim = node["people"] == nil ? stated(node, account) : taken(node, account) else { return nil }
        claim.coalition = position
        claim.start = start
        if node["action"] == nil { claim.action = coalition.id }
        claim.shared = node["shared"]?.text
        claim.end = figures.year(node["until"])
        if let until = node["until"], let end = claim.end, end < start {
            figures.refuse(until, "claim.until", "the claim ends before it starts")
        }
        claim.sector = node["sector"].flatMap { checkSector($0, claim.unit) ? $0.text : nil }
        claim.issue = node["issue"]?.text
        if let issue = node["issue"], !coalition.issues.contains(issue.text) {
            figures.refuse(issue, "claim.issue", "'\(issue.text)' is no issue of '\(coalition.id)'")
        }
        if let share = node["share"] {
            claim.share = figures.share(share)
            if let value = claim.share, !(0...1).contains(value) {
                figures.refuse(share, "claim.share", "a share is from 0 to 100 %")
            }
        }
        claim.history = history(node["status"])
        return claim
    }

    /// A quantity, and the part of it that is taken away.
    private mutating func stated(_ node: Node, _ account: Node) -> Claim? {
        guard let baseNode = node["base"], let reduceNode = node["reduce"] else {
            figures.refuse(
                node, "claim.amount", "a claim states base and reduce, or the people who take an action of the pack",
                hint: "as in base: 400 MWh/year, reduce: 30 %")
            return nil
        }
        guard let base = figures.amount(baseNode) else { return nil }
        guard base.value > 0 else {
            figures.refuse(baseNode, "claim.base", "there is nothing to reduce")
            return nil
        }
        guard let reduction = reduction(reduceNode, of: base) else { return nil }
        if reduction > 1 {
            figures.refuse(reduceNode, "claim.above", "more is taken away than the account holds")
        }
        if reduction < 0, node["increase"]?.flag != true {
            figures.refuse(
                reduceNode, "claim.negative", "the quantity grows", hint: "add increase: true where that is meant")
        }
        return Claim(
            coalition: 0, account: account.text, action: node["action"]?.text ?? "", base: base.value,
            unit: base.unit.description, reduction: reduction,
            relation: node["overlap"].flatMap { .init(rawValue: $0.text) } ?? .independent, start: 0)
    }

    /// People who take an action of the pack; what that brings is computed once all claims are known.
    private mutating func taken(_ node: Node, _ account: Node) -> Claim? {
        for name in ["base", "reduce", "increase", "overlap", "sector"] {
            guard let other = node[name] else { continue }
            figures.refuse(
                other, "claim.amount", "where people take an action of the pack, the model says what that brings",
                hint: "leave \(name) out")
        }
        guard let actionNode = node["action"] else {
            figures.refuse(node, "action.unknown", "which action of the pack people take is not said", hint: "action:")
            return nil
        }
        guard let action = model.actions.firstIndex(where: { actionNode.textEquals($0.id) }) else {
            figures.refuse(
                actionNode, "action.unknown", "no action is called '\(actionNode.text)'",
                hint: Spelling.didYouMean(actionNode.text, among: model.actions.map(\.id)))
            return nil
        }
        guard let people = people(node["people"]) else { return nil }
        var adoption = 1.0
        if let share = node["adoption"] {
            guard let value = figures.share(share) else { return nil }
            guard value > 0, value <= 1 else {
                figures.refuse(share, "claim.adoption", "the share who take it is above 0 and up to 100 %")
                return nil
            }
            adoption = value
        }
        var level = 1.0
        if let wanted = node["level"] {
            let named = model.actions[action].levels.first { wanted.textEquals($0.name) }?.value
            let share = try? model.units.quantity(wanted.text)
            guard let value = named ?? share.flatMap({ $0.unit.conversion(to: .one)?($0.value) }), value > 0, value <= 1
            else {
                let names = model.actions[action].levels.map(\.name) + ["a share above 0, up to 100 %"]
                figures.refuse(
                    wanted, "action.level", "'\(wanted.text)' is no level of '\(actionNode.text)'",
                    hint: "levels: \(names.joined(separator: ", "))")
                return nil
            }
            level = value
        }
        return Claim(
            coalition: 0, account: account.text, action: actionNode.text, base: 0, unit: "", reduction: 0, start: 0,
            taking: .init(action: action, level: level, people: people, adoption: adoption))
    }

    /// A number of people, or a share of those of the territory.
    private mutating func people(_ node: Node?) -> Double? {
        guard let node, let amount = figures.amount(node) else { return nil }
        guard let count = amount.unit.conversion(to: .one)?(amount.value), count > 0 else {
            figures.refuse(node, "claim.people", "'\(node.text)' is no number of people", hint: "as in 2000 or 10 %")
            return nil
        }
        guard node.text.utf8.last == UInt8(ascii: "%") else { return count }
        guard count <= 1, let population = model.territory?.population.last?.value else {
            figures.refuse(
                node, "claim.people", "no pack says how many people that is",
                hint: "write a number, or add the population to the territory")
            return nil
        }
        return count * population
    }

    private mutating func reduction(_ node: Node, of base: (value: Double, unit: Unit)) -> Double? {
        guard let amount = figures.amount(node) else { return nil }
        if let share = amount.unit.conversion(to: .one) { return share(amount.value) }
        guard let same = amount.unit.conversion(to: base.unit) else {
            figures.refuse(
                node, "unit.mismatch", "\(amount.unit) cannot be taken from \(base.unit)", hint: "as in 30 %")
            return nil
        }
        return same(amount.value) / base.value
    }

    /// A sector the inventory does not know could never be held against it.
    private mutating func checkSector(_ node: Node, _ unit: String) -> Bool {
        let known = (model.territory?.inventory ?? []).filter { $0.account.unit == unit }.flatMap(\.cells)
            .compactMap(\.sector)
        if known.isEmpty || known.contains(node.text) { return true }
        figures.refuse(
            node, "claim.sector", "the inventory has no sector '\(node.text)'",
            hint: Spelling.didYouMean(node.text, among: known))
        return false
    }

    private mutating func history(_ node: Node?) -> [(date: CalendarDate, status: Claim.Status)] {
        var history: [(date: CalendarDate, status: Claim.Status)] = []
        for (key, value) in node?.entries.map({ $0 }) ?? [] {
            guard let date = figures.date(key), let status = Claim.Status(rawValue: value.text) else { continue }
            if let last = history.last?.date, last >= date {
                figures.refuse(key, "series.order", "\(date) does not come after \(last)")
            }
            history.append((date, status))
        }
        return history
    }
}
