internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Sets out what became of commitments. Small groups are suppressed, as in what a programme publishes.
struct CommitmentsReport {
    let request: Analysis.Request
    let commitments: [Commitment]
    let relays: [Relay]
    let changes: [SurveyChange]
    let effect: CommitmentEffect?
    let year: Int
    let disclosure: Disclosure
    let population: Int?
    let assumptions: Assumptions

    var language: Language { request.language }
    var model: Model { request.model }
    func say(_ english: String, _ french: String) -> String { language.say(english, french) }
    func text(_ label: Label) -> String { label.text(in: language.rawValue) }
    var suppressed: Report.Table.Cell { .missing(say("suppressed", "secret")) }
    var unit: String { model.indicators[model.indicator("ghg") ?? 0].unit.description }

    var report: Report {
        Report(
            title: say("Commitments and what became of them", "Les engagements et leur suite") + assumptions.mark,
            about: .init(request, year: commitments.isEmpty ? nil : year),
            sections: assumptions.sections
                + [headline, kept, survival, supports, dropped, survey, reach, notes].compactMap { $0 },
            records: records, data: data)
    }

    // MARK: Groups

    /// Commitments of one sort, with the rate they are kept at.
    struct Group {
        let sort: String
        let id: String
        let label: String
        let members: [Commitment]

        var rate: KeptRate {
            var rate = KeptRate()
            for member in members { rate.add(member) }
            return rate
        }
    }

    /// By domain, actor, relay and year of start; each sort covers all commitments that have it.
    var groups: [Group] {
        func group(_ sort: String, _ key: (Commitment) -> (id: String, label: String)?) -> [Group] {
            var order: [(id: String, label: String)] = []
            var members: [String: [Commitment]] = [:]
            for commitment in commitments {
                guard let key = key(commitment) else { continue }
                if members[key.id] == nil { order.append(key) }
                members[key.id, default: []].append(commitment)
            }
            return order.sorted { $0.id < $1.id }.map {
                Group(sort: sort, id: $0.id, label: $0.label, members: members[$0.id] ?? [])
            }
        }
        return group("domain") { commitment in
            let domain = model.categories[model.actions[commitment.action].domain]
            return (domain.id, text(domain.label))
        } + group("actor") { ($0.actor.rawValue, name(of: $0.actor)) }
            + group("relay") { commitment in
                commitment.relay.map { relay in
                    (relay, relays.first { $0.id == relay }.map { text($0.label) } ?? relay)
                }
            } + group("cohort") { (String($0.start.year), String($0.start.year)) }
    }

    private func name(of actor: Commitment.Actor) -> String {
        switch actor {
        case .citizen: say("citizens", "citoyens")
        case .commune: say("communes", "communes")
        case .association: say("associations", "associations")
        case .firm: say("firms", "entreprises")
        case .staff: say("staff", "agents et salariés")
        }
    }

    private func title(of sort: String) -> String {
        switch sort {
        case "domain": say("domain", "domaine")
        case "actor": say("actor", "acteur")
        case "relay": say("relay", "relais")
        default: say("year", "année")
        }
    }

    /// Which groups may be shown together: all sorts part the same commitments.
    var disclosed: (shown: [(group: Group, isShown: Bool)], isTotalShown: Bool) {
        let groups = groups
        var sorts: [String] = []
        for group in groups where !sorts.contains(group.sort) { sorts.append(group.sort) }
        let lines = sorts.map { sort in
            let own = groups.filter { $0.sort == sort }.map(\.members.count)
            // Those without a relay, which no line tells.
            return own + [commitments.count - own.reduce(0, +)]
        }
        let published = disclosure.publish(lines: lines)
        let cells = zip(sorts, published.lines).flatMap { $1.dropLast() }
        return (zip(groups, cells).map { ($0, $1 != nil) }, published.total != nil)
    }

    var all: Group { Group(sort: "all", id: "all", label: say("all", "tous"), members: commitments) }

    // MARK: Sections

    private var headline: Report.Section? {
        guard !commitments.isEmpty, disclosed.isTotalShown else { return nil }
        let rate = all.rate
        var headlines: [Report.Headline] = []
        if let kept = rate.rate, let bounds = rate.bounds {
            let percent = { (value: Double) in UnitWords(language).text(Figure(value * 100, "%")) }
            headlines.append(
                .init(
                    Figure(kept * 100, "%"),
                    label: say("kept, of what is known", "tenus, de ce qui est connu"),
                    remark: say(
                        "from \(percent(bounds.lowerBound)) to \(percent(bounds.upperBound)), whatever became of the others",
                        "de \(percent(bounds.lowerBound)) à \(percent(bounds.upperBound)), quoi qu’il soit advenu des autres"
                    )))
        }
        if let effect, let low = effect.saved[.zero], let high = effect.saved[.pledged] {
            let words = UnitWords(language)
            headlines.append(
                .init(
                    Figure(low, unit), label: say("saved in \(year) at least", "évités en \(year) au moins"),
                    remark: say(
                        "\(words.short(Figure(high, unit))) if all that is unknown is kept, \(words.short(Figure(effect.promised, unit))) were promised",
                        "\(words.short(Figure(high, unit))) si tout l’inconnu est tenu, \(words.short(Figure(effect.promised, unit))) promis"
                    )))
        }
        return headlines.isEmpty ? nil : .init(nil, .headline(headlines))
    }

