internal import CRivals
internal import EmpreinteText
internal import Foundation
internal import Measures

/// Evaluates the same formulas on the same people with the engine and its rivals, and compares speeds.
///
/// Every timed result is compared with the reference interpreter's; exits with 1 when one differs.
@main
struct Rivals {
    static let smallName = "synthetic-300"
    static let generatedName = "synthetic300"

    static func main() {
        do {
            try run(Options(CommandLine.arguments.dropFirst()))
        } catch {
            note("rivals: \(error)")
            exit(1)
        }
    }

    private static func run(_ options: Options) throws {
        let small = Formulas.drawn(times: 1, outputs: 12)
        if options.printsGenerated || options.generated != nil {
            let source = small.cSource(named: generatedName)
            guard let path = options.generated else { return print(source, terminator: "") }
            guard try Data(contentsOf: URL(filePath: path)) == Data(source.utf8) else {
                throw Failure("\(path) is not what the generator makes; run --print-generated > \(path)")
            }
            return
        }
        var cases = [
            Case.synthetic(steps: 300, small, peopleCounts: [1_000, 1_000_000, 4_000_000]),
            Case.synthetic(steps: 6_000, .drawn(times: 20, outputs: 50), peopleCounts: [1_000, 200_000]),
            try Case.pack(at: options.pack, peopleCounts: [1_000, 200_000]),
        ]
        if !options.cases.isEmpty { cases.removeAll { !options.cases.contains($0.name) } }
        var report = RivalReport(vectorBits: Int(rivals_vector_bits()))
        for evaluated in cases {
            report.describe(evaluated)
            let counts = options.people.isEmpty ? evaluated.peopleCounts : options.people
            for count in counts {
                report.contests.append(try Contest(evaluated, people: count, options, skipping: note))
            }
            let count = min(counts.max() ?? 1_000, 250_000)
            report.heights.append(try BlockHeights(evaluated, people: count, rounds: options.rounds))
            report.compositions.append(try Composition(evaluated, people: count, rounds: options.rounds))
        }
        print(options.isJSON ? report.json.text() : report.text)
    }

    private static func note(_ text: String) {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }
}
