public import EmpreinteAnalysis
internal import EmpreinteModel
public import EmpreinteText

/// A session's file without one of its participants.
public struct ForgottenLog: Sendable {
    /// The file as it is to be written.
    public let bytes: [UInt8]
    /// How many events were the person's.
    public let ownCount: Int
    /// How many events had been undone, and the undoing of them: nothing of them is kept.
    public let undoneCount: Int
    /// The events that no longer stand without the person, as written, with the reason.
    public let fallen: [(text: String, refusal: Refusal)]
    /// What was chosen for everybody and no longer is, and what now is, by id of the action.
    public let lost: [String]
    /// What is now chosen for everybody and was not, by id of the action.
    public let won: [String]

    /// - Parameter bytes: the file, which ends with one session.
    /// - Throws: what is wrong with the file, and `session.unknown_participant`.
    public init(
        _ person: String, in bytes: [UInt8], path: String, _ request: Analysis.Request
    ) throws(CompilationError) {
        let log = try SessionLog(bytes, path: path, request)
        let before = log.session
        guard before.room.state.position(of: person) != nil else {
            throw CompilationError(
                "session.unknown_participant", "nobody in '\(path)' is called '\(person)'",
                hint: Spelling.didYouMean(person, among: before.room.state.participants.map(\.id)))
        }
        let standing = Self.standing(before.events)
        let kept = standing.filter { $0.person != person }
        ownCount = standing.count - kept.count
        undoneCount = before.events.count - standing.count
        var room = Room(before.room.workshop, before.room.rules)
        var fallen: [(text: String, refusal: Refusal)] = []
        let start = before.events.first?.range?.lowerBound ?? log.wholeCount
        // Up to the line of the first event.
        let head = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        var text = Array(bytes[..<(before.events.isEmpty ? log.wholeCount : head)])
        for event in kept {
            guard let range = event.range else { continue }
            let written = bytes[range.lowerBound..<range.upperBound]
            do throws(Refusal) {
                try room.accept(event)
                text += Array("  - ".utf8) + written + [UInt8(ascii: "\n")]
            } catch {
                fallen.append((String(decoding: written, as: UTF8.self), error))
            }
        }
        self.bytes = text
        self.fallen = fallen
        func common(_ room: Room) -> [String] { room.standing.filter { $0.person == nil }.map { room.id($0.action) } }
        let (old, new) = (common(before.room), common(room))
        lost = old.filter { !new.contains($0) }
        won = new.filter { !old.contains($0) }
    }

    /// The events that were not undone.
    private static func standing(_ events: [Event]) -> [Event] {
        events.reduce(into: []) { standing, event in
            if case .undo = event.deed { _ = standing.popLast() } else { standing.append(event) }
        }
    }
}

extension Event {
    /// Whose event it is; nothing for what concerns everybody.
    var person: String? {
        switch deed {
        case .join(let arrival): arrival.person
        case .answer(let person, _), .vote(_, let person, _), .leave(let person): person
        case .pick(_, let person, _), .unpick(_, let person): person
        case .close, .undo: nil
        }
    }
}
