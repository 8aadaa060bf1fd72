import EmpreinteGraph
import EmpreinteModel
import EmpreinteText
import EmpreinteUnits
import Foundation
import Testing

@testable import EmpreintePublicodes

/// A model that serves as a pack.
@Suite struct PublicodesFrontEndTests {
    private static let rules = """
        total:
          somme: [voiture, repas]
        voiture:
          applicable si: usager
          valeur: km * 0.2 kgCO2e/km
          unité: kgCO2e
        usager:
          question: Une voiture ?
          par défaut: oui
        km:
          question: Combien de km ?
          par défaut: 1000
          unité: km
        repas:
          variations:
            - si: régime = 'végétal'
              alors: 300
            - sinon: 900
        régime:
          question: Lequel ?
          titre: Régime
          une possibilité: ["'végétal'", "'autre'"]
          par défaut: "'autre'"

        """

    private static let sidecar = """
        kind: publicodes
        id: essai
        version: 1.0.0
        model: model.publicodes
        years: {from: 2024, to: 2030, reference: 2025}
        categories:
          mobility: {label: Mobilité, rules: [voiture]}
          food: {label: Repas, rules: [repas]}

        """

    private func files(sidecar: String = sidecar) -> MemoryFiles {
        MemoryFiles(["pack/publicodes.yaml": sidecar, "pack/model.publicodes": Self.rules])
    }

    private func load(_ files: MemoryFiles) throws -> Model {
        try PublicodesFrontEnd().load("pack", from: files, searching: []).model
    }

    /// The totals and the presence of each leaf for some answers.
    private func evaluate(_ model: Model, _ answers: [String: Double]) throws -> (totals: [Double], applies: [Bool]) {
        var inputs = [Scalar](repeating: 0, count: model.slotCount)
        for input in model.inputs {
            guard let answer = answers[input.id] else { continue }
            inputs[input.valueSlot] = answer
            inputs[input.answeredSlot] = 1
        }
        var interpreter = Interpreter()
        interpreter.run(model.graph, inputs: inputs)
        let nodes = model.categories.compactMap { $0.totals.first ?? nil } + [try #require(model.indicators[0].total)]
        return (
            nodes.map { interpreter.values[$0.index] },
            model.formulas.map { formula in formula.presence.map { interpreter.values[$0.index] != 0 } ?? true }
        )
    }

    @Test func itSaysWhatItRecognises() {
        let files = files()
        let frontEnd = PublicodesFrontEnd()
        #expect(frontEnd.recognises("pack", in: files))
        #expect(frontEnd.recognises("pack/publicodes.yaml", in: files))
        #expect(frontEnd.recognises("pack/model.publicodes", in: files))
        #expect(!frontEnd.recognises(".", in: files))
        #expect(!frontEnd.recognises("other.yaml", in: MemoryFiles(["other.yaml": "kind: pack\n"])))
    }

    @Test func questionsBecomeInputsAndRulesLeaves() throws {
        let model = try load(files())
        #expect(model.identity.id == "essai")
        #expect(model.years.reference == 2025)
        #expect(model.inputs.map(\.id) == ["usager", "km", "régime"])
        guard case .option(let codes, _) = model.inputs[2].kind else {
            Issue.record("not an option")
            return
        }
        #expect(codes.names == ["végétal", "autre"])
        #expect(model.categories.map(\.id) == ["mobility", "food"])
        #expect(model.formulas.map(\.id) == ["voiture", "repas"])
        #expect(model.indicators.map { $0.unit.description } == ["kgCO2e/year"])
    }

    @Test func answersCountAndDefaultsStandForThem() throws {
        let model = try load(files())
        // 1 000 km at 0.2, and the other meals.
        #expect(try evaluate(model, [:]) == ([200, 900, 1100], [true, true]))
        #expect(try evaluate(model, ["km": 50, "régime": 0]) == ([10, 300, 310], [true, true]))
        #expect(try evaluate(model, ["usager": 0, "régime": 1]) == ([0, 900, 900], [false, true]))
    }

    @Test(arguments: [
        ("rules: [voiture]", "rules: [vélo]", "publicodes.rule.unknown"),
        ("rules: [voiture]", "rules: [usager]", "publicodes.rule.number"),
        ("reference: 2025", "reference: 2035", "pack.years"),
        ("id: essai", "id: essai\ninputs: [vélo]", "publicodes.rule.unknown"),
        ("id: essai", "id: essai\nunit: zorg", "unit.unknown"),
        ("model: model.publicodes", "model: other.json", "publicodes.not_found"),
    ])
    func whatIsWrongIsTold(old: String, new: String, code: String) throws {
        let place = try #require(Self.sidecar.range(of: old))
        let sidecar = Self.sidecar.replacingCharacters(in: place, with: new)
        do throws(CompilationError) {
            _ = try PublicodesFrontEnd().load("pack", from: files(sidecar: sidecar), searching: [])
            Issue.record("the pack was accepted")
        } catch {
            #expect(error.diagnostics.map(\.code) == [code])
        }
    }

    @Test func aBareModelIsChecked() throws {
        let files = MemoryFiles(["m.publicodes": "a:\n  valeur: 1 kg\n  unité: km\n"])
        let compilation = try PublicodesFrontEnd().load("m.publicodes", from: files, searching: [])
        #expect(compilation.warnings.map(\.code) == ["publicodes.unit.mismatch"])
        #expect(compilation.model.formulas.isEmpty)
    }

    /// The rules may stand in the pack's own folder, beside what makes a pack of them.
    @Test func rulesMayStandBesideTheFile() throws {
        let files = MemoryFiles([
            "pack/publicodes.yaml": Self.sidecar.replacing("model: model.publicodes", with: "model: ."),
            "pack/rules.yaml": Self.rules, "pack/actions.yaml": "kind: actions\nactions: {}\n",
        ])
        #expect(try load(files).formulas.map(\.id) == ["voiture", "repas"])
        let rules = try PublicodesModel("pack", from: files)
        #expect(rules.ruleNames == ["total", "voiture", "usager", "km", "repas", "régime"])
        #expect(try PublicodesModel("pack/publicodes.yaml", from: files).ruleCount == 6)
    }

    @Test func aFootprintMayRestOnALongChain() throws {
        let rules = "r0: 1\n" + (1...30_000).map { "r\($0): r\($0 - 1) + 1\n" }.joined()
        let sidecar = Self.sidecar.replacing("[voiture]", with: "[r30000]").replacing("[repas]", with: "[r1]")
        let model = try load(MemoryFiles(["pack/publicodes.yaml": sidecar, "pack/model.publicodes": rules]))
        #expect(try evaluate(model, [:]).totals == [30_001, 2, 30_003])
    }
}
