import Empreinte
import EmpreinteModel
import EmpreinteText
import EmpreinteWorkshop
import TestSupport
import Testing

@Suite struct RoomTests {
    private static func open(_ events: [String]) throws -> SessionLog {
        try SessionLog(Array(RoomCase.log(events).utf8), path: "a.yaml", RoomCase.request([]))
    }

    @Test func undoTakesBackTheLastEvent() throws {
        var log = try Self.open(["join: p01, answers: {car.km: 4000}"])
        let before = log.room.state
        _ = try log.accept("p01 pick mobility.less some")
        _ = try log.accept("p01 leave")
        _ = try log.accept("undo")
        _ = try log.accept("undo")
        #expect(log.room.state == before)
        _ = try log.accept("undo")
        #expect(log.room.state.participants.isEmpty)
    }

    @Test func anUnpickRestoresTheState() throws {
        var log = try Self.open(["join: p01, answers: {car.km: 4000}"])
        let before = log.room.state
        _ = try log.accept("p01 pick mobility.less")
        _ = try log.accept("p01 unpick mobility.less")
        #expect(log.room.state == before)
    }

    @Test func votesCarryTheMostWantedThatFits() throws {
        var log = try Self.open(["join: p01", "join: p02", "join: p03", "close: r1", "close: r2", "close: r3"])
        for vote in [
            "p01 vote public.roads", "p02 vote public.roads against", "p01 vote public.buses", "p02 vote public.buses",
        ] {
            _ = try log.accept(vote)
        }
        let model = try RoomCase.model()
        // Both have half of the votes or more, and only one is allowed: the one with more votes for.
        #expect(log.room.standing.map { model.actions[$0.action].id } == ["public.buses"])
        _ = try log.accept("p03 vote public.buses blank")
        _ = try log.accept("close")
        #expect(log.room.state.picks.map { model.actions[$0.action].id } == ["public.buses"])
        #expect(log.room.openRound == nil)
        let counts = log.room.counts(of: 3).map { [$0.votesFor, $0.against, $0.blank] }
        #expect(counts == [[1, 1, 0], [2, 0, 1]])
    }

    @Test func limitsLeaveLess() throws {
        var log = try Self.open(["join: p01"])
        #expect(log.room.left(of: "p01")?.picks == 2)
        _ = try log.accept("p01 pick food.less")
        #expect(log.room.left(of: "p01")?.picks == 1)
        _ = try log.accept("close")
        _ = try log.accept("pick public.heat")
        #expect(log.room.left(of: nil)?.budget == 0)
    }

    @Test(arguments: [
        ("p03 pick mobility.cycle all", "{pick: mobility.cycle, person: p03, round: r1, level: all}"),
        ("pick public.heat", "{pick: public.heat, round: r1}"), ("undo", "{undo: last}"), ("close", "{close: r1}"),
        ("p03 vote public.heat against", "{vote: public.heat, person: p03, round: r1, choice: against}"),
        ("p03 vote public.heat", "{vote: public.heat, person: p03, round: r1, choice: for}"),
        ("p04 join a.b=9000 c.d=true", "{join: p04, answers: {a.b: 9000, c.d: true}}"), ("join p04", "{join: p04}"),
        ("p04 answer a.b=-3", "{answers: {a.b: \"-3\"}, person: p04}"), ("leave p04", "{leave: p04}"),
        ("p04 join a.b=1}", "{join: p04, answers: {a.b: \"1}\"}}"), ("{undo: last}", "{undo: last}"),
    ])
    func aShortLine(line: String, event: String) throws {
        #expect(try EventLine.flow(line, round: "r1") == event)
    }

    @Test(arguments: ["", "p01", "p01 dance", "p01 pick", "undo now", "p01 close", "p01 p02 pick a", "p01 join a"])
    func noLine(line: String) throws {
        #expect(throws: Refusal.self) { try EventLine.flow(line, round: "r1") }
    }

    // MARK: Logs

    private static let events = [
        "join: p01, answers: {car.km: 4000}", "join: p02, consent: false",
        "pick: mobility.less, person: p01, level: 0.5",
        "undo: last", "pick: food.less, person: p02", "close: r1", "pick: public.heat", "close: r2", "leave: p02",
    ]

    @Test func aLogCutAnywhereLosesTheLastEventAtMost() throws {
        let bytes = Array(RoomCase.log(Self.events).utf8)
        let head = RoomCase.head.utf8.count
        var ends = [head]
        for event in Self.events { ends.append((ends.last ?? 0) + event.utf8.count + 7) }
        let states = try (0...Self.events.count).map { try Self.open(Array(Self.events.prefix($0))).room.state }
        let request = try RoomCase.request([])
        for cut in 0...bytes.count {
            let log = try? SessionLog(Array(bytes.prefix(cut)), path: "a.yaml", request)
            guard cut >= head - 1 else { continue }
            // An event is whole from its closing brace on.
            let whole = ends.count { $0 - 1 <= max(cut, head) } - 1
            #expect(log?.room.state == states[whole], "cut at \(cut)")
        }
    }

