internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

/// Works that save, as their document declares them.
struct Works {
    let entry: FundingEntry
    /// The fund that lends, by position.
    let fund: Int
    let cost: Money
    let count: Int
    /// The year they are paid for.
    let start: Int
    let lifetime: Int?
    let forecast: Forecast
    let measured: [Int: Money]
    /// What they save each year.
    let energy: Double?
    let ghg: Double?
    let performance: Rate

    /// Where the money saved comes from.
    enum Forecast {
        case money(Money)
        /// The price of a kilowatt-hour by year, of the energy of `Works.energy`.
        case energy(price: Curve)
    }

    /// What they save when paid for in a year: what was measured where it was, the forecast elsewhere.
    ///
    /// What was measured belongs to the works as they were started; a later start keeps the forecast alone.
    func savings(startingIn start: Int) -> Savings {
        let years = (start + 1)..<max(start + 1, (settled ?? start) + 1)
        let first = years.map { year in (start == self.start ? measured[year] : nil) ?? forecast(in: year) }
        return Savings(first, then: forecast(in: max(settled ?? start, start) + 1))
    }

    /// The last year that differs from those after it.
    private var settled: Int? {
        var last = measured.keys.max()
        if case .energy(let price) = forecast, let point = price.points.last { last = max(last ?? 0, Int(point.x)) }
        return last
    }

    private func forecast(in year: Int) -> Money {
        switch forecast {
        case .money(let yearly): yearly.share(performance)
        case .energy(let price):
            Money(nearest: (energy ?? 0) * performance.value * price.value(at: Double(year)))
        }
    }

    /// The works in the line of a revolving fund, one a copy.
    var projects: [RevolvingFund.Project] {
        (0..<count).map { copy in
            .init(
                id: count == 1 ? entry.id : "\(entry.id) \(copy + 1)", cost: cost, earliest: start,
                savings: savings(startingIn:))
        }
    }
}

extension AmountReader {
    /// Reads works and checks them against the fund that lends.
    ///
    /// Codes: `works.fund`, `works.saving`, `works.cost`, `works.price`, `works.measured`, `series.order` and those of
    /// amounts and rates.
    mutating func works(_ entry: Collection.Entry, _ funds: [Fund], _ model: Model) -> Works? {
        let errors = diagnostics.errorCount
        guard let name = entry["fund"], let costNode = entry["cost"], let saves = entry["saves"] else { return nil }
        guard let fund = funds.firstIndex(where: { $0.entry.id == name.text }) else {
            refuse(
                name, "works.fund", "no fund is called '\(name.text)'",
                hint: Spelling.didYouMean(name.text, among: funds.map(\.entry.id)))
            return nil
        }
        if case .grant = funds[fund].terms {
            refuse(name, "works.fund", "'\(name.text)' gives to applications; works are lent to")
        }
        let cost = money(costNode)
        if cost == .zero { refuse(costNode, "works.cost", "works that cost nothing need no fund") }
        let energy = number(saves["energy"], in: "kWh/year")
        let ghg = number(saves["ghg"], in: "kgCO2e/year")
        let forecast = self.forecast(saves, entry["price"])
        let start = year(entry["start"])
        let measured = start.map { self.measured(entry["measured"], after: $0) } ?? [:]
        let performance = rate(entry["performance"]) ?? .all
        let lifetime = count(entry["lifetime"], in: 1...Advance.longest)
        let count = count(entry["count"], in: 1...10_000) ?? 1
        guard diagnostics.errorCount == errors, let cost, let start, let forecast else { return nil }
        let works = Works(
            entry: .init(entry, model), fund: fund, cost: cost, count: count, start: start, lifetime: lifetime,
            forecast: forecast, measured: measured, energy: energy, ghg: ghg, performance: performance)
        guard works.savings(startingIn: start)[1] > .zero else {
            refuse(saves, "works.saving", FundingProblem.noSaving.message)
            return nil
        }
        return works
    }

    private mutating func forecast(_ saves: Node, _ price: Node?) -> Works.Forecast? {
        switch (saves["money"], price) {
        case (let yearly?, nil): return money(yearly, isYearly: true).map { .money($0) }
        case (nil, let price?):
            guard saves["energy"] != nil else {
                refuse(saves, "works.saving", "a price needs the energy saved", hint: "add energy:")
                return nil
            }
            return curve(price).map { .energy(price: $0) }
        case (.some(let yearly), .some):
            refuse(yearly, "works.saving", "the money saved is stated twice: once as money, once as energy at a price")
        case (nil, nil):
            refuse(saves, "works.saving", "nothing says how much money is saved", hint: "add money:, or price: by year")
        }
        return nil
    }

    private mutating func curve(_ prices: Node) -> Curve? {
        var points: [Curve.Point] = []
        for entry in prices.entries {
            guard let year = year(entry.key), let price = number(entry.value, in: "\(currencyName)/kWh") else {
                return nil
            }
            guard price >= 0 else {
                refuse(entry.value, "works.price", "a price is not below zero")
                return nil
            }
            points.append(.init(x: Double(year), y: price))
        }
        guard let curve = Curve(points: points, between: .linear, before: .hold, after: .hold) else {
            refuse(prices, "series.order", "prices are written in the order of their years")
            return nil
        }
        return curve
    }

    private mutating func measured(_ node: Node?, after start: Int) -> [Int: Money] {
        var amounts: [Int: Money] = [:]
        for entry in node?.entries.map({ $0 }) ?? [] {
            guard let year = year(entry.key), let amount = money(entry.value, isYearly: true) else { continue }
            if year <= start {
                refuse(entry.key, "works.measured", "works paid for in \(start) save from \(start + 1) on")
            }
            amounts[year] = amount
        }
        return amounts
    }
}
