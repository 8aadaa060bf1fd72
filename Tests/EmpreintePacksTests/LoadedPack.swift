import EmpreinteGraph
import EmpreinteModel
import EmpreinteText
import Testing

@testable import EmpreintePacks

/// A pack written in a test, with the manifest left out: the questions, factors and formulas are what it is about.
struct LoadedPack {
    let model: Model
    let warnings: [Diagnostic]

    static let manifest = """
        kind: pack
        id: sample
        version: 1.0.0
        language: en
        currency: EUR
        years: {from: 2000, to: 2100, reference: 2025}

        """

    init(_ documents: String) throws {
        try self.init(files: ["pack.yaml": Self.manifest + documents], path: "pack.yaml")
    }

    init(files: [String: String], path: String) throws {
        let compilation = try PackFrontEnd().load(path, from: MemoryFiles(files), searching: [])
        model = compilation.model
        warnings = compilation.warnings
    }

    /// The values of the graph for one person.
    func values(_ answers: [String: Double] = [:], year: Int? = nil) -> [Scalar] {
        let positions = answers.compactMap { id, value in model.inputs.firstIndex { $0.id == id }.map { ($0, value) } }
        return values(of: Person(id: "p1", year: year, answers: Dictionary(uniqueKeysWithValues: positions)))
    }

    func values(of person: Person) -> [Scalar] {
        var inputs = [Scalar](repeating: 0, count: max(model.slotCount, 1))
        inputs[Model.yearSlot] = Scalar(person.year ?? model.years.reference)
        for (position, answer) in person.answers {
            inputs[model.inputs[position].valueSlot] = answer
            inputs[model.inputs[position].answeredSlot] = 1
        }
        var interpreter = Interpreter()
        interpreter.run(model.graph, inputs: inputs)
        return interpreter.values
    }

    /// The value of a formula for one person.
    func value(_ id: String, _ answers: [String: Double] = [:], year: Int? = nil) -> Double {
        guard case .formula(let index)? = model.element(id), let result = model.formulas[index].results.first else {
            Issue.record("no formula '\(id)'")
            return .nan
        }
        return values(answers, year: year)[result.value.index]
    }

    /// The total of the first indicator, greenhouse gases.
    func total(_ answers: [String: Double] = [:], year: Int? = nil) -> Double {
        model.indicators[0].total.map { values(answers, year: year)[$0.index] } ?? 0
    }

    /// The codes and places of what a text is refused for.
    static func errors(_ documents: String) -> [String] {
        errors(files: ["pack.yaml": manifest + documents], path: "pack.yaml")
    }

    static func errors(files: [String: String], path: String) -> [String] {
        do throws(CompilationError) {
            _ = try PackFrontEnd().load(path, from: MemoryFiles(files), searching: [])
            return []
        } catch {
            return error.summaries
        }
    }
}

extension CompilationError {
    /// Each diagnostic as its code and its place.
    var summaries: [String] {
        diagnostics.map { diagnostic in
            let place = diagnostic.range.map { sources.location(of: $0).description } ?? diagnostic.path ?? ""
            return "\(diagnostic.code) \(place)"
        }
    }
}
