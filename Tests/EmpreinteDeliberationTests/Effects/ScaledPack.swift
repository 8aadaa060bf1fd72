/// A pack whose people emit a kilogram a kilometre, and which actions multiply by a half, by four fifths, by nine tenths.
enum ScaledPack {
    static let population = """
        ---
        kind: territory
        id: town
        population: {2022: 1000, 2024: 1900, 2025: 2000}
        sources: {population: src.a}
        """

    static let content = """
        ---
        kind: sources
        sources: {src.a: {title: A}}
        ---
        kind: factors
        factors: {one: {value: 1 kgCO2e/km, year: 2024, source: src.a}}
        ---
        kind: questions
        questions:
          km: {unit: km/year, default: 1000}
          drives: {default: true}
        ---
        kind: formulas
        formulas: {leaf: {gives: {ghg: km * one}}}
        ---
        kind: categories
        categories: {all: {contains: [leaf]}}
        ---
        kind: actions
        actions:
          half: {who: public, domain: all, effects: [{scale: {target: km, to: 50 %}}], source: src.a}
          fifth: {who: public, domain: all, effects: [{scale: {target: km, to: 80 %}}], source: src.a}
          tenth: {who: public, domain: all, effects: [{scale: {target: km, to: 90 %}}], source: src.a}
          walkers: {who: public, domain: all, applies_if: not drives, effects: [{scale: {target: km, to: 0}}], source: src.a}
          never: {who: public, domain: all, excludes: [half], effects: [{scale: {target: km, to: 0}}], source: src.a}
          unknown: {who: public, domain: all, effects: none, reason: no figure, source: src.a}
        ---
        kind: scenarios
        scenarios:
          trend: {label: Trend, plan: [], source: src.a}
          later: {label: Later, plan: [{action: half, start: 2030}], source: src.a}

        """
}
