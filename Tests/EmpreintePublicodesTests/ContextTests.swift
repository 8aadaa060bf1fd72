import EmpreinteText
import Testing

@testable import EmpreintePublicodes

/// Contexts share what they do not change, and have a limit.
@Suite struct ContextTests {
    private static let rules = """
        a: 3
        b: a * 2 + 1
        c: b + 10
        autre:
          valeur: c
          contexte: {a: 4}
        encore:
          valeur: c
          contexte: {a: 5}

        """

    private func model(_ yaml: String) throws -> PublicodesModel {
        try PublicodesModel("m.publicodes", from: MemoryFiles(["m.publicodes": yaml]))
    }

    @Test func sizesAreCounted() throws {
        let size = try model(Self.rules).size(of: ["c", "autre", "encore"])
        #expect(size.rules == 5)
        #expect(size.contexts == 2)
        #expect(size.nodesUnshared >= size.nodesShared)
        // All of it is constant: one number each.
        #expect(size.nodes <= 6)
    }

    /// Each rule reads the one before in two contexts: 2 to the power of 40 would be needed.
    @Test func contextsThatHoldOthersWithoutEndAreRefused() throws {
        var yaml = "x:\n  question: x ?\nr0: x + 1\n"
        for place in 1...40 {
            yaml += """
                r\(place):
                  somme:
                    - valeur: r\(place - 1)
                      contexte: {x: x + \(place)}
                    - valeur: r\(place - 1)
                      contexte: {x: x * \(place + 1)}

                """
        }
        let model = try model(yaml)
        var set = SituationSet(of: model)
        try set.read(Array(#"{"x": 1}"#.utf8), path: "s.json")
        var diagnostics = Diagnostics()
        model.forEachSituation(of: set, rules: ["r40"], &diagnostics) { _, _ in }
        #expect(diagnostics.sorted.map(\.code).contains("publicodes.context.budget"))
        #expect(diagnostics.hasErrors)
        model.forEachSituation(of: set, rules: ["r6"], &diagnostics) { _, values in
            if case .number? = values.first {} else { Issue.record("r6 is within the limit") }
        }
    }
}
