internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// What one machine counted of a programme, as a document that another puts together with its own.
///
/// It holds every number to the last bit, so that the whole is the same however the sessions were spread.
struct ProgrammePart {
    let people: ProgrammePeople
    /// Why some of it is made up.
    let assumption: String?
}

// MARK: - Writing

extension ProgrammePart {
    /// - Parameter model: the one people were evaluated with.
    func data(_ model: Model) -> [JSON.Member] {
        guard let aim = people.aim else { return [.init("kind", "programme_part"), .init("rooms", .array([]))] }
        return [
            .init("kind", "programme_part"), .init("indicator", .string(model.indicators[aim.indicator].id)),
            .init("start", .integer(aim.start)), .init("goal", .integer(aim.goal)),
            .init("rooms", .array(people.rooms.map(Self.json))),
            .init("people", .array(people.members.map { Self.json($0, model) })),
        ] + (assumption.map { [.init("assumption", true), .init("reason", .string($0))] } ?? [])
    }

    private static func json(_ room: ProgrammePeople.Held) -> JSON {
        .object(of: [
            "id": .string(room.id), "channel": .string(room.channel), "attended": .integer(room.attended),
            "left_out": .integer(room.leftOut), "places": .integer(room.places),
            "from": .integer(room.background.from), "background": json(room.background.values),
        ])
    }

    private static func json(_ member: ProgrammePeople.Member, _ model: Model) -> JSON {
        .object(of: [
            "session": .string(member.key.session), "person": .string(member.key.person),
            "channel": .string(member.channel), "commune": .string(member.commune),
            "year": member.year.map(JSON.integer),
            "profile": .object(member.profile.sorted { $0.key < $1.key }.map { .init($0, .string($1)) }),
            "values": .array(member.values.map(json)), "from": .integer(member.path.from),
            "path": json(member.path.values),
            "picks": .array(
                member.picks.map { .array([.string(model.actions[$0.action].id), .integer($0.round + 1)]) }),
        ])
    }

    private static func json(_ values: [Double]) -> JSON { .array(values.map(JSON.number)) }
}

// MARK: - Reading

extension RoomReader {
    /// Reads a part.
    ///
    /// Codes: `part.pack`, `part.number`, `part.shape`, `count.range`, `indicator.unknown`, `action.unknown`.
    mutating func part(_ document: Document) -> ProgrammePart? {
        let errors = diagnostics.errorCount
        if let hash = document["hash"], hash.text != model.identity.hash {
            refuse(
                hash, "part.pack", "this part was counted with another state of the pack",
                hint: "count all parts with the same pack")
        }
        guard let indicator = document["indicator"].flatMap({ self.indicator($0) }),
            let start = count(document["start"], in: model.years.range),
            let goal = count(document["goal"], in: model.years.range)
        else { return nil }
        let aim = ProgrammePeople.Aim(start: start, goal: max(start, goal), indicator: indicator)
        let branches = model.categories.count { $0.isTop && $0.totals[indicator] != nil }
        var rooms: [ProgrammePeople.Held] = []
        for node in document["rooms"]?.items.map({ $0 }) ?? [] {
            guard let attended = count(node["attended"], in: 0...1_000_000),
                let leftOut = count(node["left_out"], in: 0...attended),
                let places = count(node["places"], in: 0...1_000_000),
                let background = path(node["from"], node["background"], aim)
            else { continue }
            rooms.append(
                .init(
                    id: node["id"]?.text ?? "", channel: node["channel"]?.text ?? "", attended: attended,
                    leftOut: leftOut, places: places, background: background))
        }
        var members: [ProgrammePeople.Member] = []
        for node in document["people"]?.items.map({ $0 }) ?? [] {
            guard let path = path(node["from"], node["path"], aim) else { continue }
            let values = (node["values"]?.items.map { $0 } ?? []).map { numbers($0) }
            guard values.count == ProgrammePeople.Moment.allCases.count, values.allSatisfy({ $0.count == 1 + branches })
            else {
                refuse(node, "part.shape", "a person has three times a total and \(branches) branches")
                continue
            }
            members.append(
                .init(
                    key: .init(session: node["session"]?.text ?? "", person: node["person"]?.text ?? ""),
                    channel: node["channel"]?.text ?? "", commune: node["commune"]?.text ?? "",
                    year: node["year"].flatMap { Int($0.text) },
                    profile: Dictionary(
                        node["profile"]?.entries.map { ($0.key.text, $0.value.text) } ?? [],
                        uniquingKeysWith: { first, _ in first }),
                    values: values, path: path, picks: picks(node["picks"])))
        }
        // Nobody is counted who was not there.
        let counted = Dictionary(grouping: members) { $0.key.session }.mapValues(\.count)
        let known = Dictionary(rooms.map { ($0.id, $0.attended - $0.leftOut) }) { first, _ in first }
        if counted.contains(where: { known[$0] != $1 }) || known.contains(where: { $1 > 0 && counted[$0] != $1 }) {
            refuse(document.root, "part.shape", "the people of this part are not those of its rooms")
        }
        guard diagnostics.errorCount == errors else { return nil }
        return ProgrammePart(
            people: ProgrammePeople(aim, members: members, rooms: rooms), assumption: assumption(document))
    }

    private mutating func path(_ from: Node?, _ node: Node?, _ aim: ProgrammePeople.Aim) -> ProgrammePeople.Path? {
        guard let node, let from = count(from, in: model.years.range) else { return nil }
        let path = ProgrammePeople.Path(from: from, values: numbers(node))
        guard from <= aim.start || path.values.isEmpty || from <= aim.goal else { return nil }
        return path
    }

    private mutating func numbers(_ node: Node) -> [Double] {
        node.items.compactMap { item in
            if let value = Double(item.text), value.isFinite { return value }
            refuse(item, "part.number", "'\(item.text)' is no number")
            return nil
        }
    }

    private mutating func picks(_ node: Node?) -> [ProgrammePeople.Pick] {
        var picks: [ProgrammePeople.Pick] = []
        for pick in node?.items.map({ $0 }) ?? [] {
            let parts = pick.items.map { $0 }
            guard parts.count == 2, let action = action(parts[0]), let round = count(parts[1], in: 1...1000) else {
                continue
            }
            picks.append(.init(action: action, round: round - 1))
        }
        return picks
    }
}
