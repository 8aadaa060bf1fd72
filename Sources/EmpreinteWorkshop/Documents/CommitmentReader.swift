internal import EmpreinteModel
internal import EmpreinteText

extension RoomReader {
    /// Reads all commitments given.
    ///
    /// Codes: `commitment.duplicate`, `commitment.domain`, `commitment.before_pledge`, `commitment.future`,
    /// `commitment.level`, `commitment.until`, `commitment.support`, `observation.duplicate`, `action.unknown` and those of
    /// dates and levels.
    mutating func commitments(of documents: Documents) -> [Commitment] {
        var all: [Commitment] = []
        var ids: Set<String> = []
        var pledges: Set<Pledge> = []
        var domains: Set<Pledge> = []
        for document in documents.all(WorkshopKinds.commitments) {
            let now = date(document["at"])
            let isOnePerDomain = document["one_per"]?.text != "none"
            for node in document["commitments"]?.items.map({ $0 }) ?? [] {
                guard let commitment = commitment(node, now) else { continue }
                let session = commitment.session ?? ""
                if let id = node["id"], !ids.insert(commitment.id).inserted {
                    refuse(id, "commitment.duplicate", "two commitments are called '\(commitment.id)'")
                } else if let action = node["action"] {
                    if !pledges.insert(.init(commitment, commitment.action)).inserted {
                        refuse(
                            action, "commitment.duplicate", "'\(commitment.person)' promised '\(action.text)' already")
                    } else if isOnePerDomain, !session.isEmpty,
                        !domains.insert(.init(commitment, model.actions[commitment.action].domain)).inserted
                    {
                        let domain = model.categories[model.actions[commitment.action].domain].id
                        refuse(
                            action, "commitment.domain",
                            "'\(commitment.person)' has another commitment about '\(domain)' after this session",
                            hint: "one_per: none allows several")
                    }
                }
                all.append(commitment)
            }
        }
        return all
    }

    /// What may be promised once.
    private struct Pledge: Hashable {
        let person: String
        let session: String
        let subject: Int

        init(_ commitment: Commitment, _ subject: Int) {
            person = commitment.person
            session = commitment.session ?? ""
            self.subject = subject
        }
    }

    private mutating func commitment(_ node: Node, _ now: CalendarDate?) -> Commitment? {
        guard let id = node["id"], let person = node["person"], let name = node["action"],
            let action = action(name), let level = level(node["level"], of: action), let start = date(node["start"]),
            let actor = node["actor"].flatMap({ Commitment.Actor(rawValue: $0.text) })
        else { return nil }
        if let now, let written = node["start"], start > now {
            refuse(written, "commitment.future", "\(start) is after the day of the follow-up, \(now)")
        }
        let until = date(node["until"])
        if let until, let written = node["until"], until < start {
            refuse(written, "commitment.until", "it ends in \(until), before it starts in \(start)")
        }
        if let support = node["support"], !model.supports.contains(where: { $0.id == support.text }) {
            refuse(
                support, "commitment.support", "the pack has no support '\(support.text)'",
                hint: Spelling.didYouMean(support.text, among: model.supports.map(\.id)))
        }
        var observations: [Observation] = []
        for item in node["follow"]?.items.map({ $0 }) ?? [] {
            guard let observation = observation(item, of: action, promised: level, since: start, now) else { continue }
            if observations.contains(where: { $0.date == observation.date }), let date = item["date"] {
                refuse(date, "observation.duplicate", "'\(id.text)' was observed twice on \(observation.date)")
            }
            observations.append(observation)
        }
        return Commitment(
            id.text, person: person.text, actor: actor, action: action, level: level, start: start, until: until,
            session: node["session"]?.text, relay: node["relay"]?.text, support: node["support"]?.text,
            observations: observations)
    }

    private mutating func observation(
        _ node: Node, of action: Int, promised: Double, since start: CalendarDate, _ now: CalendarDate?
    ) -> Observation? {
        guard let written = node["date"], let date = date(written),
            let status = node["status"].flatMap({ Observation.Status(rawValue: $0.text) })
        else { return nil }
        if date < start {
            refuse(written, "commitment.before_pledge", "\(date) is before the promise, of \(start)")
        }
        if let now, date > now {
            refuse(written, "commitment.future", "\(date) is after the day of the follow-up, \(now)")
        }
        var level: Double?
        switch status {
        case .kept:
            level = promised
            if let seen = node["level"] { level = self.level(seen, of: action) }
        case .partial:
            guard let seen = node["level"] else {
                refuse(node, "commitment.level", "what is kept in part has a level", hint: "level: 0.5")
                return nil
            }
            level = self.level(seen, of: action)
        case .dropped: level = 0
        case .unknown: level = nil
        }
        return Observation(
            status, on: date, level: level, isMeasured: node["proof"]?.text == "measured",
            reason: node["reason"]?.text)
    }
}
