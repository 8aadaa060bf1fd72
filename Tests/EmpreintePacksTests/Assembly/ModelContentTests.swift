import EmpreinteModel
import EmpreinteText
import EmpreinteUnits
import Testing

@testable import EmpreintePacks

/// What a model keeps of a pack beside its values: who says so, since when, in which words.
@Suite struct ModelContentTests {
    private static let parent =
        LoadedPack.manifest.replacing("id: sample", with: "id: parent") + """
            ---
            kind: sources
            sources:
              src.plan: {title: {en: A plan, fr: Un plan}, publisher: The town, date: 2024-11, licence: open}
            ---
            kind: factors
            factors:
              use: {value: 200 gCO2e/km ± 20 %, year: 2024, source: src.plan, confidence: recalled}
              guess: {years: {2024: 1, 2030: 2}, between: step, assumption: true, reason: nobody counted}
            ---
            kind: questions
            questions:
              km: {label: Distance, ask: {en: "How far?", fr: "Combien ?"}, unit: km/year, range: [0, 10], on_out_of_range: clamp, default: 5}
            ---
            kind: formulas
            formulas:
              car: {label: {en: Car, fr: Voiture}, gives: {ghg: km * use * guess}}
            ---
            kind: categories
            categories:
              all: {contains: [commons]}
              commons: {contains: [car], acts: public}
            ---
            kind: territory
            id: here
            targets:
              low: {indicator: ghg, per_person: 2 tCO2e/year, by: 2050, source: src.plan}
            """

    @Test func keepsEvidence() throws {
        let model = try LoadedPack(files: ["pack.yaml": Self.parent], path: "pack.yaml").model
        let use = try #require(model.factors.first { $0.id == "use" })
        #expect(use.evidence.source == "src.plan")
        #expect(use.evidence.year == 2024)
        #expect(use.evidence.isRecalled)
        #expect(use.evidence.assumption == nil)
        #expect(use.cells.map(\.spread) == [0.2])
        #expect(use.unit.description == "gCO2e/km")
        let guess = try #require(model.factors.first { $0.id == "guess" })
        #expect(guess.evidence.assumption == "nobody counted")
        #expect(guess.cells.first?.points.map(\.year) == [2024, 2030])
        #expect(model.references.map(\.publisher) == ["The town"])
        #expect(model.references.map { $0.title.text(in: "fr") } == ["Un plan"])
    }

    @Test func keepsQuestionsAndFormulas() throws {
        let model = try LoadedPack(files: ["pack.yaml": Self.parent], path: "pack.yaml").model
        let input = try #require(model.inputs.first)
        #expect(input.label.text(in: "en") == "Distance")
        #expect(input.ask?.text(in: "fr") == "Combien ?")
        #expect(input.outOfRange == .clamp)
        #expect(!input.isPerHousehold)
        let formula = try #require(model.formulas.first)
        #expect(formula.isLeaf)
        #expect(formula.results.map(\.text) == ["km * use * guess"])
        #expect(formula.results.first?.uses.map { model.id(of: $0.element) } == ["km", "use", "guess"])
        #expect(model.elementIDs == ["km", "use", "guess", "car"])
        #expect(model.categories.map(\.isPublic) == [false, true])
        #expect(model.categories.map(\.isTop) == [true, false])
        #expect(model.indicators.map(\.id) == ["ghg", "energy", "water", "money"])
        #expect(model.indicators.map { $0.total == nil } == [false, true, true, true])
    }

    @Test func readsTargetsInTheIndicatorsUnit() throws {
        let model = try LoadedPack(files: ["pack.yaml": Self.parent], path: "pack.yaml").model
        #expect(model.targets.map(\.id) == ["low"])
        #expect(model.targets.map(\.value) == [2_000])
        #expect(model.targets.map(\.year) == [2050])
    }

    @Test func saysWhichPackAFigureComesFrom() throws {
        let child =
            LoadedPack.manifest + """
                extends: {pack: parent}
                ---
                kind: factors
                override:
                  use: {value: 100 gCO2e/km, year: 2025, source: src.plan}
                ---
                kind: territory
                id: here
                targets:
                  low: {indicator: ghg, per_person: 1 tCO2e/year, by: 2040, source: src.plan}
                  lower: {indicator: ghg, per_person: 0.5 tCO2e/year, by: 2050, source: src.plan}
                """
        let files = ["parent/pack.yaml": Self.parent, "child/pack.yaml": child]
        let model = try LoadedPack(files: files, path: "child").model
        #expect(model.layers.map(\.id) == ["parent", "sample"])
        #expect(model.layers.map(\.path) == ["parent", "child"])
        #expect(model.factors.map(\.layer) == [1, 0])
        #expect(model.factors.map(\.evidence.year) == [2025, nil])
        #expect(model.targets.map(\.value) == [1_000, 500])
        #expect(model.identity.id == "sample")
        #expect(model.sources.location(of: model.factors[0].place.range).description == "parent/pack.yaml:14:3")
    }

    @Test func givesEveryInputItsOwnSlots() throws {
        let pack = try LoadedPack(files: Fixture("presence.yaml", in: "Examples").texts, path: "presence.yaml")
        let slots = pack.model.inputs.flatMap { [$0.valueSlot, $0.answeredSlot] }
        #expect(Set(slots).count == slots.count)
        #expect(!slots.contains(Model.yearSlot))
        #expect(slots.allSatisfy { $0 < pack.model.slotCount })
        #expect(pack.model.slotCount == 1 + slots.count)
    }
}
