internal import EmpreinteModel
internal import EmpreinteText

/// What became of a fund and of those who asked it.
struct FundAccount {
    let fund: Fund
    let outcome: Outcome

    enum Outcome {
        case grants(GrantFund, [Application], GrantAccount)
        case advances(AdvanceTerms, [WorksAccount], RevolvingAccount?, projects: [RevolvingFund.Project])
    }

    /// What works cost and save, and how they repay.
    struct WorksAccount {
        let works: Works
        let savings: Savings
        let simplePayback: Double
        let discountedPayback: Double?
        let netPresentValue: Money?
        /// Nothing for works that pay back too late.
        let schedule: [Advance.Year]?
    }

    /// Settles every fund.
    ///
    /// - Throws: `application.*`, `fund.search`, `advance.never_repaid`, at the entry concerned.
    static func all(
        _ funds: [Fund], _ applications: [Application], _ works: [Works], _ diagnostics: inout Diagnostics,
        _ sources: SourceMap
    ) throws(CompilationError) -> [FundAccount] {
        var accounts: [FundAccount] = []
        for (index, fund) in funds.enumerated() {
            do throws(FundingProblem) {
                switch fund.terms {
                case .grant(let rules):
                    let asking = applications.filter { $0.fund == index }
                    let account = try rules.decide(asking.compactMap(\.file))
                    accounts.append(.init(fund: fund, outcome: .grants(rules, asking, account)))
                case .advance(let terms):
                    let lent = works.filter { $0.fund == index }
                    let each = lent.compactMap { account(of: $0, terms, &diagnostics) }
                    let projects = lent.flatMap(\.projects)
                    var revolving: RevolvingAccount?
                    if let seed = terms.seed {
                        let first = terms.from ?? lent.map(\.start).min() ?? 0
                        revolving = try RevolvingFund(
                            seed: seed, interest: terms.interest, repayment: terms.repayment,
                            longestPayback: terms.longestPayback
                        ).run(projects, from: first, years: terms.years)
                    }
                    accounts.append(
                        .init(fund: fund, outcome: .advances(terms, each, revolving, projects: projects)))
                }
            } catch {
                diagnostics.error(error.code, error.message, at: fund.entry.key.range)
            }
        }
        try diagnostics.throwIfErrors(in: sources)
        return accounts
    }

    private static func account(
        of works: Works, _ terms: AdvanceTerms, _ diagnostics: inout Diagnostics
    ) -> WorksAccount? {
        do throws(FundingProblem) {
            let savings = works.savings(startingIn: works.start)
            let payback = try savings.simplePayback(of: works.cost)
            let isEligible = terms.longestPayback.map { payback <= $0 } ?? true
            let advance = Advance(works.cost, interest: terms.interest, repayment: terms.repayment)
            let schedule = isEligible ? try advance.schedule(savings) : nil
            var worth: Money?
            if let discount = terms.discount, let lifetime = works.lifetime {
                worth = savings.netPresentValue(of: works.cost, at: discount, years: lifetime)
            }
            return WorksAccount(
                works: works, savings: savings, simplePayback: payback,
                discountedPayback: terms.discount.flatMap { savings.discountedPayback(of: works.cost, at: $0) },
                netPresentValue: worth, schedule: schedule)
        } catch {
            diagnostics.error(error.code, error.message, at: works.entry.key.range)
            return nil
        }
    }
}
