import EmpreinteAnalysis
import EmpreinteModel
import EmpreintePacks
import EmpreinteText
import Testing

/// A model small enough to compute by hand.
enum SmallModel {
    static let text = """
        kind: pack
        id: small
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2030, reference: 2025}
        ---
        kind: sources
        sources: {src.a: {title: A}}
        ---
        kind: factors
        factors:
          car.ghg: {value: 0.2 kgCO2e/vehicle.km, year: 2024, source: src.a}
          power.ghg: {years: {2024: 0.05 kgCO2e/kWh, 2026: 0.03 kgCO2e/kWh}, between: linear, before: hold, source: src.a}
        ---
        kind: questions
        questions:
          household.size: {unit: person, range: [1, 10], default: 2}
          car.has: {default: true}
          car.km: {unit: vehicle.km/year, range: [0, 20000], default: 10000, ask_if: car.has}
          car.people: {unit: person, range: [0, 9], default: 2, ask_if: car.has}
          home.power: {unit: kWh/year, range: [0, 9000], default: 3000, per: household}
        ---
        kind: formulas
        formulas:
          car: {applies_if: car.has, gives: {ghg: car.km * car.ghg / car.people}}
          power: {gives: {ghg: home.power * power.ghg, energy: home.power}}
          roads: {gives: {ghg: 100 kgCO2e/year}}
        ---
        kind: categories
        categories:
          travel: {contains: [car]}
          home: {contains: [power]}
          commons: {contains: [roads], acts: public}
        """

    static func load(_ text: String = text) throws -> Model {
        try PackFrontEnd().load("pack.yaml", from: MemoryFiles(["pack.yaml": text]), searching: []).model
    }

    /// A person by question id.
    static func person(_ model: Model, _ answers: [String: Double]) -> Person {
        var person = Person(id: "p01")
        for (index, input) in model.inputs.enumerated() { person.answers[index] = answers[input.id] }
        return person
    }
}

/// The codes of what a body refuses, with their place.
func refusals(_ body: () throws -> some Any) -> [String] {
    do {
        _ = try body()
        return []
    } catch let error as CompilationError {
        return error.diagnostics.map { diagnostic in
            let place = diagnostic.range.map { error.sources.location(of: $0) }
            return "\(diagnostic.code) \(place.map { "\($0.line):\($0.column)" } ?? "-")"
        }
    } catch {
        return ["\(error)"]
    }
}
