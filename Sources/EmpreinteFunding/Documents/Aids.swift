internal import EmpreinteModel
internal import EmpreinteText

extension Aid {
    /// A scheme of the territory, which states no amount.
    init(_ support: Support, _ model: Model) {
        self.init(id: support.id, label: support.label)
        beneficiaries = support.beneficiaries
        actions = support.actions.compactMap { model.actions.indices.contains($0) ? model.actions[$0].id : nil }
    }
}

extension AmountReader {
    /// Reads an aid.
    ///
    /// Codes: `aid.amount`, `aid.cost`, `aid.dates`, `aid.excludes` and those of amounts, rates and dates.
    mutating func aid(_ entry: Collection.Entry, among ids: [String], _ model: Model) -> Aid? {
        let errors = diagnostics.errorCount
        var aid = Aid(id: entry.id, label: FundingEntry(entry, model).label)
        aid.beneficiaries = entry["for"]?["who"]?.words ?? []
        aid.themes = entry["for"]?["theme"]?.words ?? []
        aid.areas = entry["for"]?["area"]?.words ?? []
        aid.actions = entry["actions"]?.words ?? []
        aid.opens = date(entry["opens"])
        aid.closes = date(entry["closes"])
        aid.leastCost = money(entry["cost"]?["from"])
        aid.largestCost = money(entry["cost"]?["to"])
        aid.rate = rate(entry["rate"])
        aid.ceiling = money(entry["ceiling"])
        aid.isPublic = entry["public"]?.flag ?? true
        aid.excludes = entry["excludes"]?.words ?? []
        if entry["rate"] == nil && entry["ceiling"] == nil {
            refuse(entry.key, "aid.amount", "nothing says what the aid pays", hint: "add rate: or ceiling:")
        }
        if let cost = entry["cost"], let least = aid.leastCost, let largest = aid.largestCost, least > largest {
            refuse(cost, "aid.cost", "the least cost is above the largest")
        }
        if let node = entry["closes"], let opens = aid.opens, let closes = aid.closes, closes < opens {
            refuse(node, "aid.dates", "the aid closes before it opens")
        }
        for node in entry["excludes"]?.items.map({ $0 }) ?? [] where !ids.contains(node.text) {
            refuse(
                node, "aid.excludes", "no aid is called '\(node.text)'",
                hint: Spelling.didYouMean(node.text, among: ids))
        }
        return diagnostics.errorCount == errors ? aid : nil
    }

    /// Reads what the law says of aids together.
    mutating func limits(_ documents: Documents) -> AidStack.Limits {
        AidStack.Limits(
            publicShare: rate(documents.field("public_share", of: FundingKinds.aids)) ?? .all,
            ownShare: rate(documents.field("own_share", of: FundingKinds.aids)) ?? .zero)
    }

    /// Reads a purchase.
    mutating func purchase(_ node: Node) -> Purchase? {
        guard let year = year(node["year"]), let family = node["family"], let amount = money(node["amount"]) else {
            return nil
        }
        return Purchase(
            year: year, family: family.text, amount: amount, supplier: node["supplier"]?["id"]?.text,
            isLocal: node["supplier"]?["local"]?.flag, isSmall: node["supplier"]?["small"]?.flag,
            clauses: node["clauses"].map { Set($0.words) })
    }
}
