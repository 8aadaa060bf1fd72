internal import EmpreinteModel
internal import EmpreinteText

/// A project that asks for money, as its document declares it.
struct Application {
    let entry: FundingEntry
    /// The fund asked, by position; nothing for a project in search of aids.
    let fund: Int?
    /// What is asked of the fund.
    let file: GrantFile?
    /// What the project is for the finder of aids.
    let request: AidRequest
}

extension AmountReader {
    /// Reads a project and checks it against the rules of the fund it asks.
    ///
    /// Codes: `application.fund`, `application.date`, `application.asked`, `application.balance`, `application.rank`,
    /// `application.impact`, `key.missing` and those of amounts and dates.
    mutating func application(_ entry: Collection.Entry, _ funds: [Fund], _ model: Model) -> Application? {
        let errors = diagnostics.errorCount
        let expenses = total(entry["expenses"])
        let resources = total(entry["resources"])
        let date = date(entry["date"])
        let request = AidRequest(
            id: entry.id, cost: expenses, beneficiary: entry["who"]?.text, theme: entry["theme"]?.text,
            area: entry["area"]?.text, actions: entry["actions"]?.words ?? [], date: date)
        guard let name = entry["fund"] else {
            guard diagnostics.errorCount == errors else { return nil }
            return Application(entry: .init(entry, model), fund: nil, file: nil, request: request)
        }
        guard let fund = funds.firstIndex(where: { $0.entry.id == name.text }) else {
            refuse(
                name, "application.fund", "no fund is called '\(name.text)'",
                hint: Spelling.didYouMean(name.text, among: funds.map(\.entry.id)))
            return nil
        }
        guard case .grant(let rules) = funds[fund].terms else {
            refuse(name, "application.fund", "'\(name.text)' lends to works; an application asks a fund that gives")
            return nil
        }
        for key in ["who", "date", "asked"] where entry[key] == nil {
            refuse(entry.key, "key.missing", "'\(entry.id)' lacks '\(key)', which its fund asks for")
        }
        guard let who = entry["who"], let date, let dateNode = entry["date"], let askedNode = entry["asked"],
            let asked = money(askedNode)
        else { return nil }
        let years = rules.envelope.parts.map(\.year)
        if !years.contains(date.year) {
            let words = years.map(String.init).joined(separator: ", ")
            refuse(dateNode, "application.date", "\(date) is not in the years of '\(name.text)': \(words)")
        }
        if asked == .zero { refuse(askedNode, "application.asked", "nothing is asked") }
        if resources + asked != expenses {
            refuse(
                askedNode, "application.balance",
                "\(resources.text) of resources and \(asked.text) asked do not make \(expenses.text) of expenses")
        }
        let rank = count(entry["rank"], in: 1...1_000_000)
        if entry["rank"] == nil, rules.policy == .ranked || rules.policy == .rankedPartial {
            refuse(entry.key, "application.rank", FundingProblem.rank(entry.id).message, hint: "add rank:")
        }
        let impact = entry["impact"].flatMap { self.impact($0) }
        if entry["impact"] == nil, rules.policy == .bestImpact {
            refuse(entry.key, "application.impact", FundingProblem.impact(entry.id).message, hint: "add impact:")
        }
        guard diagnostics.errorCount == errors else { return nil }
        let file = GrantFile(
            id: entry.id, beneficiary: who.text, date: date, expenses: expenses, resources: resources, asked: asked,
            rank: rank, impact: impact)
        return Application(entry: .init(entry, model), fund: fund, file: file, request: request)
    }

    private mutating func total(_ node: Node?) -> Money {
        (node?.entries.map { $0 } ?? []).compactMap { money($0.value) }.total
    }
}
