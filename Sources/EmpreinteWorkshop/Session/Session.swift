public import EmpreinteModel
internal import EmpreinteText

/// A session read from its log: where it was held, and the room after its last event.
public struct Session: Sendable {
    /// The id.
    public let id: String
    /// The channel people came by.
    public let channel: String?
    /// Where it was held.
    public let commune: String?
    /// The day it was held.
    public let date: CalendarDate?
    /// Whether those who say nothing of it agree to be counted.
    public let agrees: Bool
    /// The room after every event.
    public let room: Room
    /// What happened, in order.
    public let events: [Event]
    /// The rooms after each round was closed, and how the last one stands.
    public let snapshots: [Room]
    /// Why it is made up; nothing for what is real.
    let assumption: String?
}

extension RoomReader {
    /// The workshops of a request: of two with one id, the one nearest to the caller.
    mutating func workshops(of documents: Documents) -> [String: Workshop] {
        var workshops: [String: Workshop] = [:]
        for document in documents.all(WorkshopKinds.workshop) {
            if let workshop = workshop(document) { workshops[workshop.id] = workshop }
        }
        return workshops
    }

    /// Reads a session and replays it; what is refused is reported where it is written.
    ///
    /// Codes: `session.workshop`, `session.model` (a warning), those of events and those of `Room.accept`.
    mutating func session(_ document: Document, _ workshops: [String: Workshop], _ rules: RoomRules) -> Session? {
        guard let name = document["workshop"] else { return nil }
        guard let workshop = workshops[name.text] else {
            refuse(
                name, "session.workshop", "no workshop is called '\(name.text)'",
                hint: Spelling.didYouMean(name.text, among: workshops.keys.sorted())
                    ?? "give its document, or a pack that has it")
            return nil
        }
        if let stated = document["model"], stated.text.split(separator: "@").first.map(String.init) != model.identity.id
        {
            diagnostics.warning(
                "session.model", "the session was held with \(stated.text), and is read with \(model.identity.id)",
                at: stated.range)
        }
        let errors = diagnostics.errorCount
        let answers = AnswerReader(model)
        var room = Room(workshop, rules)
        var events: [Event] = []
        var snapshots: [Room] = []
        for node in document["events"]?.items.map({ $0 }) ?? [] {
            guard let event = event(node, answers) else { continue }
            do throws(Refusal) {
                let open = room.state.open
                try room.accept(event)
                events.append(event)
                if room.state.open > open { snapshots.append(room) }
            } catch {
                refuse(node, error.code, error.message, hint: error.hint)
            }
        }
        let date = date(document["date"])
        guard diagnostics.errorCount == errors else { return nil }
        if room.openRound != nil { snapshots.append(room) }
        return Session(
            id: document["id"]?.text ?? Self.name(of: document.path), channel: document["channel"]?.text,
            commune: document["commune"]?.text, date: date, agrees: document["consent"]?.flag ?? false, room: room,
            events: events, snapshots: snapshots, assumption: assumption(document))
    }

    /// The name of a file without its folder and extension.
    private static func name(of path: String) -> String {
        let file = Path.lastComponent(of: path)
        return String(file.prefix { $0 != "." })
    }
}
