internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// The coalitions of some documents with all they claim.
struct CoalitionBook {
    var members: [Member] = []
    var coalitions: [Coalition] = []
    var claims: [Claim] = []
    /// Whatever else was said of each coalition, for its sheet.
    var notes: [Label?] = []

    struct Member {
        let id: String
        let label: Label
        let kind: String?
    }
}

/// Reads coalitions, their members and claims.
///
/// Codes: `coalition.member`, `coalition.facilitator`, `coalition.issue`, `claim.member`, `claim.base`, `claim.above`,
/// `claim.negative`, `claim.until`, `claim.issue`, `claim.sector`, `claim.share`, `account.dimension`, `account.base`,
/// `account.overlap`, `claim.amount`, `claim.people`, `claim.adoption`, `claim.overlap`, `action.unknown`, `action.level`,
/// `series.order` and those of quantities and dates.
struct CoalitionReader {
    let model: Model
    var figures: FigureReader
    var book = CoalitionBook()
    /// The first claim on each account, with its node.
    private var accounts: [String: (claim: Claim, node: Node)] = [:]

    init(_ model: Model) {
        self.model = model
        figures = FigureReader(model.units)
    }

    private func label(_ node: Node) -> Label { Label(node, language: model.identity.language) }
    private func plain(_ id: String) -> Label { Label(id, language: model.identity.language) }

    mutating func read(_ documents: Documents) {
        for document in documents.all(TerritoryKinds.coalitions) {
            for (key, node) in document["members"]?.entries.map({ $0 }) ?? []
            where !book.members.contains(where: { $0.id == key.text }) {
                book.members.append(
                    .init(id: key.text, label: node["label"].map(label) ?? plain(key.text), kind: node["kind"]?.text))
            }
        }
        for entry in documents.entries(TerritoryKinds.coalitions) { read(entry) }
    }

    private mutating func read(_ entry: Collection.Entry) {
        var coalition = Coalition(id: entry.id, label: entry["label"].map(label) ?? plain(entry.id))
        coalition.objective = entry["objective"].map(label)
        coalition.perimeter = (entry["perimeter"]?.entries.map { $0 } ?? []).map { ($0.key.text, $0.value.text) }
        coalition.workingMode = entry["working_mode"].map(label)
        coalition.stage = entry["stage"].flatMap { .init(rawValue: $0.text) }
        coalition.formed = figures.date(entry["formed"])
        coalition.assumption = entry["assumption"]?.flag == true ? entry["reason"]?.text ?? "" : nil
        let roles = entry["roles"]?.entries.map { $0 } ?? []
        for node in entry["members"]?.items.map({ $0 }) ?? [] where checkMember(node) {
            let role = roles.first { $0.key.text == node.text }?.value.text
            coalition.members.append(.init(id: node.text, role: role))
        }
        for role in roles where !coalition.members.contains(where: { $0.id == role.key.text }) {
            figures.refuse(role.key, "coalition.member", "'\(role.key.text)' is no member of '\(entry.id)'")
        }
        if let node = entry["facilitator"] {
            coalition.facilitator = node.text
            if !coalition.members.contains(where: { $0.id == node.text }) {
                figures.refuse(node, "coalition.facilitator", "'\(node.text)' is no member of '\(entry.id)'")
            }
        }
        for node in entry["issues"]?.items.map({ $0 }) ?? [] where checkIssue(node) {
            coalition.issues.append(node.text)
        }
        let position = book.coalitions.count
        book.coalitions.append(coalition)
        book.notes.append(entry["note"].map(label))
        for node in entry["claims"]?.items.map({ $0 }) ?? [] {
            let errors = figures.diagnostics.errorCount
            guard let claim = claim(node, of: coalition, at: position), figures.diagnostics.errorCount == errors,
                checkAccount(claim, node)
            else { continue }
            book.claims.append(claim)
        }
    }

    private mutating func checkMember(_ node: Node) -> Bool {
        let known = book.members.map(\.id)
        if known.contains(node.text) { return true }
        figures.refuse(
            node, "coalition.member", "no member is called '\(node.text)'",
            hint: Spelling.didYouMean(node.text, among: known) ?? "list it under members:")
        return false
    }

    /// A plan that lists no issues says nothing of which there are.
    private mutating func checkIssue(_ node: Node) -> Bool {
        let known = model.territory?.issues.map(\.id) ?? []
        if known.isEmpty || known.contains(node.text) { return true }
        figures.refuse(
            node, "coalition.issue", "the climate plan has no issue '\(node.text)'",
            hint: Spelling.didYouMean(node.text, among: known) ?? "issues: \(known.joined(separator: ", "))")
        return false
    }

    /// Where credit is as declared, the shares of each account add up to all of it.
    mutating func checkDeclaredShares() {
        for (key, first) in accounts.sorted(by: {
            $0.value.node.firstLine.lowerBound < $1.value.node.firstLine.lowerBound
        }) {
            let own = book.claims.filter { $0.key == key }
            let byCoalition = Set(own.map(\.coalition)).map { coalition in
                own.filter { $0.coalition == coalition }.compactMap(\.share).max() ?? 0
            }
            guard abs(byCoalition.reduce(0, +) - 1) > 1e-9 else { continue }
            figures.refuse(
                first.node, "claim.share", "the shares of '\(key)' do not add up to 100 %",
                hint: "write share: on the claims, or ask for another credit")
        }
    }

    // MARK: Claims

    private mutating func claim(_ node: Node, of coalition: Coalition, at position: Int) -> Claim? {
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

    /// All claims on an account say the same of it.
    private mutating func checkAccount(_ claim: Claim, _ node: Node) -> Bool {
        guard let first = accounts[claim.key] else {
            accounts[claim.key] = (claim, node)
            return true
        }
        let related = [(first.node.firstLine, "first claimed here")]
        func at(_ name: String) -> Node { node[name] ?? node }
        if first.claim.unit != claim.unit {
            figures.refuse(
                at("base"), "account.dimension",
                "'\(claim.key)' is counted in \(claim.unit) and in \(first.claim.unit)",
                related: related)
        } else if first.claim.taking?.people != claim.taking?.people {
            figures.refuse(
                at("people"), "account.base", "'\(claim.key)' has two sizes", related: related,
                hint: "an account is one group of people, whoever claims what they do")
        } else if abs(first.claim.base - claim.base) > 1e-9 * abs(first.claim.base) {
            figures.refuse(
                at("base"), "account.base", "'\(claim.key)' has two sizes", related: related,
                hint: "an account is one quantity before any action, whoever claims it")
        } else if first.claim.relation != claim.relation {
            figures.refuse(
                at("overlap"), "account.overlap",
                "the actions on '\(claim.key)' are \(first.claim.relation.rawValue) and \(claim.relation.rawValue)",
                related: related)
        } else {
            return true
        }
        return false
    }
}
