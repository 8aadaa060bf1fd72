import Empreinte
import EmpreinteWorkshop
import Testing

/// Each event a room refuses, the last of a log, with the code and the place of what is said.
@Suite struct RefusalTests {
    private static let joined = ["join: p01, answers: {car.km: 4000}", "join: p02"]

    @Test(arguments: [
        (["pick: food.less, person: p09"], "session.unknown_participant"),
        (["join: p01"], "session.joined_twice"),
        (["leave: p02", "pick: food.less, person: p02"], "session.left"),
        (["close: r1", "pick: food.less, person: p01, round: r1"], "session.round_closed"),
        (["pick: food.less, person: p01, round: r3"], "session.round_early"),
        (["pick: food.less, person: p01, round: r9"], "session.round_unknown"),
        (["close: r2"], "session.round_early"),
        (["pick: public.heat, person: p01"], "session.actor"),
        (["pick: food.less"], "session.person"),
        (["pick: food.less, person: p01", "pick: food.less, person: p01"], "session.picked_twice"),
        (
            ["pick: food.less, person: p01", "pick: food.talk, person: p01", "pick: mobility.less, person: p01"],
            "session.too_many_picks"
        ),
        (["pick: food.after, person: p01"], "choice.requires"),
        (["pick: mobility.less, person: p01", "pick: mobility.none, person: p01"], "choice.excluded"),
        (["pick: mobility.far, person: p01"], "choice.not_applicable"),
        (["unpick: food.less, person: p01"], "session.not_picked"),
        (
            ["pick: food.less, person: p01", "close: r1", "close: r2", "unpick: food.less, person: p01"],
            "session.round_closed"
        ),
        (
            ["pick: food.less, person: p01", "pick: food.after, person: p01", "unpick: food.less, person: p01"],
            "choice.requires"
        ),
        (["close: r1", "pick: public.buses"], "session.unpriced"),
        (["close: r1", "pick: public.heat", "pick: public.roads"], "session.budget"),
        (["close: r1", "vote: public.heat, person: p01"], "session.no_vote"),
        (["close: r1", "pick: public.heat, person: p01"], "session.person"),
        (["close: r1", "close: r2", "pick: mobility.less, person: p01"], "session.not_offered"),
        (["close: r1", "close: r2", "pick: food.talk, person: p01"], "session.unpriced"),
        (["close: r1", "close: r2", "close: r3", "pick: public.roads"], "session.no_vote"),
        (
            [
                "close: r1", "close: r2", "close: r3", "vote: public.roads, person: p01",
                "vote: public.roads, person: p01",
            ], "session.voted_twice"
        ),
        (["close: r1", "undo: last"], "session.undo_published"),
        (["close: r1", "close: r2", "close: r3", "close: r4", "close: r4"], "session.round_closed"),
        (["pick: food.les, person: p01"], "action.unknown"),
        (["pick: mobility.less, person: p01, level: 3"], "action.level"),
        (["pick: mobility.less, person: p01, level: 0"], "action.level"),
        (["pick: food.less, close: r1"], "event.verb"), (["person: p01"], "event.verb"),
        (["pick: food.less, person: p01, choice: for"], "event.key"),
        (["vote: public.roads"], "key.missing"),
    ])
    func anEvent(events: [String], code: String) throws {
        let all = Self.joined + events
        let problems = try RoomCase.problems("workshop", RoomCase.log(all))
        let line = 5 + all.count
        let places = problems.map { $0.split(separator: " ") }
        #expect(places.map { String($0[0]) } == [code])
        #expect(places.first?[1].hasPrefix("\(line):") ?? false)
    }

    @Test func nothingCanBeUndoneBeforeAnythingHappened() throws {
        #expect(try RoomCase.problems("workshop", RoomCase.log(["undo: last"])) == ["session.undo_nothing 6:5"])
    }

    @Test func aRefusedEventChangesNothing() throws {
        let request = try RoomCase.request([])
        let log = RoomCase.log(Self.joined + ["pick: food.less, person: p01"])
        var session = try SessionLog(Array(log.utf8), path: "a.yaml", request)
        let before = session.room.state
        for line in ["p01 pick food.less", "p09 leave", "close r4", "nothing", "p01 pick mobility.far", "{pick: 3}"] {
            #expect(throws: CompilationError.self) { try session.accept(line) }
            #expect(session.room.state == before)
        }
    }

    @Test func theWorkshopHasToBeKnown() throws {
        let log = "kind: session\nworkshop: five\nevents:\n"
        #expect(try RoomCase.problems("workshop", log) == ["session.workshop 2:11"])
    }

    @Test(arguments: [
        ("rounds: [{id: a, who: person, until: ‹2025}]", "round.years"),
        ("rounds: [{id: a, who: person, until: 2030}, {id: ‹a, who: person, until: 2040}]", "round.duplicate"),
        ("rounds: ‹[]", "round.empty"),
        ("rounds: [{id: a, who: person, until: 2030, domains: [‹fod]}]", "round.domain"),
        ("rounds: [{id: a, who: person, until: 2030, actions: [‹public.heat]}]", "round.actor"),
        ("rounds: [{id: a, who: person, until: 2030, decide: ‹majority}]", "round.decide"),
        ("rounds: [{id: a, who: public, until: 2030, decide: {at_least: ‹150 %}}]", "share.range"),
        ("rounds: [{id: a, who: person, until: 2030, budget: ‹many points}]", "amount.invalid"),
        ("rounds: [{id: a, who: person, until: 2030, picks: ‹0}]", "count.range"),
        ("people: ‹{min: 9, max: 3}", "workshop.size"), ("start: ‹1999", "count.range"),
        ("gauges: {‹gh: {at_most: 5}}", "indicator.unknown"),
        ("gauges: {ghg: ‹{at_least: 2 tCO2e/year, at_most: 1 tCO2e/year}}", "gauge.range"),
        ("gauges: {ghg: {at_most: ‹5 kWh/year}}", "unit.mismatch"),
        ("influence: ‹{food.talk: {raises: food.less, by: 2}}", "workshop.population"),
        ("prices: {‹food.lss: 3 points}", "action.unknown"),
    ])
    func aDefinition(field: String, problem: String) throws {
        let goal = "goal: {indicator: ghg, per_person: 1 tCO2e/year, by: 2050}"
        let text = "kind: workshop\nid: five\n\(goal)\n\(field)\n"
        let parts = text.split(separator: "‹", omittingEmptySubsequences: false)
        let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
        let place = "\(lines.count):\((lines.last?.count ?? 0) + 1)"
        let session = "---\nkind: session\nworkshop: five\nevents:\n"
        #expect(try RoomCase.problems("workshop", parts.joined() + session) == ["\(problem) \(place)"])
    }
}
