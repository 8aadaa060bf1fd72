import EmpreinteModel
import EmpreinteText
import Testing

@testable import EmpreintePacks

/// What is worth telling without refusing the pack.
@Suite struct WarningTests {
    @Test func tellsThatAFallbackIsNeverUsed() throws {
        let pack = try LoadedPack("---\nkind: formulas\nformulas:\n  f: {value: 2 + 1 else 7}\n")
        #expect(pack.warnings.map(\.code) == ["fallback.unused"])
        #expect(pack.value("f") == 3)
    }

    @Test func tellsTheUsualSpellingOfAUnit() throws {
        let pack = try LoadedPack(
            """
            ---
            kind: questions
            questions:
              car.use: {unit: l/100km, default: 6.5 l/100km}
            ---
            kind: formulas
            formulas:
              f: {value: car.use * 2 hkm}
            """)
        #expect(pack.warnings.map(\.code) == ["unit.spelling", "unit.spelling"])
        #expect(pack.warnings.map { $0.fixIts.map(\.replacement) } == [["hkm"], ["hkm"]])
        #expect(pack.model.sources.location(of: try #require(pack.warnings[0].range)).description == "pack.yaml:10:21")
        #expect(pack.value("f") == 13)
    }
}
