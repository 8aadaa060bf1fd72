public import EmpreinteAnalysis
internal import EmpreinteModel
public import EmpreinteText

/// The text of a session's file while the room is held: accepted events go after it, one a line.
public struct SessionLog: Sendable {
    /// The session as the file has it.
    let session: Session
    /// The room after its events.
    public private(set) var room: Room
    /// How much of the file is whole; what a crash left after it is to be cut.
    public let wholeCount: Int

    /// Opens the log of the one session of a file.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - request: the model, with the workshops it or the caller has.
    /// - Throws: what is wrong with the file; `session.count` when it does not hold one session at its end.
    public init(_ bytes: [UInt8], path: String, _ request: Analysis.Request) throws(CompilationError) {
        var diagnostics = Diagnostics()
        var reader = DocumentReader(WorkshopKinds.all, addingTo: request.sources)
        var documents = request.documents
        let read = reader.read(bytes, path: path, &diagnostics)
        for document in read { documents.add(document, &diagnostics) }
        try diagnostics.throwIfErrors(in: reader.sources)
        let sessions = read.filter { $0.kind.name == WorkshopKinds.session.name }
        guard sessions.count == 1, let document = sessions.first, read.last?.kind.name == document.kind.name else {
            throw CompilationError(
                "session.count", "'\(path)' does not end with one session, and events go at the end", in: reader.sources
            )
        }
        var rooms = RoomReader(request.model)
        let workshops = rooms.workshops(of: documents)
        let session = rooms.session(document, workshops, RoomRules(request.model))
        try rooms.diagnostics.throwIfErrors(in: reader.sources)
        guard let session else {
            throw CompilationError("session.count", "'\(path)' holds no session", in: reader.sources)
        }
        self.session = session
        room = session.room
        let isTorn = diagnostics.sorted.contains { $0.code == "log.torn" }
        wholeCount = isTorn ? DocumentReader.tornLine(of: bytes) ?? bytes.count : bytes.count
    }

    /// Accepts an event and gives the line to write after the log.
    ///
    /// - Parameter line: a short line, or the event in braces.
    /// - Throws: `event.line`, what an event may not say, and why the room refuses it; nothing has changed then.
    public mutating func accept(_ line: String) throws(CompilationError) -> String {
        let text = try room.flow(line)
        room = try room.following(text)
        return "  - \(text)\n"
    }
}

extension Room {
    /// The room after an event that does not happen.
    ///
    /// - Parameter line: a short line, or the event in braces.
    /// - Throws: `event.line`, what an event may not say, and why the room refuses it.
    public func asking(_ line: String) throws(CompilationError) -> Room { try following(try flow(line)) }

    fileprivate func flow(_ line: String) throws(CompilationError) -> String {
        do throws(Refusal) { return try EventLine.flow(line, round: openRound?.id) } catch {
            throw CompilationError(error.code, error.message, hint: error.hint)
        }
    }

    fileprivate func following(_ text: String) throws(CompilationError) -> Room {
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        let file = sources.add(path: "event", bytes: Array(text.utf8))
        let roots = YAMLReader.documents(in: file, of: sources, diagnostics: &diagnostics)
        try diagnostics.throwIfErrors(in: sources)
        guard let root = roots.first, roots.count == 1, !text.utf8.contains(UInt8(ascii: "\n")) else {
            throw CompilationError("event.line", "an event says one thing, on one line", in: sources)
        }
        if let events = WorkshopKinds.session.list, case .list(let item) = events.shape {
            item.check(root, of: "an event", &diagnostics)
        }
        try diagnostics.throwIfErrors(in: sources)
        var reader = RoomReader(model)
        let event = reader.event(root, AnswerReader(model))
        try reader.diagnostics.throwIfErrors(in: sources)
        guard let event else { throw CompilationError("event.line", "an event says one thing", in: sources) }
        var next = self
        do throws(Refusal) { try next.accept(event) } catch {
            throw CompilationError(
                [.error(error.code, error.message, at: root.range, hint: error.hint)], in: sources)
        }
        return next
    }
}