    private var kept: Report.Section? {
        guard !commitments.isEmpty else { return nil }
        func percent(_ value: Double?) -> Report.Table.Cell {
            value.map { .figure(Figure($0 * 100, "%")) } ?? .missing(say("unknown", "inconnu"))
        }
        let rows = (disclosed.shown + [(all, disclosed.isTotalShown)]).map { group, isShown -> [Report.Table.Cell] in
            let label: Report.Table.Cell = .text(
                group.sort == "all" ? group.label : "\(title(of: group.sort)) · \(group.label)")
            guard isShown else { return [label, suppressed, suppressed, suppressed, suppressed] }
            let rate = group.rate
            return [
                label, .text(String(rate.all)), percent(rate.rate), percent(rate.bounds?.lowerBound),
                percent(rate.bounds?.upperBound),
            ]
        }
        return .init(
            say("Kept", "Tenus"),
            .table(
                .init(
                    columns: [
                        .init(id: "group", title: say("group", "groupe")),
                        .init(id: "commitments", title: say("number", "nombre"), alignment: .trailing),
                        .init(id: "rate", title: say("kept", "tenus"), unit: "%"),
                        .init(id: "low", title: say("at least", "au moins"), unit: "%"),
                        .init(id: "high", title: say("at most", "au plus"), unit: "%"),
                    ], rows: rows)))
    }

    var curve: Survival { Survival(commitments.compactMap(\.spell)) }

    private var survival: Report.Section? {
        guard disclosed.isTotalShown, !curve.steps.isEmpty else { return nil }
        return .init(
            say("Still kept, by months since the promise", "Encore tenus, par mois depuis l’engagement"),
            .table(
                .init(
                    columns: [
                        .init(id: "month", title: say("month", "mois"), alignment: .trailing),
                        .init(id: "share", title: say("still kept", "encore tenus"), unit: "%"),
                    ], rows: curve.steps.map { [.text(String($0.month)), .figure(Figure($0.share * 100, "%"))] })))
    }

    private var dropped: Report.Section? {
        let reasons = self.reasons
        guard !reasons.isEmpty else { return nil }
        return .init(
            say("Why some were dropped or kept in part", "Pourquoi certains sont abandonnés ou tenus en partie"),
            .table(
                .init(
                    columns: [
                        .init(id: "reason", title: say("reason", "raison")),
                        .init(id: "commitments", title: say("number", "nombre"), alignment: .trailing),
                    ], rows: reasons.map { [.text($0.reason), $0.count.map { .text(String($0)) } ?? suppressed] })))
    }

    /// The reasons given, most first; no total of them is shown, so each stands for itself.
    var reasons: [(reason: String, count: Int?)] {
        var counts: [String: Int] = [:]
        for commitment in commitments {
            guard let last = commitment.last(), last.status == .dropped || last.status == .partial else { continue }
            counts[last.reason ?? say("not told", "non dite"), default: 0] += 1
        }
        // The order tells nothing of what is suppressed.
        return counts.map { (reason: $0, count: disclosure.shows($1) ? $1 : nil) }
            .sorted { (-($0.count ?? 0), $0.reason) < (-($1.count ?? 0), $1.reason) }
    }

    private var supports: Report.Section? {
        let rows = supportRows
        guard !rows.isEmpty else { return nil }
        return .init(
            say("By support scheme", "Par dispositif"),
            .table(
                .init(
                    columns: [
                        .init(id: "support", title: say("support", "dispositif")),
                        .init(id: "actions", title: "actions", alignment: .trailing),
                        .init(id: "pledges", title: say("promised", "promis"), alignment: .trailing),
                        .init(id: "rate", title: say("kept", "tenus"), unit: "%"),
                    ],
                    rows: rows.map { row in
                        [
                            .text(text(row.support.label)), .text(String(row.support.actions.count)),
                            row.rate.map { .text(String($0.all)) } ?? suppressed,
                            row.rate.flatMap(\.rate).map { .figure(Figure($0 * 100, "%")) } ?? .missing("–"),
                        ]
                    })))
    }

    /// The schemes of the pack, with the commitments they help; no rate where it is suppressed.
    var supportRows: [(support: Support, rate: KeptRate?)] {
        guard !commitments.isEmpty else { return [] }
        return model.supports.map { support in
            let own = commitments.filter { $0.support == support.id }
            let group = Group(sort: "support", id: support.id, label: "", members: own)
            return (support, disclosure.shows(own.count) ? group.rate : nil)
        }
    }
}
