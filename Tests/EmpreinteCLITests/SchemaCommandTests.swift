import Foundation
import Testing

@Suite struct SchemaCommandTests {
    private static let script = Command.root.appending(path: "Tests/Clients/schema/validate.py").path
    /// Whether an independent validator can be run.
    private static let hasValidator =
        (try? Command.python.map { python in
            try Command(program: python, words: ["-c", "import jsonschema, yaml; jsonschema.Draft202012Validator"])
                .status
        }) == 0

    private static func files(in folder: String) -> [String] {
        let found = FileManager.default.enumerator(atPath: Command.root.appending(path: folder).path)?.allObjects
        return (found ?? []).compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.map { "\(folder)/\($0)" }
    }

    /// What the schema has to say against files.
    private func problems(_ files: [String], _ kind: String...) throws -> String {
        let folder = try TemporaryFolder()
        let schema = try folder.write(try Command(words: ["schema"] + kind).output, to: "schema.json").path
        let run = try Command(program: #require(Command.python), words: [Self.script, schema] + files)
        #expect(run.status == 0, "\(run.errors)")
        return run.output
    }

    @Test(.enabled(if: hasValidator, "python3 has no jsonschema and PyYAML"))
    func everyDocumentHereIsRight() throws {
        let files = Self.files(in: "models")
        #expect(files.count > 80)
        #expect(try problems(files) == "")
    }

    /// The mistakes that people make most, in the packs that hold each of them.
    @Test(.enabled(if: hasValidator, "python3 has no jsonschema and PyYAML"))
    func theCommonestMistakesAreFlagged() throws {
        let names = [
            "key_unknown", "key_missing", "kind_missing", "kind_unknown", "id_syntax", "shape_mismatch", "value_empty",
            "value_flag", "value_integer", "value_word", "number_decimal_comma", "number_grouping", "number_syntax",
            "quantity_spacing", "quantity_spread", "source_missing", "assumption_reason", "year_missing", "factor_form",
            "factor_empty", "formula_form", "formula_empty", "formula_split", "question_form", "effect_form",
            "series_empty", "pack_years_missing", "yaml_syntax", "yaml_duplicate_key", "yaml_merge_key",
        ]
        let folder = "Tests/EmpreintePacksTests/Broken"
        let flagged = try problems(Self.files(in: folder))
        for name in names { #expect(flagged.contains("\(folder)/\(name)/"), "\(name) is not flagged") }
    }

    @Test(.enabled(if: hasValidator, "python3 has no jsonschema and PyYAML"))
    func oneKindHasASchemaOfItsOwn() throws {
        #expect(try problems(["models/belgium/electricity.yaml"], "factors") == "")
        #expect(try problems(["models/belgium/pack.yaml"], "factors").contains("'factors' was expected"))
    }

    @Test func everyKindHasASchemaAndAReference() throws {
        let schema = try Command("schema").json()
        let kinds = ((schema["properties"] as? [String: Any])?["kind"] as? [String: Any])?["enum"] as? [String]
        #expect(kinds?.first == "pack")
        #expect(Set(["people", "proposals", "coalitions", "funds", "session"]).isSubset(of: kinds ?? []))
        let reference = try Command("schema", "--format", "markdown").output
        for kind in kinds ?? [] { #expect(reference.contains("\n## \(kind)\n")) }
        let unknown = try Command("schema", "poeple")
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("did you mean 'people'?"))
    }
}
