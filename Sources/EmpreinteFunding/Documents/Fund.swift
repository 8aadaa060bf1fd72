internal import EmpreinteModel
internal import EmpreinteText

/// A fund as its document declares it.
struct Fund {
    let entry: FundingEntry
    let terms: Terms

    enum Terms {
        case grant(GrantFund)
        case advance(AdvanceTerms)
    }
}

/// On what terms a fund lends.
struct AdvanceTerms {
    /// What it starts with, where it lends again what is repaid.
    var seed: Money?
    var interest: Rate
    var repayment: Advance.Repayment
    var longestPayback: Double?
    /// The rate at which later money counts less; nothing when none is stated.
    var discount: Rate?
    var from: Int?
    var years: Int
}

extension AmountReader {
    /// Reads a fund.
    ///
    /// Codes: `fund.field`, `fund.envelope`, `fund.years`, `fund.repay`, `fund.payback` and those of amounts and rates.
    mutating func fund(_ entry: Collection.Entry, _ model: Model) -> Fund? {
        let isGrant = entry["type"]?.textEquals("grant") ?? false
        let others =
            isGrant
            ? ["seed", "from", "years", "interest", "max_payback", "repay", "discount"]
            : ["envelope", "ceiling", "rate", "for", "policy"]
        for name in others {
            guard let node = entry[name] else { continue }
            refuse(node, "fund.field", "\(name) says nothing of a fund that \(isGrant ? "gives" : "lends")")
        }
        let errors = diagnostics.errorCount
        let terms = isGrant ? grant(entry).map(Fund.Terms.grant) : advance(entry).map(Fund.Terms.advance)
        guard let terms, diagnostics.errorCount == errors else { return nil }
        return Fund(entry: FundingEntry(entry, model), terms: terms)
    }

    private mutating func grant(_ entry: Collection.Entry) -> GrantFund? {
        guard let node = entry["envelope"] else {
            refuse(entry.key, "fund.envelope", "a fund that gives has an envelope", hint: "add envelope:")
            return nil
        }
        guard let envelope = envelope(node) else { return nil }
        return GrantFund(
            envelope: envelope, ceiling: money(entry["ceiling"]), rate: rate(entry["rate"]),
            beneficiaries: entry["for"]?["who"]?.words ?? [],
            policy: entry["policy"].flatMap { .init(rawValue: $0.text) } ?? .firstCome)
    }

    private mutating func envelope(_ node: Node) -> Envelope? {
        let carriesOver = node["carry_over"]?.flag ?? true
        switch (node["total"], node["by_year"]) {
        case (let total?, nil):
            guard let amount = money(total) else { return nil }
            let years = years(node["years"]?.items.map { $0 } ?? [], of: node)
            return years.map { Envelope(total: amount, years: $0, carriesOver: carriesOver) }
        case (nil, let parts?):
            guard let years = years(parts.entries.map(\.key), of: node) else { return nil }
            let amounts = parts.entries.map { money($0.value) }
            return Envelope(
                byYear: zip(years, amounts).compactMap { year, amount in amount.map { (year, $0) } },
                carriesOver: carriesOver)
        default:
            refuse(node, "fund.envelope", "an envelope is a total with its years, or an amount by year")
            return nil
        }
    }

    private mutating func years(_ nodes: [Node], of envelope: Node) -> [Int]? {
        guard !nodes.isEmpty else {
            refuse(envelope, "fund.years", "the envelope does not say its years", hint: "add years: [2025, 2026]")
            return nil
        }
        let years = nodes.compactMap { year($0) }
        guard years.count == nodes.count else { return nil }
        for (index, pair) in zip(years, years.dropFirst()).enumerated() where pair.0 >= pair.1 {
            refuse(nodes[index + 1], "series.order", "\(pair.1) does not come after \(pair.0)")
            return nil
        }
        return years
    }

    private mutating func advance(_ entry: Collection.Entry) -> AdvanceTerms? {
        let longest = number(entry["max_payback"], in: "year")
        if let node = entry["max_payback"], let longest, longest <= 0 {
            refuse(node, "fund.payback", "the longest payback is above zero")
        }
        let seed = money(entry["seed"])
        if let node = entry["seed"], seed == .zero { refuse(node, "fund.seed", FundingProblem.seed.message) }
        return AdvanceTerms(
            seed: seed, interest: rate(entry["interest"], isYearly: true) ?? .zero,
            repayment: repayment(entry["repay"]), longestPayback: longest,
            discount: rate(entry["discount"], isYearly: true), from: year(entry["from"]),
            years: count(entry["years"], in: 1...Advance.longest) ?? 40)
    }

    private mutating func repayment(_ node: Node?) -> Advance.Repayment {
        guard let node else { return .savings(share: .all) }
        guard node["from"]?.textEquals("annuity") ?? false else {
            if let years = node["years"] { refuse(years, "fund.repay", "savings repay until nothing is owed") }
            let share = rate(node["share"]) ?? .all
            if let written = node["share"], share == .zero {
                refuse(written, "fund.repay", "nothing of the savings repays nothing")
            }
            return .savings(share: share)
        }
        if let share = node["share"] { refuse(share, "fund.repay", "an annuity does not depend on the savings") }
        guard let years = node["years"] else {
            refuse(node, "fund.repay", "an annuity says over how many years it repays", hint: "add years:")
            return .annuity(years: 1)
        }
        return .annuity(years: count(years, in: 1...Advance.longest) ?? 1)
    }
}
