internal import Empreinte
internal import EmpreinteWorkshop
internal import Measures
internal import Respondents

/// A programme of two hundred sessions of twelve people over the eight rounds of the pack's workshop.
@main
enum Programme {
    private static let sessions = 200
    private static let people = 12

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let pack = arguments.first { !$0.hasPrefix("-") } ?? "../models/rouen"
        let model = try Engine().model(pack)
        let request = Analysis.Request(model)
        guard let workshop = request.documents.all.first(where: { $0.kind.name == "workshop" })?["id"]?.text else {
            throw Failure("the pack has no workshop")
        }
        let respondents = Respondents(model, asking: 30)
        var texts = [
            "kind: programme\nchannels: {citizens: {goal: 1000}, staff: {goal: 1400}}\npopulation: 500000\n"
                + "followed: {from: 2030, to: 2050, share: 20 %}\n"
        ]
        var events = 0
        for session in 0..<sessions {
            let log = try log(session, workshop, model, respondents, request)
            texts.append(log.text)
            events += log.events
        }
        if arguments.contains("--print") { return print(texts.joined(separator: "---\n"), terminator: "") }

        var times: [Double] = []
        var reports: [Report] = []
        for _ in 0..<3 {
            let engine = try Engine()
            let time = try Elapsed.measure {
                var request = Analysis.Request(try engine.model(pack))
                _ = try engine.read(
                    texts.enumerated().map { ("s\($0).yaml", Array($1.utf8)) }, into: &request)
                reports.append(try engine.run("programme", request))
            }
            times.append(time.wall)
        }
        // The mean at the start is that of the same people evaluated one by one.
        let evaluator = Evaluator(model)
        var sum = 0.0
        for person in 0..<sessions * people {
            sum += try evaluator.footprint(of: respondents.person(person))["ghg"]?.total ?? .nan
        }
        let data = JSON.object(reports[0].data)
        let mean = data["footprints"]?["start"]?["mean"]?.double ?? .nan
        guard abs(mean - sum / Double(sessions * people)) < 1e-9 * mean else {
            throw Failure("the mean is \(mean), not \(sum / Double(sessions * people))")
        }
        guard reports.allSatisfy({ $0 == reports[0] }) else { throw Failure("two runs differ") }
        var table = TextTable("", "")
        table.add("sessions, people, events", "\(sessions), \(sessions * people), \(events)")
        table.add("from the texts to the report, s: median", times.median.text())
        print(table)
    }

    /// Everybody joins and picks something in each round of their own; the last votes of a public round are carried.
    private static func log(
        _ session: Int, _ workshop: String, _ model: Model, _ respondents: Respondents, _ request: Analysis.Request
    ) throws -> (text: String, events: Int) {
        var text = """
            kind: session
            id: s\(session)
            workshop: \(workshop)
            date: \(2025 + session % 2)-03-16
            channel: \(session % 3 == 0 ? "staff" : "citizens")
            commune: c\(session % 20)
            consent: true
            events:

            """
        for index in 0..<people {
            var person = respondents.person(session * people + index)
            person.id = "p\(index)"
            text += "  - \(EventLine.arrival(person, model))\n"
        }
        var events = people
        var log = try SessionLog(Array(text.utf8), path: "s.yaml", request)
        let own = model.actions.filter { !$0.effects.isEmpty && $0.actor == .person }.map(\.id)
        let common = model.actions.filter { !$0.effects.isEmpty && $0.actor == .public }.map(\.id)
        func add(_ line: String) -> Bool {
            guard let written = try? log.accept(line) else { return false }
            text += written
            events += 1
            return true
        }
        for round in 0..<8 {
            if log.room.openRound?.isPublic == true {
                _ = (0..<20).contains { add("pick \(common[(session * 5 + round * 3 + $0) % common.count])") }
            } else {
                for person in 0..<people {
                    let first = session * 7 + round * 11 + person * 3
                    _ = (0..<20).contains { add("p\(person) pick \(own[(first + $0) % own.count])") }
                }
            }
            guard add("close") else { break }
        }
        return (text, events)
    }
}
