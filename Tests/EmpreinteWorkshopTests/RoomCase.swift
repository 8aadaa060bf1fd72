import Empreinte
import EmpreinteText

/// A small pack in memory with a workshop of four rounds, and the documents of a test.
enum RoomCase {
    static let pack = """
        kind: pack
        id: small
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2050, reference: 2025}
        units: {meal: count}
        ---
        kind: sources
        sources: {src: {title: Example, publisher: Nobody, date: 2024}}
        ---
        kind: factors
        factors:
          car.ghg: {value: 0.5 kgCO2e/km, year: 2024, source: src}
          meat.ghg: {value: 2 kgCO2e/meal, year: 2024, source: src}
          heat.ghg: {years: {2025: 1 kgCO2e/kWh, 2050: 0.5 kgCO2e/kWh}, between: linear, before: hold, after: hold, source: src}
        ---
        kind: questions
        questions:
          car.km: {unit: km/year, range: [0, 50000], default: 2000, source: src, year: 2024}
          meat.meals: {unit: meal/year, range: [0, 2000], default: 500, source: src, year: 2024}
          heat.use: {unit: kWh/year, range: [0, 50000], default: 1000, source: src, year: 2024}
        ---
        kind: formulas
        formulas:
          car: {gives: {ghg: car.km * car.ghg}}
          meat: {gives: {ghg: meat.meals * meat.ghg}}
          heat: {gives: {ghg: heat.use * heat.ghg}}
        ---
        kind: categories
        categories:
          mobility: {contains: [car]}
          food: {contains: [meat]}
          home: {contains: [heat]}
        ---
        kind: actions
        actions:
          mobility.less: {who: person, domain: mobility, levels: {some: 0.5, all: 1}, effects: [{scale: {target: car.km, to: 50 %}}], source: src}
          mobility.far: {who: person, domain: mobility, applies_if: car.km > 5000 km/year, effects: [{scale: {target: car.km, to: 80 %}}], source: src}
          mobility.none: {who: person, domain: mobility, excludes: [mobility.less], effects: [{scale: {target: car.km, to: 0 %}}], effort: 3, source: src}
          food.less: {who: person, domain: food, effects: [{scale: {target: meat.meals, to: 50 %}}], effort: 1, source: src}
          food.after: {who: person, domain: food, requires: [food.less], effects: [{scale: {target: meat.meals, to: 90 %}}], effort: 2, source: src}
          food.talk: {who: person, domain: food, effects: none, reason: no published effect, source: src}
          public.heat: {who: public, domain: home, effects: [{scale: {target: heat.ghg, to: 50 %}}], source: src}
          public.roads: {who: public, domain: mobility, effects: [{scale: {target: car.ghg, to: 90 %}}], source: src}
          public.buses: {who: public, domain: mobility, effects: [{scale: {target: car.ghg, to: 80 %}}], source: src}
        ---
        kind: workshop
        id: four
        goal: {indicator: ghg, per_person: 1 tCO2e/year, by: 2050}
        start: 2025
        people: {min: 2, max: 4}
        prices: {public.heat: 6 points, public.roads: 4 points}
        rounds:
          - {id: r1, who: person, until: 2030, picks: 2}
          - {id: r2, who: public, until: 2035, budget: 6 points}
          - {id: r3, who: person, until: 2040, domains: [food], budget: 3 effort}
          - {id: r4, who: public, until: 2050, domains: [mobility], picks: 1, decide: {at_least: 50 %}}

        """

    static let head = """
        kind: session
        workshop: four
        channel: citizens
        consent: true
        events:

        """

    static let engine: Result<Engine, any Error> = Result {
        try Engine(files: MemoryFiles(["small/pack.yaml": pack]))
    }

    private static let loaded: Result<Model, any Error> = Result { try engine.get().model("small") }

    static func model() throws -> Model { try loaded.get() }

    /// The log of short lines, every event in braces.
    static func log(_ events: [String]) -> String { head + events.map { "  - {\($0)}\n" }.joined() }

    static func request(
        _ files: [(path: String, text: String)], _ options: [String: String] = [:], language: Language = .en
    ) throws -> Analysis.Request {
        var request = Analysis.Request(try model(), language: language, options: options)
        _ = try engine.get().read(files.map { ($0.path, Array($0.text.utf8)) }, into: &request)
        return request
    }

    static func report(
        _ id: String, _ text: String, _ options: [String: String] = [:], language: Language = .en
    ) throws -> Report {
        try engine.get().run(id, request([("a.yaml", text)], options, language: language))
    }

    static func data(_ id: String, _ text: String, _ options: [String: String] = [:]) throws -> JSON {
        .object(try report(id, text, options).data)
    }

    /// The problems as `code line:column`.
    static func problems(_ id: String, _ text: String, _ options: [String: String] = [:]) throws -> [String] {
        do {
            _ = try report(id, text, options)
            return []
        } catch let error as CompilationError {
            return error.diagnostics.map { diagnostic in
                let place = diagnostic.range.map { error.sources.location(of: $0) }
                return "\(diagnostic.code) \(place.map { "\($0.line):\($0.column)" } ?? "-")"
            }
        }
    }
}
