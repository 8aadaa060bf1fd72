import EmpreinteModel
import EmpreinteText

/// A pack whose figures have ranges.
enum UnsureModel {
    /// - Parameters:
    ///   - factors: under `factors:`.
    ///   - ghg: the only leaf.
    static func load(
        factors: String, ghg: String, target: String = "100 kgCO2e/year", actions: String = ""
    ) throws -> Model {
        try SmallModel.load(
            """
            kind: pack
            id: unsure
            version: 1.0.0
            language: en
            years: {from: 2020, to: 2030, reference: 2025}
            ---
            kind: sources
            sources: {src.a: {title: A}}
            ---
            kind: factors
            factors:
            \(factors)
            ---
            kind: questions
            questions:
              km: {unit: km/year, range: [0, 5000], default: 100}
              trips: {unit: km/year, range: [0, 5000], default: 50}
              fuel: {options: {oil: Oil, gas: Gas}, default: oil}
            ---
            kind: formulas
            formulas:
              leaf: {gives: {ghg: "\(ghg)"}}
            ---
            kind: categories
            categories: {all: {contains: [leaf]}}
            ---
            kind: territory
            id: here
            targets: {low: {indicator: ghg, per_person: \(target), by: 2026, source: src.a}}
            \(actions)
            """)
    }

    /// A product of two, 100 kg in the middle.
    static let product = """
          a: {value: 1 kgCO2e/km ± 20 %, year: 2024, source: src.a}
          b: {value: 1 ± 50 %, year: 2024, source: src.a}
          c: {value: 1 kgCO2e/km, year: 2024, source: src.a}
        """
}

extension JSON {
    /// A number, or those of a list.
    var amounts: [Double] {
        switch self {
        case .number(let value): [value]
        case .integer(let value): [Double(value)]
        case .array(let items): items.flatMap(\.amounts)
        default: []
        }
    }
}
