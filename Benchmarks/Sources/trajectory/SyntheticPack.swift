internal import Empreinte
internal import Measures

/// A pack of formulas of which some read no year, with thirty actions on its questions.
struct SyntheticPack {
    /// How many of the formulas read no dated figure.
    let yearFreeShare: Double

    func model() throws -> Model {
        var random = SplitMix64(seed: 1)
        let formulas = 300
        let questions = 60
        var text = """
            kind: pack
            id: synthetic
            version: 1.0.0
            language: en
            years: {from: 2020, to: 2050, reference: 2025}
            ---
            kind: sources
            sources: {src.a: {title: A}}
            ---
            kind: factors
            factors:
              steady: {value: 2 kgCO2e/km, year: 2024, source: src.a}
              dated: {years: {2020: 3 kgCO2e/km, 2050: 1 kgCO2e/km}, between: linear, source: src.a}
            ---
            kind: questions
            questions:

            """
        for question in 0..<questions { text += "  q\(question): {unit: km/year, default: \(random.below(1000))}\n" }
        text += "---\nkind: formulas\nformulas:\n"
        let steady = Int(Double(formulas) * yearFreeShare)
        for formula in 0..<formulas {
            // Actions move the last questions, so that what reads the first is the same every year.
            let isSteady = formula < steady
            let first = isSteady ? 0 : questions / 2
            func question() -> String { "q\(first + random.below(questions / 2))" }
            let factor = isSteady ? "steady" : "dated"
            text += "  f\(formula): {gives: {ghg: \"(\(question()) + \(question())) * \(factor)"
            text += " + max(\(question()), \(question())) * \(factor) / \(2 + random.below(5))\"}}\n"
        }
        text += "---\nkind: categories\ncategories:\n"
        text += "  one: {contains: [\((0..<steady).map { "f\($0)" }.joined(separator: ", "))]}\n"
        text += "  two: {contains: [\((steady..<formulas).map { "f\($0)" }.joined(separator: ", "))]}\n"
        text += "---\nkind: actions\nactions:\n"
        for action in 0..<30 {
            text += "  a\(action): {who: person, domain: two, effects: [{scale: {target: q\(questions / 2 + action), "
            text += "to: \(10 + random.below(90)) %}}], ramp: {shape: linear, years: 10}, source: src.a}\n"
        }
        return try PackFrontEnd().load("pack.yaml", from: MemoryFiles(["pack.yaml": text]), searching: []).model
    }
}
