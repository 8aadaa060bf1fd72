import EmpreinteGraph
import EmpreinteModel
import EmpreinteText
import EmpreinteUnits
import Testing

@testable import EmpreintePublicodes

/// Actions and scenarios beside a Publicodes model change the rules people answer.
@Suite struct PublicodesCatalogTests {
    private static let rules = """
        voiture:
          applicable si: usager
          valeur: km * 0.2 kgCO2e/km
          unité: kgCO2e
        usager:
          question: Une voiture ?
          par défaut: oui
        km:
          question: Combien de km ?
          par défaut: 10 * 1000 km
          unité: km
        vélo:
          question: Combien de km à vélo ?
          par défaut: 0 km
          unité: km
        repas:
          variations:
            - si: régime = 'végétal'
              alors: 300
            - sinon: 900
        régime:
          question: Lequel ?
          une possibilité: ["'végétal'", "'autre'"]
          par défaut: "'autre'"
        avion:
          variations:
            - si:
                est défini: vols
              alors: vols * 500
            - sinon: 400
        vols:
          question: Combien de vols ?
          unité: vol
        double: 2 * km
        ski:
          question: Combien de km à ski ?
          par défaut: 3 km

        """

    private static let sidecar = """
        kind: publicodes
        id: essai
        version: 1.0.0
        model: model.publicodes
        years: {from: 2024, to: 2030, reference: 2025}
        categories:
          mobility: {label: Mobilité, rules: [voiture, avion]}
          food: {label: Repas, rules: [repas]}
        catalogs: [actions.yaml]

        """

    private func load(_ effects: String, fields: String = "", model: String = rules) throws -> Model {
        let actions = """
            kind: actions
            actions:
              act:
                label: Agir
                who: person
                domain: mobility
                effects: \(effects)
                assumption: true
                reason: exemple
            \(fields)

            """
        let files = MemoryFiles([
            "pack/publicodes.yaml": Self.sidecar, "pack/model.publicodes": model, "pack/actions.yaml": actions,
        ])
        return try PublicodesFrontEnd().load("pack", from: files, searching: []).model
    }

