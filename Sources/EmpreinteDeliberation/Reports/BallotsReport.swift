internal import EmpreinteAnalysis
internal import EmpreinteText

/// Sets out what voters make of proposals.
struct BallotsReport {
    let assembly: Assembly
    let poll: Poll
    /// The order by every method that goes by ballots.
    let orders: [(method: RankingMethod, ranking: Ranking)]
    /// The positions of the results, by majority judgement; those without a place last.
    private let order: [Int]

    init(assembly: Assembly, poll: Poll) {
        self.assembly = assembly
        self.poll = poll
        orders = RankingMethod.byBallots.map { ($0, $0.ranking(poll.votes)) }
        let places = orders.first { $0.method == .majorityJudgement }?.ranking.places ?? []
        order = poll.results.indices.sorted { (places[$0] ?? .max, $0) < (places[$1] ?? .max, $1) }
    }

    private var language: Language { assembly.language }

    var report: Report {
        let title = assembly.say("Ballots", "Bulletins")
        guard !poll.results.isEmpty else {
            let note = assembly.say("There are no ballots.", "Il n’y a pas de bulletins.")
            return assembly.report(
                title, [.init(nil, .notes([note]))], records: records, data: [.init("ballots", .array([]))])
        }
        return assembly.report(
            title,
            [
                .init(nil, .headline([headline])),
                .init(assembly.say("Approval", "Approbation"), .bars(bars)),
                .init(assembly.say("Opinion", "Opinion"), .table(opinions)),
                .init(assembly.say("Places by ballots", "Places selon les bulletins"), .table(places)),
            ] + adoption + [.init(nil, .notes(notes))], records: records, data: data)
    }

    private var headline: Report.Headline {
        let voters = poll.votes.weights.reduce(0, +)
        return .init(
            Figure(Double(voters)), label: assembly.say("voters", "votants"),
            remark: assembly.say(
                "of an electorate of \(poll.electorate), on \(poll.results.count) proposals",
                "sur un corps électoral de \(poll.electorate), pour \(poll.results.count) propositions"))
    }

    private var noVote: String { assembly.say("no vote", "aucun vote") }

    // MARK: Opinion

    private var bars: Report.Bars {
        Report.Bars(
            unit: "%",
            rows: order.prefix(Self.mostBars).map { index in
                let result = poll.results[index]
                return .init(
                    assembly.name(result.proposal), result.approval.map { .value($0.value * 100) } ?? .missing(noVote),
                    remark: result.opinion?.words(language))
            }, reference: poll.adoption.map { .init(assembly.say("threshold", "seuil"), $0.threshold * 100) })
    }

    /// More bars than this are no picture.
    private static let mostBars = 20

    private var opinions: Report.Table {
        func cell(_ value: Double?, _ unit: String = "", else reason: String) -> Report.Table.Cell {
            value.map { .figure(Figure($0, unit)) } ?? .missing(reason)
        }
        return Report.Table(
            columns: [
                .init(id: "id", title: "id"),
                .init(id: "votes", title: assembly.say("votes", "votes"), alignment: .trailing),
                .init(id: "blank", title: assembly.say("blank", "blancs"), alignment: .trailing),
                .init(id: "mean", title: assembly.say("mean", "moyenne"), alignment: .trailing),
                .init(id: "approval", title: assembly.say("approve", "approuvent"), unit: "%"),
                .init(id: "range", title: assembly.say("95% range", "à 95 %"), alignment: .trailing),
                .init(id: "consensus", title: "C", alignment: .trailing),
                .init(id: "agreement", title: "A", alignment: .trailing),
                .init(id: "opinion", title: assembly.say("opinion", "opinion")),
            ],
            rows: order.map { index in
                let result = poll.results[index]
                let range = result.approval.map {
                    "\(assembly.percent($0.range.lowerBound))–\(assembly.percent($0.range.upperBound))"
                }
                return [
                    .text(result.proposal), .figure(Figure(Double(result.counts.total))),
                    .figure(Figure(Double(result.blanks))), cell(result.mean, else: noVote),
                    cell(result.approval.map { $0.value * 100 }, "%", else: noVote),
                    range.map { .text($0) } ?? .missing(noVote), cell(result.counts.consensus, else: noVote),
                    cell(
                        result.counts.agreement,
                        else: poll.votes.scale.count < 3
                            ? assembly.say("needs 3 grades", "il faut 3 notes") : noVote),
                    result.opinion.map { .text($0.words(language)) } ?? .missing(noVote),
                ]
            })
    }

