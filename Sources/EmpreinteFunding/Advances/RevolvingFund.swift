/// A fund that lends its money again as it is repaid.
public struct RevolvingFund: Sendable {
    /// What it starts with.
    public var seed: Money
    /// What it asks a year.
    public var interest: Rate
    /// How advances are paid back.
    public var repayment: Advance.Repayment
    /// The longest simple payback it accepts, in years.
    public var longestPayback: Double?

    public init(
        seed: Money, interest: Rate = .zero, repayment: Advance.Repayment = .savings(share: .all),
        longestPayback: Double? = nil
    ) {
        self.seed = seed
        self.interest = interest
        self.repayment = repayment
        self.longestPayback = longestPayback
    }

    /// Works that wait for money.
    public struct Project: Sendable {
        /// The id.
        public var id: String
        /// What is advanced for it.
        public var cost: Money
        /// The first year it may start; any year when nothing is said.
        public var earliest: Int?
        /// What it saves when it starts in a year.
        public var savings: @Sendable (Int) -> Savings

        public init(id: String, cost: Money, earliest: Int? = nil, savings: @escaping @Sendable (Int) -> Savings) {
            self.id = id
            self.cost = cost
            self.earliest = earliest
            self.savings = savings
        }
    }

    /// Why a project is not paid for.
    public enum Refusal: Sendable, Hashable {
        case noSaving
        /// Its simple payback, in years, is beyond the limit.
        case payback(Double)
        case neverRepaid(shortfall: Money)
    }
}

extension RevolvingFund {
    /// Why the works would be refused in a year, or nothing.
    public func refusal(of project: Project, in year: Int) -> Refusal? {
        do throws(FundingProblem) {
            _ = try repayments(of: project, in: year)
            return nil
        } catch {
            return refusal(project, year, error)
        }
    }

    private func refusal(_ project: Project, _ year: Int, _ problem: FundingProblem) -> Refusal {
        let savings = project.savings(year)
        if let payback = try? savings.simplePayback(of: project.cost), isTooLong(payback) { return .payback(payback) }
        if case .neverRepaid(_, let shortfall) = problem { return .neverRepaid(shortfall: shortfall) }
        return .noSaving
    }

    private func isTooLong(_ payback: Double) -> Bool { longestPayback.map { payback > $0 } ?? false }

    /// What flows back year after year.
    private func repayments(of project: Project, in year: Int) throws(FundingProblem) -> [Money] {
        let savings = project.savings(year)
        let payback = try savings.simplePayback(of: project.cost)
        guard !isTooLong(payback) else { throw .noSaving }
        return try Advance(project.cost, interest: interest, repayment: repayment).schedule(savings).map(\.payment)
    }

    /// Follows the fund: each year repayments come in first, then the projects that wait start in their order while
    /// the cash suffices. The next in line is never overtaken by a cheaper one.
    ///
    /// - Parameter count: how many years after the first, a thousand at most.
    /// - Throws: `seed`.
    public func run(_ projects: [Project], from first: Int, years count: Int) throws(FundingProblem) -> RevolvingAccount
    {
        guard seed > .zero else { throw .seed }
        var cash = seed
        var years: [RevolvingAccount.Year] = []
        var starts: [Int?] = projects.map { _ in nil }
        var refusals: [Refusal?] = projects.map { _ in nil }
        var waiting = Array(projects.indices)
        var incoming = [Money](repeating: .zero, count: min(max(0, count), 1000) + 1)
        var started = 0
        for offset in 0..<incoming.count {
            let year = first &+ offset
            let repaid = incoming[offset]
            cash += repaid
            var advanced = Money.zero
            var isBlocked = false
            waiting.removeAll { position in
                let project = projects[position]
                guard !isBlocked, project.earliest ?? year <= year else { return false }
                guard project.cost <= cash else {
                    // Works that would be refused anyway hold nobody up.
                    refusals[position] = refusal(of: project, in: year)
                    isBlocked = refusals[position] == nil
                    return !isBlocked
                }
                do throws(FundingProblem) {
                    for (later, payment) in try repayments(of: project, in: year).enumerated() {
                        guard incoming.indices.contains(offset + 1 + later) else { break }
                        incoming[offset + 1 + later] += payment
                    }
                } catch {
                    refusals[position] = refusal(project, year, error)
                    return true
                }
                cash -= project.cost
                advanced += project.cost
                starts[position] = year
                started += 1
                return true
            }
            years.append(.init(year: year, repaid: repaid, advanced: advanced, cash: cash, projects: started))
        }
        return RevolvingAccount(seed: seed, years: years, starts: starts, refusals: refusals)
    }
}

/// How a revolving fund went.
public struct RevolvingAccount: Sendable {
    /// What the fund started with.
    public let seed: Money
    /// What came in and went out, a year after the other.
    public let years: [Year]
    /// The year each project started, in their order; nothing for those that did not.
    public let starts: [Int?]
    /// By project, why it is not advanced; nothing where it is.
    public let refusals: [RevolvingFund.Refusal?]

    /// A year: `cash = cash before + repaid − advanced`.
    public struct Year: Sendable, Hashable {
        /// The year.
        public let year: Int
        /// What comes back in the year.
        public let repaid: Money
        /// What is advanced in the year.
        public let advanced: Money
        /// At the end of the year; never below zero.
        public let cash: Money
        /// Started since the beginning.
        public let projects: Int
    }

    /// What was paid for in all.
    public var works: Money { years.map(\.advanced).total }
    /// How many times the seed was lent.
    public var leverage: Double { Double(works.cents) / Double(seed.cents) }
    /// The least cash at the end of a year.
    public var leastCash: Money { years.map(\.cash).min() ?? seed }
}
