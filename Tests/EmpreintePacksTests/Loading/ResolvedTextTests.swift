import EmpreinteGraph
import EmpreinteModel
import EmpreinteText
import Testing

@testable import EmpreintePacks

/// A resolved pack stands alone: read again, it is the same pack.
@Suite struct ResolvedTextTests {
    private static let fixtures = Fixture.names(in: "Examples")

    private func resolve(_ files: [String: String], _ path: String) throws -> String {
        try PackFrontEnd().resolve(path, from: MemoryFiles(files), searching: [])
    }

    @Test(arguments: fixtures)
    func readsBackTheSame(name: String) throws {
        let files = try Fixture(name, in: "Examples").texts
        let path = name.hasSuffix(".yaml") ? name : "\(name)/child"
        let pack = try LoadedPack(files: files, path: path)
        let text = try resolve(files, path)
        let again = try LoadedPack(files: ["resolved.yaml": text], path: "resolved.yaml")
        #expect(again.model.identity.hash == pack.model.identity.hash)
        #expect(again.model.layers.count == 1)
        #expect(try resolve(["resolved.yaml": text], "resolved.yaml") == text)
        for (expectation, same) in zip(pack.model.expectations, again.model.expectations) {
            let values = pack.values(of: expectation.person)
            let others = again.values(of: same.person)
            #expect(expectation.values.map { values[$0.node.index] } == same.values.map { others[$0.node.index] })
        }
    }

    @Test(arguments: [
        "plain", "Kilometres: by car", "- a dash", "# a hash", "a # b", "'single'", "\"double\"", "a \\ b", "été 🏡",
        "é", "null", "~", "true",
        "12", "{a: b}", "[a]", "*a", "&a", "!a", "%a", "@a", "`a", "a:", " spaces ", "two\nlines\n", "tab\tbed", "a, b",
        "? a",
        "---", "...", "line\u{2028}separator", "next\u{85}line", "mark\u{FEFF}", "nbsp\u{A0}", "\u{FFFE}", "bell\u{7}",
        "delete\u{7F}", "e\u{301}", "=", "<<",
    ])
    func keepsEveryText(label: String) throws {
        // Every character escaped, as YAML's double quotes allow.
        let escapes = label.unicodeScalars.map { scalar in
            let digits = String(scalar.value, radix: 16)
            return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
        let formula = "  f: {label: \"\(escapes.joined())\", value: 1}\n"
        let files = ["pack.yaml": LoadedPack.manifest + "---\nkind: formulas\nformulas:\n" + formula]
        let before = try LoadedPack(files: files, path: "pack.yaml").model
        let after = try LoadedPack(files: ["pack.yaml": resolve(files, "pack.yaml")], path: "pack.yaml").model
        #expect(before.formulas.map { $0.label.text(in: "en") } == [label])
        #expect(after.formulas.map { $0.label.text(in: "en") } == [label])
        #expect(after.identity.hash == before.identity.hash)
    }

    @Test func doesNotDependOnHowThePackIsWritten() throws {
        let one = ["pack.yaml": LoadedPack.manifest + "---\nkind: formulas\nformulas: {f: {value: 1 + 2}}\n"]
        let two = [
            "pack/pack.yaml": "# The same.\n" + LoadedPack.manifest,
            "pack/formulas.yaml": "kind: \"formulas\"\nformulas:\n  f:\n    value: >-\n      1 +\n      2\n",
        ]
        let three = ["pack.yaml": LoadedPack.manifest + "---\nkind: formulas\nformulas: {f: {value: 1 + 3}}\n"]
        let hashes = try [
            LoadedPack(files: one, path: "pack.yaml"), LoadedPack(files: two, path: "pack"),
            LoadedPack(files: three, path: "pack.yaml"),
        ].map(\.model.identity.hash)
        #expect(hashes[0] == hashes[1])
        #expect(hashes[0] != hashes[2])
        #expect(hashes[0].utf8.count == 64)
    }

    @Test func leavesOutWhatAChildRemovedAndItsParentsNames() throws {
        let files = try Fixture("overrides", in: "Examples").texts
        let text = try resolve(files, "overrides/child")
        #expect(!text.contains("extends:"))
        #expect(!text.contains("override:"))
        #expect(!text.contains("dropped:"))
        #expect(!text.contains("then:"))
        #expect(text.contains("\n  power:\n"))
        // 0.16 × 50 / 100 and 0.16 × 20 / 100.
        #expect(text.contains("      2030: 0.08 kgCO2e/kWh\n      2040: 0.032 kgCO2e/kWh\n"))
    }
}