    /// The total of the footprint under the action at a level, for someone who gave some answers.
    private func total(_ model: Model, level: Double = 1, _ answers: [String: Double] = [:]) throws -> Double {
        let acted = ActedGraph(model)
        var inputs = [Scalar](repeating: 0, count: model.slotCount)
        for input in model.inputs {
            guard let answer = answers[input.id] else { continue }
            inputs[input.valueSlot] = answer
            inputs[input.answeredSlot] = 1
        }
        let slots = model.actions[0].slots
        inputs[Model.yearSlot] = 2026
        inputs[slots.level] = level
        inputs[slots.adoption] = 1
        inputs[slots.start] = 2025
        inputs[slots.draw] = level > 0 ? -1 : 1
        var interpreter = Interpreter()
        interpreter.run(acted.graph, inputs: inputs)
        return try interpreter.values[acted[#require(model.indicators[0].total)].index]
    }

    /// Effects and the total under them. Without action it is 3 300: 10 000 km at 0.2, 400 of planes, 900 of meals.
    private static let effects: [(String, Double)] = [
        ("[{scale: {target: km, to: 50 %}}]", 2300),
        ("[{scale: {target: km, to: 0.5}}]", 2300),
        ("[{cap: {target: km, at: 2 * 1000 km}}]", 1700),
        ("[{floor: {target: km, at: 12000}}]", 3700),
        ("[{add: {target: km, by: -0.25 * km}}]", 2800),
        ("[{set: {target: km, to: double}}]", 5300),
        ("[{move: {from: km, to: vélo, share: 30 %}}]", 2700),
        ("[{set: {target: usager, to: non}}]", 1300),
        ("[{set: {target: régime, to: végétal}}]", 2700),
        (#"[{set: {target: régime, to: "'végétal'"}}]"#, 2700),
        // Whom nobody asked is taken to have answered what the action sets.
        ("[{set: {target: vols, to: 0}}]", 2900),
        ("[{set: {target: vols, to: 1}}]", 3400),
    ]

    @Test(arguments: effects)
    func effectsChangeAnswersAndDefaults(effects: String, expected: Double) throws {
        let model = try load(effects)
        #expect(try total(model, level: 0) == 3300)
        #expect(try abs(total(model) - expected) < 1e-9)
    }

    @Test func answersCountBeforeActions() throws {
        let model = try load("[{scale: {target: km, to: 50 %}}]")
        #expect(try total(model, ["km": 4000]) == 400 + 400 + 900)
        #expect(try total(model, ["km": 4000, "usager": 0]) == 400 + 900)
        #expect(try total(model, level: 0.5, ["km": 4000]) == 600 + 400 + 900)
    }

    @Test func conditionsAreExpressions() throws {
        let model = try load("[{scale: {target: km, to: 0}}]", fields: "    applies_if: km > 5 * 1000 km")
        #expect(try total(model, ["km": 4000]) == 800 + 400 + 900)
        #expect(try total(model, ["km": 6000]) == 400 + 900)
        #expect(model.actions[0].condition == "km > 5 * 1000 km")
    }

    @Test func scenariosChooseActions() throws {
        let scenario = """
            ---
            kind: scenarios
            scenarios:
              sobre:
                label: Sobre
                plan:
                  - {action: act, start: 2026, level: 50 %}
                assumption: true
                reason: exemple
            """
        let model = try load("[{scale: {target: km, to: 0}}]", fields: scenario)
        #expect(model.scenarios.map(\.id) == ["sobre"])
        #expect(model.scenarios[0].choices.map(\.level) == [0.5])
        #expect(model.scenarios[0].choices.map(\.start) == [2026])
    }

    @Test func questionsShowWhatStandsForThem() throws {
        let model = try load("[{scale: {target: km, to: 0}}]")
        var interpreter = Interpreter()
        interpreter.run(model.graph, inputs: model.unboundSlots)
        let values = model.inputs.map { ($0.id, interpreter.values[$0.value.index]) }
        #expect(
            Dictionary(uniqueKeysWithValues: values) == [
                "usager": 1, "km": 10_000, "vélo": 0, "régime": 1, "vols": 0, "ski": 0,
            ])
        #expect(model.formulas[0].results[0].uses.map(\.element) == [.input(0), .input(1)])
    }

    @Test(arguments: [
        ("[{scale: {target: voiture, to: 0}}]", "effect.computed"),
        ("[{scale: {target: vélos, to: 0}}]", "effect.unknown"),
        ("[{scale: {target: km, to: zorg}}]", "publicodes.reference.unknown"),
        ("[{cap: {target: km, at: 3 kg}}]", "publicodes.amount.unit"),
        ("[{cap: {target: km, at: oui}}]", "publicodes.amount"),
        ("[{set: {target: régime, to: carné}}]", "option.unknown"),
        ("[{set: {target: usager, to: true}}]", "value.flag"),
        ("[{add: {target: régime, by: 1}}]", "effect.kind"),
        ("[{scale: {target: ski, to: 2}}]", "publicodes.action.target"),
    ])
    func whatIsWrongIsTold(effects: String, code: String) throws {
        do throws(CompilationError) {
            _ = try PublicodesFrontEnd().load(
                "pack",
                from: MemoryFiles([
                    "pack/publicodes.yaml": Self.sidecar, "pack/model.publicodes": Self.rules,
                    "pack/actions.yaml": """
                    kind: actions
                    actions:
                      act:
                        who: person
                        domain: mobility
                        effects: \(effects)
                        assumption: true
                        reason: exemple
                    """,
                ]), searching: [])
            Issue.record("the pack was accepted")
        } catch {
            #expect(error.diagnostics.map(\.code) == [code])
            #expect(error.diagnostics.allSatisfy { $0.range != nil })
        }
    }

    /// A rule solved by trying is one more thing a footprint may read: x = 1000 + x / 2, and so 2000.
    @Test func solvedRulesMayBePartOfAFootprint() throws {
        let rules = Self.rules.replacing("          valeur: km * 0.2 kgCO2e/km\n", with: "          valeur: 2 * km\n")
        let solved = rules.replacing(
            "double: 2 * km\n",
            with: """
                double:
                  valeur: 0.1 * km + double / 2
                  résoudre la référence circulaire: oui

                """
        ).replacing("valeur: 2 * km", with: "valeur: double")
        let model = try load("[{scale: {target: km, to: 50 %}}]", model: solved)
        #expect(try abs(total(model, level: 0) - (2000 + 400 + 900)) < 1)
        #expect(try abs(total(model) - (1000 + 400 + 900)) < 1)
    }
}
