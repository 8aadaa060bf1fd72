internal import Empreinte
internal import EmpreinteEngine
internal import EmpreinteGraph
internal import EmpreintePublicodes
internal import Foundation
internal import Measures

/// What was measured.
struct Timings {
    private(set) var rows: [(name: String, value: Double, unit: String)] = []

    init(_ options: Options) throws {
        let model = try PublicodesModel(options.model, from: DiskFiles())
        let questions = model.questions
        let rounds = options.rounds
        rows.append(("rules", Double(model.ruleCount), ""))
        rows.append(("questions", Double(questions.count), ""))
        rows.append(
            ("read", try median(rounds) { _ = try PublicodesModel(options.model, from: DiskFiles()) } * 1e3, "ms"))

        var compiled: Program?
        rows.append(
            (
                "compile",
                median(rounds) { compiled = model.program(of: options.rules, answering: questions, isOptional: false) }
                    * 1e3,
                "ms"
            ))
        guard let program = compiled else { return }
        rows.append(("nodes before sharing", Double(program.nodeCountBefore), ""))
        rows.append(("nodes", Double(program.graph.count), ""))
        rows.append(("contexts", Double(program.contextCount), ""))

        let whole = model.program(of: model.ruleNames, answering: questions, isOptional: true)
        rows.append(("nodes, all rules, answers optional", Double(whole.graph.count), ""))
        var alone = Evaluator(whole)
        rows.append(("one person, all rules", median(rounds * 10) { _ = alone.values(of: []) } * 1e6, "µs"))
        var quick = Evaluator(program)
        rows.append(("one person", median(rounds * 10) { _ = quick.values(of: []) } * 1e6, "µs"))

        var crowd = Crowd(program)
        rows.append(("instructions", Double(crowd.plan.instructionCounts.yearFree), ""))
        var total = Elapsed(wall: 0, processor: 0)
        var people = 0
        while people < options.people {
            let answers = crowd.next()
            let (results, elapsed) = try crowd.evaluate(answers)
            if people == 0 {
                try crowd.check(answers, results)
                rows.append(("peak memory after a block", peakMemory, "MB"))
            }
            total += elapsed
            people += Crowd.size
        }
        rows.append(("peak memory after all", peakMemory, "MB"))
        rows.append(("people", Double(people), ""))
        rows.append(("people a second", Double(people) / total.wall, ""))
        rows.append(("people a processor second", Double(people) / total.processor, ""))
    }

    /// The most memory that was ever used, where the system tells.
    private var peakMemory: Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return (line.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? .nan) / 1024
    }

    /// Processor time, which a busy machine does not lengthen.
    private func median(_ rounds: Int, _ body: () throws -> Void) rethrows -> Double {
        var times: [Double] = []
        for _ in 0..<rounds { times.append(try Elapsed.measure(body).processor) }
        return times.sorted()[times.count / 2]
    }

    var text: String {
        rows.map { row in
            let value = row.value < 1000 ? Double(Int(row.value * 100)) / 100 : row.value.rounded()
            return row.name + String(repeating: " ", count: max(1, 40 - row.name.count)) + "\(value) \(row.unit)"
        }.joined(separator: "\n")
    }

    var json: JSON { .object(rows.map { JSON.Member($0.name, .number($0.value)) }) }
}
