internal import EmpreinteAnalysis
internal import EmpreinteText

extension ProposalsReport {
    /// What the budget pays, chosen in one way.
    struct Choice {
        let id: String
        let name: String
        let proposals: [String]
        /// In cents.
        let left: Int
    }

    /// What each standing proposal costs at once, in cents.
    private var costs: [Int?] {
        assembly.set.standing.map { $0.estimate(.upfront).flatMap { Cents.nearest($0.central) } }
    }

    /// What the budget pays, in the order chosen and by equal shares of voters, as far as there is either.
    func choices(_ order: Ranking?) -> [Choice] {
        guard let budget = set.budget else { return [] }
        let (standing, costs) = (set.standing, costs)
        var choices: [Choice] = []
        if let order {
            let choice = BudgetedChoice.greedy(order, costs: costs, budget: budget)
            choices.append(
                Choice(
                    id: "in_order",
                    name: assembly.say("in order, by \(method.words(.en))", "dans l’ordre, par \(method.words(.fr))"),
                    proposals: choice.chosen.map { standing[$0].id }, left: choice.left))
        }
        if let votes = assembly.poll?.votes {
            let price = Dictionary(zip(standing.map(\.id), costs), uniquingKeysWith: { first, _ in first })
            let choice = BudgetedChoice.equalShares(
                votes, costs: votes.proposals.map { price[$0] ?? nil }, budget: budget)
            choices.append(
                Choice(
                    id: "equal_shares",
                    name: assembly.say("equal shares of voters", "parts égales entre votants"),
                    proposals: choice.chosen.map { votes.proposals[$0] }, left: choice.left))
        }
        return choices
    }

    func budget(_ choices: [Choice]) -> [Report.Section] {
        guard let budget = set.budget else { return [] }
        let table = Report.Table(
            columns: [
                .init(id: "choice", title: assembly.say("choice", "choix")),
                .init(id: "ids", title: assembly.say("proposals", "propositions")),
                .init(id: "left", title: assembly.say("left", "reste"), unit: "EUR"),
            ],
            rows: choices.map { choice in
                [
                    .text(choice.name), .text(choice.proposals.joined(separator: " ")),
                    .figure(Figure(Double(choice.left) / 100, "EUR")),
                ]
            })
        let amount = UnitWords(assembly.language).text(Figure(Double(budget) / 100, "EUR"))
        let unpriced = zip(set.standing, costs).filter { $1 == nil }.map(\.0.id)
        let note = assembly.say(
            "Out of reach of the choice, their cost being not assessed: ",
            "Hors du choix, leur coût n’étant pas évalué : ")
        return [
            .init(assembly.say("What \(amount) pay", "Ce que paient \(amount)"), .table(table)),
            .init(nil, .notes(unpriced.isEmpty ? [] : [note + unpriced.joined(separator: ", ") + "."])),
        ]
    }

    /// The choices for programs.
    func data(_ choices: [Choice]) -> [JSON.Member] {
        guard let budget = set.budget else { return [] }
        let members = choices.map { choice in
            JSON.Member(
                choice.id,
                .object(of: [
                    "proposals": .array(choice.proposals.map { .string($0) }),
                    "left": .number(Double(choice.left) / 100),
                ]))
        }
        return [
            .init("budget", .object([.init("unit", "EUR"), .init("amount", .number(Double(budget) / 100))] + members))
        ]
    }
}
