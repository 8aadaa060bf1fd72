internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

extension ProgrammeReport {
    /// How many commitments there are by domain and by support scheme: two ways to part the same ones, told together.
    struct Promises {
        let domains: [(category: Int, count: Int?)]
        /// By the id of the scheme, of those there are.
        let supports: [String: Int?]
        let total: Int?
    }

    var promisesByDomain: Promises {
        let domains = Set(promises.map { model.actions[$0.action].domain }).sorted()
        let supports = Set(promises.compactMap(\.support)).sorted()
        // A scheme helps some domains only, which readers of the pack know: cells by both, none of them published.
        var linked = LinkedCounts()
        let (start, end) = (linked.node(), linked.node())
        let domainNodes = domains.map { _ in linked.node() }
        let supportNodes = (supports + [""]).map { _ in linked.node() }
        func count(_ domain: Int?, _ support: Int?) -> Int {
            promises.count { promise in
                (domain.map { model.actions[promise.action].domain == domains[$0] } ?? true)
                    && (support.map { (promise.support ?? "") == ($0 < supports.count ? supports[$0] : "") } ?? true)
            }
        }
        let domainPlaces = domains.indices.map { linked.add(count($0, nil), from: start, to: domainNodes[$0], .margin) }
        let supportPlaces = supportNodes.indices.map { support in
            linked.add(
                count(nil, support), from: supportNodes[support], to: end, .margin, isPublic: support < supports.count)
        }
        for domain in domains.indices {
            for support in supportNodes.indices {
                linked.add(
                    count(domain, support), from: domainNodes[domain], to: supportNodes[support], isPublic: false)
            }
        }
        let total = linked.add(promises.count, from: end, to: start, .total)
        let shown = programme.disclosure.publish(linked)
        return Promises(
            domains: zip(domains, domainPlaces).map { ($0, shown[$1]) },
            supports: Dictionary(zip(supports, supportPlaces).map { ($0, shown[$1]) }) { first, _ in first },
            total: shown[total])
    }

    // MARK: Support schemes

    /// What is told of a scheme that helps with some actions.
    struct SupportRow {
        let support: Support
        /// The people who picked one of its actions, and the commitments it helps; nothing where that is suppressed.
        let picks: Int?
        let commitments: Int?
        let keptRate: Double?
        /// Those dropped, by the word that says why.
        let dropped: [(reason: String, count: Int?)]
    }

    var supportRows: [SupportRow] {
        let published = promisesByDomain.supports
        return model.supports.map { support in
            let own = promises.filter { $0.support == support.id }
            var rate = KeptRate()
            for promise in own { rate.add(promise) }
            var reasons: [String: Int] = [:]
            for promise in own {
                guard let last = promise.last(), last.status == .dropped else { continue }
                reasons[last.reason ?? "unknown", default: 0] += 1
            }
            let commitments = published[support.id] ?? 0
            return SupportRow(
                support: support, picks: tables.picks(helpedBy: support), commitments: commitments,
                keptRate: commitments == nil ? nil : rate.rate,
                dropped: reasons.sorted { $0.key < $1.key }.map { reason, count in
                    (reason, programme.disclosure.shows(count) ? count : nil)
                })
        }
    }

    var supportSection: Report.Section? {
        let rows = supportRows
        guard !rows.isEmpty, !people.members.isEmpty else { return nil }
        return .init(
            say("By support scheme", "Par dispositif"),
            .table(
                .init(
                    columns: [
                        .init(id: "support", title: say("support", "dispositif")),
                        .init(id: "actions", title: "actions", alignment: .trailing),
                        .init(id: "picks", title: say("people who picked", "choisi par"), alignment: .trailing),
                        .init(id: "commitments", title: say("promised", "promis"), alignment: .trailing),
                        .init(id: "rate", title: say("kept", "tenus"), unit: "%"),
                        .init(id: "dropped", title: say("dropped", "abandonnés")),
                    ],
                    rows: rows.map { row in
                        [
                            .text(text(row.support.label)), .text(String(row.support.actions.count)), cell(row.picks),
                            cell(row.commitments),
                            row.keptRate.map { .figure(Figure($0 * 100, "%")) }
                                ?? (row.commitments == nil ? suppressed : .missing("–")),
                            .text(
                                row.dropped.map { "\($0.reason) (\($0.count.map(String.init) ?? say("few", "peu")))" }
                                    .joined(separator: ", ")),
                        ]
                    })))
    }

    // MARK: Parts

    /// What is handed to another machine instead of a report.
    static func part(of people: ProgrammePeople, _ assumed: [String?], _ request: Analysis.Request) -> Report {
        var seen: Set<String> = []
        let reasons = assumed.compactMap { $0 }.filter { seen.insert($0).inserted }
        let part = ProgrammePart(
            people: people, assumption: assumed.contains { $0 != nil } ? reasons.joined(separator: "; ") : nil)
        let language = request.language
        return Report(
            title: language.say("Part of a programme", "Partie d’un programme"), about: .init(request),
            sections: [
                .init(
                    nil,
                    .notes([
                        language.say(
                            "\(people.members.count) people of \(people.rooms.count) sessions under pseudonyms: not for publication. Format json writes them for another machine.",
                            "\(people.members.count) personnes de \(people.rooms.count) séances sous pseudonymes : à ne pas publier. Le format json les écrit pour une autre machine."
                        )
                    ]))
            ], data: part.data(request.model))
    }
}
