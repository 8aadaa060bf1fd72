internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Reads what the council decided, in the order of dates.
///
/// Codes: `date.syntax`, `proposal.unknown`, `decision.double`.
struct DecisionReader {
    let documents: Documents
    let amounts: AmountReader
    let language: String
    /// The proposals there are; nothing where none were given.
    let known: [String]?

    init(_ documents: Documents, _ model: Model, known: [String]?) {
        self.documents = documents
        self.known = known
        amounts = AmountReader(units: model.units)
        language = model.identity.language
    }

    func read(_ diagnostics: inout Diagnostics) -> [Decision] {
        var decisions: [Decision] = []
        var places: [String: Node] = [:]
        for document in documents.all(DeliberationKinds.decisions) {
            for session in document["council"]?.entries.map({ $0 }) ?? [] {
                guard let date = amounts.day(session.key, &diagnostics) else { continue }
                for entry in session.value.entries {
                    let id = entry.key.text
                    if let known, !known.contains(id) {
                        diagnostics.error(
                            "proposal.unknown", "there is no proposal '\(id)'", at: entry.key.range,
                            hint: Spelling.didYouMean(id, among: known))
                    }
                    if let first = places.updateValue(entry.key, forKey: "\(date) \(id)") {
                        diagnostics.error(
                            "decision.double", "'\(id)' was decided on that date already", at: entry.key.range,
                            related: [(first.range, "here")])
                    }
                    let word = entry.value["decision"] ?? entry.value
                    guard let outcome = Decision.Outcome(rawValue: word.text) else { continue }
                    decisions.append(
                        Decision(
                            date: date, proposal: id, outcome: outcome,
                            note: Label(entry.value["note"], language: language)))
                }
            }
        }
        return decisions.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
            .map(\.element)
    }
}
