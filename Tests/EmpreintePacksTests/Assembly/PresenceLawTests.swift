import EmpreinteGraph
import EmpreinteModel
import TestSupport
import Testing

@testable import EmpreintePacks

/// Absence is settled when a pack is loaded. Random conditions over yes or no questions check what that promises:
/// what loads never reads a value that does not apply.
@Suite struct PresenceLawTests {
    private static let flags = ["a", "b", "c", "d"]

    /// A condition and its meaning.
    private indirect enum Condition {
        case flag(Int)
        case not(Condition)
        case both(Condition, Condition)
        case either(Condition, Condition)

        static func random(_ random: inout SplitMix64, depth: Int) -> Condition {
            switch depth > 0 ? random.below(4) : 0 {
            case 0: .flag(random.below(flags.count))
            case 1: .not(.random(&random, depth: depth - 1))
            case 2: .both(.random(&random, depth: depth - 1), .random(&random, depth: depth - 1))
            default: .either(.random(&random, depth: depth - 1), .random(&random, depth: depth - 1))
            }
        }

        var text: String {
            switch self {
            case .flag(let index): flags[index]
            case .not(let a): "not (\(a.text))"
            case .both(let a, let b): "(\(a.text)) and (\(b.text))"
            case .either(let a, let b): "(\(a.text)) or (\(b.text))"
            }
        }

        func holds(_ assignment: Int) -> Bool {
            switch self {
            case .flag(let index): assignment >> index & 1 == 1
            case .not(let a): !a.holds(assignment)
            case .both(let a, let b): a.holds(assignment) && b.holds(assignment)
            case .either(let a, let b): a.holds(assignment) || b.holds(assignment)
            }
        }

        func implies(_ other: Condition) -> Bool {
            (0..<16).allSatisfy { !holds($0) || other.holds($0) }
        }
    }

    private static func questions(asked condition: Condition) -> String {
        "---\nkind: questions\nquestions:\n" + flags.map { "  \($0): {default: true}\n" }.joined()
            + "  x: {ask_if: \"\(condition.text)\", default: 5}\n---\nkind: formulas\nformulas:\n"
    }

    private static func answers(_ assignment: Int, x: Double) -> [String: Double] {
        var answers = ["x": x]
        for (index, flag) in flags.enumerated() { answers[flag] = Double(assignment >> index & 1) }
        return answers
    }

    @Test(arguments: 0..<150) func whatIsProvedPresentIsPresent(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let asked = Condition.random(&random, depth: 3)
        let applied = Condition.random(&random, depth: 3)
        let text = Self.questions(asked: asked)
        let guarded = text + "  f: {applies_if: \"\(applied.text)\", value: 2 * x}\n"
        let branched = text + "  f: {value: \"if \(applied.text) then 2 * x else 0\"}\n"
        for documents in [guarded, branched] {
            let errors = LoadedPack.errors(documents)
            guard errors.isEmpty else {
                // A refusal may be too careful, but is never about anything else.
                #expect(errors.allSatisfy { $0.hasPrefix("presence.unguarded") })
                continue
            }
            #expect(applied.implies(asked), "\(applied.text) does not imply \(asked.text)")
            let pack = try LoadedPack(documents)
            for assignment in 0..<16 {
                let value = pack.value("f", Self.answers(assignment, x: 3))
                #expect(value == (applied.holds(assignment) ? 6 : 0))
            }
        }
    }

    @Test(arguments: 0..<100) func theSameConditionAlwaysGuards(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed) + 1_000)
        let asked = Condition.random(&random, depth: 3)
        let other = Condition.random(&random, depth: 2)
        // A condition that never holds guards nothing.
        guard (0..<16).contains(where: { asked.holds($0) && other.holds($0) }) else { return }
        let text = Self.questions(asked: asked)
        let guards = [asked.text, "(\(other.text)) and (\(asked.text))", "(\(asked.text)) and (\(other.text))"]
        for condition in guards {
            #expect(LoadedPack.errors(text + "  f: {applies_if: \"\(condition)\", value: 2 * x}\n") == [])
            #expect(LoadedPack.errors(text + "  f: {value: \"if \(condition) then x else 0\"}\n") == [])
        }
    }

    @Test(arguments: 0..<100) func whatDoesNotApplyNeverChangesAResult(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed) + 2_000)
        let asked = Condition.random(&random, depth: 3)
        let pack = try LoadedPack(
            Self.questions(asked: asked) + """
                  summed: {value: "sum(x, 1)"}
                  fallen: {value: 2 * x else 7}
                  divided: {value: 10 / x else 7}
                  guarded: {applies_if: "\(asked.text)", value: x}
                """)
        for assignment in 0..<16 {
            let applies = asked.holds(assignment)
            for (x, quotient) in [(0, 7), (4, 2.5), (-8, -1.25)] as [(Double, Double)] {
                let answers = Self.answers(assignment, x: x)
                #expect(pack.value("summed", answers) == (applies ? x + 1 : 1))
                #expect(pack.value("fallen", answers) == (applies ? 2 * x : 7))
                #expect(pack.value("divided", answers) == (applies ? quotient : 7))
                #expect(pack.value("guarded", answers) == (applies ? x : 0))
            }
        }
    }
}
