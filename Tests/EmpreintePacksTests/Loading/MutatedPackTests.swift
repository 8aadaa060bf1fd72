import EmpreinteModel
import EmpreinteText
import TestSupport
import Testing

@testable import EmpreintePacks

/// Good packs with a few random mistakes: each loads, and resolves to the same pack, or is refused with places that
/// exist; nothing traps.
@Suite struct MutatedPackTests {
    private static let pieces = [
        "", " ", "\n", ":", "- ", "{", "}", "[", "]", "\"", "#", "---\n", "null", "~", "true", "year", "0", "-1",
        "1e308", "km", "%", "a",
        "household", "[1, 2]", "{a: b}", "override:\n", "remove: [a]\n", "if ", " else ", " + ", "é",
    ]

    @Test(arguments: Fixture.names(in: "Examples"))
    func loadsOrSaysWhy(name: String) throws {
        let files = try Fixture(name, in: "Examples").texts
        let path = name.hasSuffix(".yaml") ? name : "\(name)/child"
        let target = name.hasSuffix(".yaml") ? name : "\(name)/child/pack.yaml"
        var random = SplitMix64(seed: UInt64(name.utf8.count))
        for _ in 0..<60 {
            var mutated = files
            mutated[target] = mutate(files[target] ?? "", &random)
            check(mutated, path)
        }
    }

    private func check(_ files: [String: String], _ path: String) {
        do throws(CompilationError) {
            let compilation = try PackFrontEnd().load(path, from: MemoryFiles(files), searching: [])
            let text = try PackFrontEnd().resolve(path, from: MemoryFiles(files), searching: [])
            let again = try PackFrontEnd().load(
                "resolved.yaml", from: MemoryFiles(["resolved.yaml": text]), searching: [])
            #expect(again.model.identity.hash == compilation.model.identity.hash)
        } catch {
            #expect(error.diagnostics.contains { $0.severity == .error })
            #expect(error.sources.files.allSatisfy { $0.path != "resolved.yaml" }, "\(error)")
            for diagnostic in error.diagnostics {
                guard let range = diagnostic.range else { continue }
                #expect(range.upperBound <= error.sources.file(range.file).bytes.count)
            }
        }
    }

    /// Replaces, drops or repeats a few words or lines.
    private func mutate(_ text: String, _ random: inout SplitMix64) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0...random.below(3) {
            let line = random.below(lines.count)
            switch random.below(5) {
            case 0: lines.remove(at: line)
            case 1: lines.insert(lines[line], at: line)
            case 2: lines.insert(random.choose(Self.pieces), at: line)
            default:
                var words = lines[line].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
                words[random.below(words.count)] = random.choose(Self.pieces)
                lines[line] = words.joined(separator: " ")
            }
            if lines.isEmpty { lines = [""] }
        }
        return lines.joined(separator: "\n")
    }
}
