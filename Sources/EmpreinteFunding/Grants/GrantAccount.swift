internal import EmpreinteModel

/// What a fund gives to each file, and what becomes of its envelope.
public struct GrantAccount: Sendable {
    /// In the order of the files.
    public let decisions: [Decision]
    /// The envelope, a year after the other.
    public let years: [Year]

    /// What one file gets and which rule says so.
    public struct Decision: Sendable, Hashable {
        /// The id of the application.
        public let file: String
        /// The year whose envelope pays.
        public let year: Int
        /// What was asked.
        public let asked: Money
        /// Nothing for a refusal.
        public let grant: Money
        /// The rule that kept it from being larger.
        public let binding: Rule

        /// Whether nothing is granted.
        public var isRefused: Bool { grant == .zero }
        /// What the plan still lacks.
        public var gap: Money { asked - grant }
    }

    /// What limits a grant.
    public enum Rule: String, Sendable, CaseIterable {
        case asked, ceiling, rate
        case planGap = "plan_gap"
        case envelope, beneficiary
    }

    /// A year of the envelope: `available = granted + lapsed + carried over`.
    public struct Year: Sendable, Hashable {
        /// The year.
        public let year: Int
        /// What there is to give.
        public let available: Money
        /// What is given.
        public let granted: Money
        /// What no later year may spend; the last year's rest stays in the fund.
        public let lapsed: Money
        /// What is left.
        public let left: Money
    }

    /// What was granted in all.
    public var granted: Money { decisions.map(\.grant).total }
    /// What was not used in time.
    public var lapsed: Money { years.map(\.lapsed).total }
    /// What is in the fund after its last year.
    public var left: Money { years.last?.left ?? .zero }
}

extension GrantFund {
    /// Decides on all files: the years in order, the files of one year together.
    ///
    /// - Throws: `date` for a file of another year, `rank` and `impact` for one without what the policy needs, `search`
    ///   when the best choice is out of reach.
    public func decide(_ files: [GrantFile]) throws(FundingProblem) -> GrantAccount {
        let open = Set(envelope.parts.map(\.year))
        if let stray = files.first(where: { !open.contains($0.date.year) }) { throw .date(stray.id) }
        var decisions = [GrantAccount.Decision?](repeating: nil, count: files.count)
        var years: [GrantAccount.Year] = []
        var carried = Money.zero
        for part in envelope.parts {
            let available = carried + part.amount
            var left = available
            let positions = files.indices.filter { files[$0].date.year == part.year }
            for (position, decision) in try decide(files, positions, &left) { decisions[position] = decision }
            let isLast = part == envelope.parts.last
            let lapsed = envelope.carriesOver || isLast ? .zero : left
            carried = left - lapsed
            years.append(
                .init(year: part.year, available: available, granted: available - left, lapsed: lapsed, left: carried))
        }
        return GrantAccount(decisions: decisions.compactMap { $0 }, years: years)
    }

    private typealias Placed = (position: Int, decision: GrantAccount.Decision)

    private func decide(
        _ files: [GrantFile], _ positions: [Int], _ left: inout Money
    ) throws(FundingProblem) -> [Placed] {
        func decision(_ position: Int, _ grant: Money, _ rule: GrantAccount.Rule) -> Placed {
            let file = files[position]
            return (
                position,
                .init(file: file.id, year: file.date.year, asked: file.asked, grant: grant, binding: rule)
            )
        }
        var result: [Placed] = []
        var due: [(position: Int, amount: Money, rule: GrantAccount.Rule)] = []
        for position in positions {
            let (amount, rule) = entitlement(of: files[position])
            if amount > .zero {
                due.append((position, amount, rule))
            } else {
                result.append(decision(position, .zero, rule))
            }
        }
        switch policy {
        case .firstCome, .ranked, .rankedPartial:
            let order =
                try policy == .firstCome ? byDate(due.map(\.position), files) : byRank(due.map(\.position), files)
            let amounts = Dictionary(uniqueKeysWithValues: due.map { ($0.position, ($0.amount, $0.rule)) })
            for position in order {
                guard let (amount, rule) = amounts[position] else { continue }
                let isWhole = amount <= left
                let grant = isWhole ? amount : policy == .ranked ? .zero : left
                left -= grant
                result.append(decision(position, grant, isWhole ? rule : .envelope))
            }
        case .proRata:
            let sum = due.map(\.amount).total
            let available = left
            for (position, amount, rule) in due {
                let isWhole = sum <= available
                let grant = isWhole ? amount : amount.scaled(by: available.cents, over: sum.cents)
                left -= grant
                result.append(decision(position, grant, isWhole ? rule : .envelope))
            }
        case .bestImpact:
            var items: [BestImpact.Item] = []
            for (position, amount, _) in due {
                guard let impact = files[position].impact else { throw .impact(files[position].id) }
                items.append(.init(position: position, cost: amount.cents, impact: impact))
            }
            let chosen = try BestImpact.choice(items, within: left.cents)
            for (position, amount, rule) in due {
                let isChosen = chosen.contains(position)
                if isChosen { left -= amount }
                result.append(decision(position, isChosen ? amount : .zero, isChosen ? rule : .envelope))
            }
        }
        return result
    }

    /// What a file may get whatever is left in the envelope, and the rule that limits it.
    private func entitlement(of file: GrantFile) -> (Money, GrantAccount.Rule) {
        guard beneficiaries.isEmpty || beneficiaries.contains(file.beneficiary) else { return (.zero, .beneficiary) }
        var limits: [(Money, GrantAccount.Rule)] = [(file.asked, .asked)]
        if let ceiling { limits.append((ceiling, .ceiling)) }
        if let rate { limits.append((file.expenses.share(rate), .rate)) }
        limits.append((file.expenses - file.resources, .planGap))
        // Of equal limits the first named decides.
        let least = limits.dropFirst().reduce(limits[0]) { $1.0 < $0.0 ? $1 : $0 }
        return (max(.zero, least.0), least.1)
    }

    private func byDate(_ positions: [Int], _ files: [GrantFile]) -> [Int] {
        positions.sorted { (files[$0].date, $0) < (files[$1].date, $1) }
    }

    private func byRank(_ positions: [Int], _ files: [GrantFile]) throws(FundingProblem) -> [Int] {
        var ranked: [(rank: Int, date: CalendarDate, position: Int)] = []
        for position in positions {
            guard let rank = files[position].rank else { throw .rank(files[position].id) }
            ranked.append((rank, files[position].date, position))
        }
        return ranked.sorted { ($0.rank, $0.date, $0.position) < ($1.rank, $1.date, $1.position) }.map(\.position)
    }
}
