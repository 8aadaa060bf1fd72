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