    @Test func aTornEventIsToldAndCutBeforeTheNextOne() throws {
        let text = RoomCase.log(["join: p01"]) + "  - {pick: food.l"
        var request = try RoomCase.request([])
        let warnings = try RoomCase.engine.get().read([("a.yaml", Array(text.utf8))], into: &request)
        #expect(warnings.map(\.code) == ["log.torn"])
        let log = try SessionLog(Array(text.utf8), path: "a.yaml", RoomCase.request([]))
        #expect(log.wholeCount == RoomCase.log(["join: p01"]).utf8.count)
    }

    @Test func aLogWithoutSomebodyKeepsTheOthers() throws {
        let bytes = Array(RoomCase.log(Self.events).utf8)
        let forgotten = try ForgottenLog("p02", in: bytes, path: "a.yaml", RoomCase.request([]))
        #expect(forgotten.ownCount == 3)
        #expect(forgotten.undoneCount == 2)
        #expect(forgotten.fallen.isEmpty)
        let text = String(decoding: forgotten.bytes, as: UTF8.self)
        #expect(
            text == RoomCase.log(["join: p01, answers: {car.km: 4000}", "close: r1", "pick: public.heat", "close: r2"]))
        let votes = [
            "join: p01", "join: p02", "close: r1", "close: r2", "close: r3", "vote: public.roads, person: p02",
            "close: r4",
        ]
        let other = try ForgottenLog("p02", in: Array(RoomCase.log(votes).utf8), path: "a.yaml", RoomCase.request([]))
        #expect(other.lost == ["public.roads"])
    }

    // MARK: Properties

    private static let words = [
        "p01", "p02", "p03", "food.less", "food.after", "food.talk", "mobility.less", "mobility.none", "public.heat",
        "public.roads", "public.buses",
    ]

    private static func line(_ random: inout SplitMix64) -> String {
        let person = random.choose(["p01", "p02", "p03"])
        switch random.below(12) {
        case 0: return "\(person) join car.km=\(random.below(9000))"
        case 1: return "\(person) leave"
        case 2: return "close"
        case 3: return "undo"
        case 4: return "\(person) unpick \(random.choose(Self.words))"
        case 5, 6: return "\(person) vote \(random.choose(Self.words)) \(random.choose(["for", "against", "blank"]))"
        case 7: return "pick \(random.choose(Self.words))"
        default: return "\(person) pick \(random.choose(Self.words)) \(random.choose(["1", "0.5", "all", "0"]))"
        }
    }

    @Test func replayingALogGivesTheStateOfItsEvents() throws {
        var random = SplitMix64(seed: 1)
        let request = try RoomCase.request([])
        for _ in 0..<1000 {
            var log = try Self.open([])
            var text = RoomCase.head
            for _ in 0..<random.below(25) {
                let before = log.room.state
                let line = Self.line(&random)
                guard let written = try? log.accept(line) else {
                    #expect(log.room.state == before)
                    continue
                }
                text += written
            }
            let again = try SessionLog(Array(text.utf8), path: "a.yaml", request)
            #expect(again.room.state == log.room.state)
            for round in try #require(Optional(log.room.workshop.rounds))
            where round.mostPicks != nil && !round.isPublic {
                let index = log.room.workshop.rounds.firstIndex { $0.id == round.id } ?? 0
                for person in log.room.state.participants {
                    let own = log.room.state.picks.count { $0.round == index && $0.person == person.id }
                    #expect(own <= round.mostPicks ?? 0)
                }
            }
        }
    }

    @Test func whatOnePicksChangesNobodyElse() throws {
        var random = SplitMix64(seed: 2)
        let evaluator = RoomEvaluator(try RoomCase.model())
        let start = try Self.open(["join: p01, answers: {car.km: 6000}", "join: p02, answers: {car.km: 3000}"])
        let before = try evaluator.paths(of: start.room)
        for _ in 0..<1000 {
            var log = start
            for _ in 0..<3 {
                _ = try? log.accept("p01 pick \(random.choose(Self.words)) \(random.choose(["1", "0.5", "0.1"]))")
            }
            let after = try evaluator.paths(of: log.room, in: [2050])
            #expect(after.people[1].total == [before.people[1].total[25]])
            #expect(after.background.total == [before.background.total[25]])
            // What these actions do is a reduction.
            #expect(after.people[0].total[0] <= before.people[0].total[25])
            let gains = try evaluator.gains(of: 0, in: log.room, counted: [0, 1])
            let sum = gains.gains.reduce(0) { $0 + $1.shapley }
            #expect(abs(sum - (gains.before - gains.after)) <= 1e-12 * gains.before)
        }
    }
}