    private var places: Report.Table {
        return Report.Table(
            columns: [.init(id: "id", title: "id")]
                + orders.map { .init(id: $0.method.rawValue, title: $0.method.words(language), alignment: .trailing) }
                + [
                    .init(id: "median", title: assembly.say("median", "médiane"), alignment: .trailing),
                    .init(id: "above", title: assembly.say("above", "au-dessus"), alignment: .trailing),
                    .init(id: "below", title: assembly.say("below", "en dessous"), alignment: .trailing),
                ],
            rows: order.map { index in
                let result = poll.results[index]
                let judgement = MajorityJudgement(result.counts)
                func share(_ count: Int?) -> Report.Table.Cell {
                    guard let count, result.counts.total > 0 else { return .missing(noVote) }
                    return .text(assembly.percent(Double(count) / Double(result.counts.total)))
                }
                return [.text(result.proposal)]
                    + orders.map { $0.ranking.places[index].map { .figure(Figure(Double($0))) } ?? .missing(noVote) }
                    + [
                        result.median.map { .figure(Figure(Double($0))) } ?? .missing(noVote), share(judgement?.above),
                        share(judgement?.below),
                    ]
            })
    }

    // MARK: What becomes of them

    private var adoption: [Report.Section] {
        guard poll.adoption != nil || !assembly.decisions.isEmpty else { return [] }
        let table = Report.Table(
            columns: [
                .init(id: "id", title: "id"), .init(id: "vote", title: assembly.say("vote", "vote")),
                .init(id: "council", title: assembly.say("council", "conseil")),
                .init(id: "date", title: assembly.say("date", "date")),
                .init(id: "state", title: assembly.say("state now", "état actuel")),
            ],
            rows: order.map { index in
                let result = poll.results[index]
                let decision = assembly.decision(result.proposal)
                let state = assembly.set.proposals.first { $0.id == result.proposal }?.state
                return [
                    .text(result.proposal), result.outcome.map { .text($0.words(language)) } ?? .empty,
                    decision.map { .text($0.outcome.words(language)) }
                        ?? .missing(assembly.say("not decided", "non décidé")),
                    decision.map { .text($0.date.description) } ?? .empty,
                    state.map { .text($0.words(language)) } ?? .empty,
                ]
            })
        return [.init(assembly.say("Adoption and decisions", "Adoption et décisions"), .table(table))]
    }

    private var notes: [String] {
        let cut = poll.cutOffs
        let style = NumberStyle(language)
        let (consensus, inFavour, against) = (
            style.text(cut.consensus), style.text(cut.inFavour), style.text(cut.against)
        )
        var notes = [
            assembly.say(
                "A grade of \(poll.approve) or more approves; blank ballots are counted apart.",
                "Une note de \(poll.approve) ou plus approuve ; les bulletins blancs sont comptés à part."),
            assembly.say(
                "C: consensus after Tastle and Wierman, 0 to 1. A: agreement after van der Eijk, −1 to 1.",
                "C : consensus selon Tastle et Wierman, de 0 à 1. A : accord selon van der Eijk, de −1 à 1."),
            assembly.say(
                "Divided under C \(consensus); else for from \(inFavour) of the scale, against up to \(against).",
                "Partagé sous C \(consensus) ; sinon pour dès \(inFavour) de l’échelle, contre jusqu’à \(against)."),
            assembly.say(
                "Majority judgement: median grade, then the shares above and below. Equal proposals share a place.",
                "Jugement majoritaire : note médiane, puis parts au-dessus et en dessous. Les ex aequo partagent leur "
                    + "place."),
        ]
        let unvoted = assembly.set.standing.map(\.id).filter { poll.result($0) == nil }
        if !unvoted.isEmpty {
            notes.append(
                assembly.say("No ballots on ", "Aucun bulletin sur ") + unvoted.joined(separator: ", ") + ".")
        }
        if !poll.statesElectorate {
            notes.append(
                assembly.say(
                    "No electorate is stated: it is taken to be those who voted.",
                    "Aucun corps électoral n’est indiqué : ce sont ceux qui ont voté."))
        }
        if let rule = poll.adoption {
            let quorum = rule.quorum.map {
                assembly.say(
                    "at least \(assembly.percent($0)) of the electorate voting, and ",
                    "au moins \(assembly.percent($0)) du corps électoral votant, et ")
            }
            notes.append(
                assembly.say("Adopted with ", "Adoptée avec ") + (quorum ?? "")
                    + assembly.say(
                        "at least \(assembly.percent(rule.threshold)) of expressed votes approving.",
                        "au moins \(assembly.percent(rule.threshold)) d’approbation parmi les exprimés."))
        }
        return notes
    }
}
