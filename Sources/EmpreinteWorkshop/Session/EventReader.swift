internal import EmpreinteModel
internal import EmpreinteText

extension RoomReader {
    /// Reads one event, whose shape is checked; nothing when it says no one thing.
    ///
    /// Codes: `event.verb`, `event.key`, `key.missing`, `action.unknown`, `action.level` and those of answers.
    mutating func event(_ node: Node, _ answers: AnswerReader) -> Event? {
        let errors = diagnostics.errorCount
        let verbs = Self.keys.filter { node[$0.verb] != nil }
        let isAnswer = verbs.isEmpty && node["answers"] != nil
        guard verbs.count == 1 || isAnswer else {
            refuse(
                node, "event.verb", "an event says one thing",
                hint: "one of \(Self.keys.map(\.verb).joined(separator: ", ")), or answers with person")
            return nil
        }
        let verb = verbs.first?.verb ?? "answers"
        let known = verbs.first?.others ?? ["person"]
        for entry in node.entries where entry.key.text != verb && !known.contains(entry.key.text) {
            refuse(entry.key, "event.key", "'\(entry.key.text)' says nothing of \(verb)")
        }
        let deed = deed(verb, node, answers)
        guard let deed, diagnostics.errorCount == errors else { return nil }
        let round = node["round"] ?? (verb == "close" ? node["close"] : nil)
        return Event(deed, round: round?.text, range: node.range)
    }

    private static let keys: [(verb: String, others: [String])] = [
        ("join", ["answers", "profile", "consent"]), ("pick", ["person", "round", "level"]),
        ("unpick", ["person", "round"]), ("vote", ["person", "round", "choice"]), ("close", []), ("undo", []),
        ("leave", []),
    ]

    private mutating func deed(_ verb: String, _ node: Node, _ reader: AnswerReader) -> Event.Deed? {
        guard let subject = node[verb] else { return nil }
        let person = node["person"]?.text
        switch verb {
        case "join":
            var arrival = Event.Arrival(person: subject.text, answers: [:])
            if let given = node["answers"] { arrival.answers = reader.answers(in: given, &diagnostics) }
            for entry in node["profile"]?.entries.map({ $0 }) ?? [] {
                arrival.profile[entry.key.text] = entry.value.text
            }
            arrival.agrees = node["consent"]?.flag
            return .join(arrival)
        case "answers":
            guard let person else { return missing("person", node) }
            return .answer(person, reader.answers(in: subject, &diagnostics))
        case "pick":
            guard let action = action(subject), let level = level(node["level"], of: action) else { return nil }
            return .pick(action, person: person, level: level)
        case "unpick": return action(subject).map { .unpick($0, person: person) }
        case "vote":
            guard let person else { return missing("person", node) }
            let vote = node["choice"].flatMap { Vote(rawValue: $0.text) } ?? .for
            return action(subject).map { .vote($0, person: person, vote) }
        case "close": return .close
        case "undo": return .undo
        default: return .leave(subject.text)
        }
    }

    private mutating func missing(_ key: String, _ node: Node) -> Event.Deed? {
        refuse(node, "key.missing", "the event does not say whose it is", hint: "\(key): p01")
        return nil
    }
}
