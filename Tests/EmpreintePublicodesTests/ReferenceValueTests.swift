import EmpreinteGraph
import EmpreinteModel
import EmpreinteText
import Testing

@testable import EmpreintePublicodes

/// The values the language's own engine gives for the national model.
@Suite(.enabled(if: Conformance.isThere, "EMPREINTE_CONFORMANCE names no directory"))
struct ReferenceValueTests {
    private static let model = Result {
        try PublicodesModel(Conformance.path("nosgestesclimat/model-fr.json"), from: Disk())
    }

    /// Rules whose values the other engine keeps from deciding whether an ancestor applies, though it then does not:
    /// what it says of them depends on the order it is asked in.
    private static let leftovers: Set<String> = [
        "logement . piscine . construction . béton . type . volume plage",
        "logement . piscine . construction . béton . type . volume",
        "logement . piscine . construction . béton . masse volumique",
        "logement . piscine . construction . béton . empreinte",
        "transport . deux roues . nombre deux roues circulation",
        "transport . deux roues . km annuels moyen",
        "transport . deux roues . entretien",
        "transport . deux roues . entretien pondéré",
    ]

    @Test(arguments: ["personas-fr.expected.json", "random-fr-main.json"])
    func valuesAgree(file: String) throws {
        let model = try Self.model.get()
        let document = try Disk().document(Conformance.path("nosgestesclimat/" + file))
        var set = SituationSet(of: model)
        for item in document.items {
            let situation = try #require(item["situation"])
            set.add(situation)
        }
        #expect(set.diagnostics.isEmpty)
        let names = model.ruleNames
        let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
        var compared = 0
        var left = 0
        for (item, values) in zip(document.items, model.values(in: set)) {
            for (name, wanted) in item["expected"]?.entries.map({ ($0.key.text, $0.value) }) ?? [] {
                let value = try values[#require(places[name])]
                compared += 1
                if value == .absent, !wanted.isNull, Self.leftovers.contains(name) {
                    left += 1
                    continue
                }
                #expect(Self.agrees(value, wanted), "\(name): \(value), not \(wanted.isNull ? "null" : wanted.text)")
            }
        }
        #expect(compared == (file.hasPrefix("personas") ? 25_480 : 1_450))
        #expect(left == (file.hasPrefix("personas") ? 36 : 0))
    }

    private static func agrees(_ value: RuleValue, _ wanted: Node) -> Bool {
        switch value {
        case .number(let number):
            guard wanted.isPlain, let expected = DecimalParser().value(of: wanted.utf8) else { return false }
            return (number - expected).magnitude <= 1e-9 * max(number.magnitude, expected.magnitude)
        case .flag(let flag): return wanted.isPlain && wanted.textEquals(flag ? "true" : "false")
        case .text(let text): return !wanted.isPlain && wanted.textEquals(text)
        case .absent: return wanted.isNull
        case .undefined: return wanted.textEquals("__undefined__")
        case .failed: return wanted.textEquals("__error__")
        }
    }

    @Test(arguments: Conformance.files(in: "nosgestesclimat/regions", ".publicodes"))
    func regionalOverlaysLoad(file: String) throws {
        let model = try PublicodesModel(
            Conformance.path("nosgestesclimat/model-fr.json"),
            region: Conformance.path("nosgestesclimat/regions/" + file), from: Disk())
        var set = SituationSet(of: model)
        set.addEmpty()
        let values = model.values(of: ["bilan"], in: set)
        guard case .number(let total)? = values.first?.first else {
            Issue.record("no total")
            return
        }
        #expect(total > 1000 && total < 40_000)
    }

    /// The national model as a pack: its own total, and actions that change what people answer.
    @Test func itServesAsAPackWithActions() throws {
        let sidecar = """
            kind: publicodes
            id: national
            version: 1.0.0
            model: model-fr.json
            years: {from: 2024, to: 2050, reference: 2025}
            categories:
              transport: {rules: [transport]}
              food: {rules: [alimentation]}
              housing: {rules: [logement]}
              goods: {rules: [divers]}
              services: {rules: [services sociétaux]}
            ---
            kind: actions
            actions:
              no_plane:
                who: person
                domain: transport
                effects: [{set: {target: transport . avion . usager, to: jamais}}]
                assumption: true
                reason: by definition
            """
        let model = try Disk().read(Conformance.path("nosgestesclimat/model-fr.json"), limit: .max)
        let files = MemoryFiles(["p/publicodes.yaml": Array(sidecar.utf8), "p/model-fr.json": model])
        let pack = try PublicodesFrontEnd().load("p", from: files, searching: []).model
        let acted = ActedGraph(pack)
        let total = try #require(pack.indicators[0].total)
        var inputs = pack.unboundSlots
        let slots = pack.actions[0].slots
        (inputs[slots.adoption], inputs[slots.draw]) = (1, 1)
        var interpreter = Interpreter()
        interpreter.run(acted.graph, inputs: inputs)
        let before = interpreter.values[acted[total].index]
        #expect((before - 8254.958551172233).magnitude < 1e-6)
        (inputs[slots.level], inputs[slots.draw]) = (1, -1)
        interpreter.run(acted.graph, inputs: inputs)
        // The mean of those who were not asked goes.
        #expect((before - interpreter.values[acted[total].index] - 492.1664418143666).magnitude < 1e-6)
    }
}
