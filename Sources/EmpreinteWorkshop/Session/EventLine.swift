public import EmpreinteModel
internal import EmpreinteText

/// The short lines a facilitator types, written as the events of a log: `p03 pick food.no_red_meat all`, `p03 vote
/// public.cycling_plan against`, `p04 join transport.car.km=9000`, `close`, `undo`.
public enum EventLine {
    /// The event in braces, as a log has it; what is in braces already stays.
    ///
    /// - Parameter round: the round that is open, which choices are meant for.
    /// - Throws: `event.line` for what is no event.
    public static func flow(_ line: String, round: String?) throws(Refusal) -> String {
        let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
        if words.first?.first == "{" { return line }
        guard let place = words.firstIndex(where: { verbs.contains($0) }), place < 2 else { throw unknown(line) }
        let verb = words[place]
        let person = place == 1 ? words[0] : nil
        let rest = Array(words[(place + 1)...])
        let meant = round.map { [("round", $0)] } ?? []
        let own = person.map { [("person", $0)] } ?? []
        switch (verb, rest.count) {
        case ("undo", 0) where person == nil: return map([("undo", "last")])
        case ("close", 0) where person == nil, ("close", 1) where person == nil:
            guard let name = rest.first ?? round else { throw Refusal("session.over", "all rounds are closed") }
            return map([("close", name)])
        case ("leave", 0), ("leave", 1):
            guard let who = person ?? rest.first, person == nil || rest.isEmpty else { throw unknown(line) }
            return map([("leave", who)])
        case ("join", _), ("answer", _):
            guard let who = person ?? rest.first else { throw unknown(line) }
            let pairs = try pairs(person == nil ? Array(rest.dropFirst()) : rest, line)
            let answers = pairs.isEmpty ? "" : "answers: " + map(pairs)
            guard verb == "join" else {
                return "{\(answers.isEmpty ? "answers: {}" : answers), person: \(scalar(who))}"
            }
            return "{join: \(scalar(who))\(answers.isEmpty ? "" : ", " + answers)}"
        case ("pick", 1), ("pick", 2):
            return map([("pick", rest[0])] + own + meant + (rest.count > 1 ? [("level", rest[1])] : []))
        case ("unpick", 1): return map([("unpick", rest[0])] + own + meant)
        case ("vote", 1), ("vote", 2):
            return map([("vote", rest[0])] + own + meant + [("choice", rest.count > 1 ? rest[1] : "for")])
        default: throw unknown(line)
        }
    }

    /// Somebody who comes with answers, as a log has it.
    public static func arrival(_ person: Person, _ model: Model) -> String {
        let pairs = person.answers.sorted { $0.key < $1.key }.map { input, answer in
            let text: String =
                switch model.inputs[input].kind {
                case .number: JSON.text(of: answer)
                case .flag: answer == 0 ? "false" : "true"
                case .option(let codes, _): Int32(exactly: answer).flatMap(codes.name) ?? ""
                }
            return (model.inputs[input].id, text)
        }
        return "{join: \(scalar(person.id))\(pairs.isEmpty ? "" : ", answers: " + map(pairs))}"
    }

    private static let verbs = ["join", "answer", "pick", "unpick", "vote", "close", "undo", "leave"]

    private static func unknown(_ line: String) -> Refusal {
        Refusal(
            "event.line", "'\(line)' says nothing known here",
            hint: "as in: p03 pick ACTION LEVEL, p03 vote ACTION against, p03 join question=answer, close, undo")
    }

    private static func pairs(_ words: [String], _ line: String) throws(Refusal) -> [(String, String)] {
        var pairs: [(String, String)] = []
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { throw unknown(line) }
            pairs.append((String(parts[0]), String(parts[1])))
        }
        return pairs
    }

    private static func map(_ pairs: [(String, String)]) -> String {
        "{" + pairs.map { "\(scalar($0)): \(scalar($1))" }.joined(separator: ", ") + "}"
    }

    /// A text that reads back the same inside braces.
    private static func scalar(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "+"): true
            default: false
            }
        }
        guard !isPlain || text.isEmpty else { return text }
        return JSON.string(text).text()
    }
}
