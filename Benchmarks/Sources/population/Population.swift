internal import Empreinte
internal import Foundation
internal import Measures

/// Times people from CSV to CSV, stage by stage on one core, and one person from a changed answer to a new total.
///
/// `population [--people N] [--questions N] [--rounds N] [--pack PATH] [--format text|json]`; exits with 1 when a
/// result differs from the same person evaluated alone.
@main
struct Population {
    static func main() {
        do {
            var options = Options()
            try options.read(CommandLine.arguments.dropFirst())
            let model = try Engine().model(options.pack)
            let stages = try Stages(
                model, people: options.people, questions: options.questions, rounds: options.rounds)
            let dialogue = try Dialogue(model, rounds: options.rounds)
            print(options.isJSON ? json(stages, dialogue).text() : text(stages, dialogue))
        } catch {
            FileHandle.standardError.write(Data("population: \(error)\n".utf8))
            exit(1)
        }
    }

    struct Options {
        var people = 200_000
        var questions = 60
        var rounds = 5
        var pack = "../models/france"
        var isJSON = false

        mutating func read(_ arguments: ArraySlice<String>) throws {
            var rest = arguments
            while let name = rest.popFirst() {
                let value = rest.popFirst() ?? ""
                switch (name, value) {
                case ("--people", _): people = try count(value)
                case ("--questions", _): questions = try count(value)
                case ("--rounds", _): rounds = try count(value)
                case ("--pack", _): pack = value
                case ("--format", "text"), ("--format", "json"): isJSON = value == "json"
                default:
                    throw Failure(
                        "usage: population [--people N] [--questions N] [--rounds N] [--pack PATH] "
                            + "[--format text|json]")
                }
            }
        }

        private func count(_ text: String) throws -> Int {
            guard let count = Int(text), count > 0 else { throw Failure("'\(text)' is not a number above 0") }
            return count
        }
    }

    // MARK: Report

    private static let lines: [(stage: String, path: any KeyPath<Stages.Round, Double> & Sendable)] = [
        ("parse", \.parse), ("evaluate", \.evaluate), ("print", \.print), ("together", \.whole),
    ]

    private static func text(_ stages: Stages, _ dialogue: Dialogue) -> String {
        var table = TextTable("stage", "ns/person", "people/s", "MB/s of input")
        for (stage, path) in lines {
            let each = stages.seconds(path) / Double(stages.people)
            table.add(
                stage, (each * 1e9).text(decimals: 0), (1 / each).text(decimals: 0),
                stages.speed(path).text(decimals: 1))
        }
        return """
            \(stages.people) people, \(stages.questions) answers each, \(stages.bytesIn) bytes in, \
            \(stages.bytesOut) bytes out

            \(table)

            one changed answer of \(dialogue.questions), new total and branches: \(dialogue.microseconds.text()) µs
            """
    }

    private static func json(_ stages: Stages, _ dialogue: Dialogue) -> JSON {
        .object(of: [
            "benchmark": "population", "people": .integer(stages.people), "questions": .integer(stages.questions),
            "bytes_in": .integer(stages.bytesIn), "bytes_out": .integer(stages.bytesOut),
            "stages": .array(
                lines.map { stage, path in
                    .object(of: [
                        "stage": .string(stage), "seconds": .number(stages.seconds(path)),
                        "megabytes_per_second": .number(stages.speed(path)),
                    ])
                }),
            "changed_answer_microseconds": .number(dialogue.microseconds),
        ])
    }
}
