internal import CDoor
internal import Empreinte
internal import Foundation
internal import Measures
internal import Respondents

/// Times the C library, opened as other programs open it, beside the Swift API in the same run: many people through
/// borrowed columns, and one person from a changed answer to a new total.
///
/// `door --library FILE [--people N] [--questions N] [--rounds N] [--pack PATH] [--format text|json]`; exits with 1 when
/// the results differ in a bit.
@main
struct Door {
    static func main() {
        do {
            var options = Options()
            try options.read(CommandLine.arguments.dropFirst())
            let report = try Door(options).measure()
            print(options.isJSON ? report.json.text() : report.text)
        } catch {
            FileHandle.standardError.write(Data("door: \(error)\n".utf8))
            exit(1)
        }
    }

    struct Options {
        var library = ""
        var people = 1_000_000
        var questions = 60
        var rounds = 7
        var pack = "../models/france"
        var isJSON = false

        mutating func read(_ arguments: ArraySlice<String>) throws {
            var rest = arguments
            while let name = rest.popFirst() {
                let value = rest.popFirst() ?? ""
                switch (name, value) {
                case ("--library", _): library = value
                case ("--people", _): people = try count(value)
                case ("--questions", _): questions = try count(value)
                case ("--rounds", _): rounds = try count(value)
                case ("--pack", _): pack = value
                case ("--format", "text"), ("--format", "json"): isJSON = value == "json"
                default: throw Failure("'\(name) \(value)' is not an option")
                }
            }
            guard !library.isEmpty else { throw Failure("say which library: --library FILE") }
        }

        private func count(_ text: String) throws -> Int {
            guard let count = Int(text), count > 0 else { throw Failure("'\(text)' is not a number above 0") }
            return count
        }
    }

    private let options: Options
    private let model: Model

    init(_ options: Options) throws {
        self.options = options
        model = try Engine().model(options.pack)
        unsafe try Self.check(door_open(options.library, options.pack))
    }

    static func check(_ problem: UnsafePointer<CChar>?) throws {
        if let problem = unsafe problem { throw unsafe Failure(String(cString: problem)) }
    }

    private func measure() throws -> DoorReport {
        let crowd = Crowd(model, people: options.people, questions: options.questions)
        let evaluator = try PopulationEvaluator(model)
        let height = options.people
        var own = [Double](repeating: 0, count: evaluator.outputs.count * height)
        guard door_output_count() == evaluator.outputs.count else { throw Failure("the outputs are not the same") }
        var (swift, c, answers): ([Double], [Double], [Double]) = ([], [], [])
        for round in -1..<options.rounds {
            var results = crowd.blocks.map { _ in PopulationResults() }
            let swiftTime = try Elapsed.measure {
                for (place, block) in crowd.blocks.enumerated() { try evaluator.evaluate(block, into: &results[place]) }
            }.processor
            var cTime = 0.0
            unsafe try crowd.withColumns { columns in
                cTime = try Elapsed.measure {
                    unsafe try Self.check(
                        door_evaluate(columns, columns.count, height, &own, own.count, 1))
                }.processor
            }
            try compare(own, results, crowd)
            let answerTime = try dialogue()
            guard round >= 0 else { continue }
            swift.append(swiftTime)
            c.append(cTime)
            answers.append(answerTime)
        }
        return DoorReport(people: options.people, swift: swift, c: c, answer: answers)
    }

    private func compare(_ own: [Double], _ results: [PopulationResults], _ crowd: Crowd) throws {
        let outputs = own.count / crowd.count
        var first = 0
        for (block, result) in zip(crowd.blocks, results) {
            for output in 0..<outputs {
                for person in 0..<block.count where own[output * crowd.count + first + person] != result[output, person]
                {
                    throw Failure("person \(first + person) differs in output \(output)")
                }
            }
            first += block.count
        }
    }

    /// Seconds from a changed answer to every output.
    private func dialogue() throws -> Double {
        let respondents = Respondents(model)
        let changes = try (0..<20).flatMap { person in
            try respondents.asked.map { question in
                var index = 0
                unsafe try Self.check(door_find(model.inputs[question].id, &index))
                return (question: index, answer: respondents.answer(question, of: person))
            }
        }
        var values = [Double](repeating: 0, count: door_output_count())
        let count = values.count
        let elapsed = try Elapsed.measure {
            for change in changes {
                unsafe try Self.check(door_answer(change.question, change.answer, &values, count))
            }
        }
        return elapsed.processor / Double(changes.count)
    }
}
