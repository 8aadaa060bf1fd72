import Empreinte
import Testing

/// Draws of a pack that extends another.
@Suite struct DrawnOverrideTests {
    private static let parent = """
        kind: pack
        id: parent
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2030, reference: 2025}
        ---
        kind: sources
        sources: {src.a: {title: A}}
        ---
        kind: factors
        factors: {a: {value: 1 kgCO2e/km ± 20 %, year: 2024, source: src.a}}
        ---
        kind: questions
        questions: {km: {unit: km/year, default: 100}}
        ---
        kind: formulas
        formulas: {leaf: {gives: {ghg: km * a}}}
        ---
        kind: categories
        categories: {all: {contains: [leaf]}}
        """

    private static func band(_ pack: String, _ figure: String) throws -> Band {
        let child = """
            kind: pack
            id: child
            version: 1.0.0
            language: en
            extends: {pack: parent}
            ---
            kind: factors
            override: {a: {value: \(figure), year: 2025, source: src.a}}
            """
        let engine = try Engine(
            places: ["packs"],
            files: MemoryFiles(["packs/parent/pack.yaml": parent, "packs/child/pack.yaml": child]))
        let evaluator = UncertaintyEvaluator(try engine.model(pack), Draws(200))
        return try evaluator.uncertainties(of: Person(id: "p01"))[0].band
    }

    /// Twice the figure within the same range: twice as much in every draw.
    @Test func anOverrideKeepsTheDraws() throws {
        let own = try Self.band("child", "2 kgCO2e/km ± 20 %")
        let parent = try Self.band("parent", "2 kgCO2e/km ± 20 %")
        #expect(own.p5 == 2 * parent.p5 && own.p50 == 2 * parent.p50 && own.p95 == 2 * parent.p95)
        #expect(parent.p5 < parent.p95)
    }

    /// A new figure without a range is exact: the parent's range was another figure's.
    @Test func aRangeIsThatOfItsFigure() throws {
        #expect(try Self.band("child", "2 kgCO2e/km").range == 200...200)
    }
}
