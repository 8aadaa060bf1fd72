internal import Empreinte
internal import EmpreinteWorkshop
internal import Measures
internal import Respondents

/// A room of fifteen people: from a pick to the path of everybody in every year, by branch.
@main
enum Room {
    private static let people = 15

    static func main() throws {
        let pack = CommandLine.arguments.dropFirst().first ?? "../models/rouen"
        let model = try Engine().model(pack)
        var request = Analysis.Request(model)
        let respondents = Respondents(model, asking: 30)
        var text = """
            kind: workshop
            id: measured
            start: 2025
            rounds: [{id: r1, who: person, until: 2037}, {id: r2, who: public, until: 2050}]
            ---
            kind: session
            workshop: measured
            events:

            """
        for index in 0..<people {
            var person = respondents.person(index)
            person.id = "p\(index)"
            text += "  - \(EventLine.arrival(person, model))\n"
        }
        var log = try SessionLog(Array(text.utf8), path: "room.yaml", request)
        let evaluator = RoomEvaluator(model)
        let first = try Elapsed.measure { _ = try evaluator.paths(of: log.room) }
        let actions = model.actions.filter { !$0.effects.isEmpty && $0.actor == .person }.map(\.id)
        var picks: [Double] = []
        var screens: [Double] = []
        var changed = 0
        for turn in 0..<120 {
            let line = "p\(turn % people) pick \(actions[(turn * 7) % actions.count])"
            let before = log.room
            var paths: RoomPaths?
            let time = try Elapsed.measure {
                guard let written = try? log.accept(line) else { return }
                text += written
                paths = try evaluator.paths(of: log.room)
            }
            guard let paths else { continue }
            picks.append(time.wall * 1000)
            // What was picked moves that person, and nobody else.
            let old = try evaluator.paths(of: before)
            let moved = paths.people.indices.filter { paths.people[$0] != old.people[$0] }
            guard moved.allSatisfy({ $0 == turn % people }) else { throw Failure("a pick moved somebody else") }
            changed += moved.count
        }
        guard changed > 0 else { throw Failure("no pick changed anything") }
        _ = try Engine().read([("room.yaml", Array(text.utf8))], into: &request)
        let engine = try Engine()
        var quick = request
        quick.options["gains"] = "none"
        var quicks: [Double] = []
        for _ in 0..<15 {
            screens.append(try Elapsed.measure { _ = try engine.run("workshop", request) }.wall * 1000)
            quicks.append(try Elapsed.measure { _ = try engine.run("workshop", quick) }.wall * 1000)
        }
        var table = TextTable("", "ms")
        table.add("the first paths of \(people) people, \(model.identity.id)", (first.wall * 1000).text())
        table.add("a pick, and every path again: median", picks.median.text())
        table.add("the same: worst of \(picks.count)", (picks.max() ?? .nan).text())
        table.add("the whole report of the log, with what every pick brings", screens.median.text())
        table.add("the same without", quicks.median.text())
        print(table)
    }
}
