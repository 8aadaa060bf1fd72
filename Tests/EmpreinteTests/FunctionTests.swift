import Empreinte
import Testing

/// A plugin with functions and shapes of ramps.
private struct Sample: Plugin {
    let name = "sample"
    let version = "1.0.0"

    func register(in additions: inout Registry.Additions) {
        additions.functions.functions = [
            .init("soften", arity: 2, units: .shared) { $0[0] / (1 + $0[0] / $0[1]) },
            .init("twice", arity: 1, units: .plain) { 2 * $0[0] },
            .init("strict", arity: 1, units: .shared) { (arguments) throws(FunctionLibrary.Function.Failure) in
                guard arguments[0] <= 5000 else { throw .init("beyond its table") }
                return arguments[0]
            },
            .init("Not an id", arity: 1, units: .plain) { $0[0] },
            .init("none", arity: 0, units: .plain) { _ in 1 },
        ]
        additions.functions.ramps = [
            .init("surge") { $0 * $0 }, .init("excess") { 2 * $0 }, .init("hollow") { _ in .nan },
        ]
    }
}

@Suite struct FunctionTests {
    private func engine(_ gives: String, ramp: String = "step", manifest: String = "") throws -> Engine {
        let pack = """
            kind: pack
            id: small
            version: 1.0.0
            language: en
            years: {from: 2020, to: 2050, reference: 2025}
            \(manifest)
            ---
            kind: questions
            questions: {km: {unit: km/year, default: 3000}, rides: {unit: "1", default: 7}}
            ---
            kind: formulas
            formulas: {drive: {gives: {ghg: "\(gives)"}}}
            ---
            kind: categories
            categories: {travel: {contains: [drive]}}
            ---
            kind: sources
            sources: {src: {title: A}}
            ---
            kind: actions
            actions:
              stop: {who: person, domain: travel, source: src, ramp: {shape: \(ramp)}, effects: [{set: {target: km, to: 0}}]}
            """
        return try Engine(plugins: [Sample()], files: MemoryFiles(["small.yaml": pack]))
    }

    /// The footprint of a person who drives that far, alone and in company.
    private func footprints(_ gives: String, km: [Double]) throws -> [Double] {
        let model = try engine(gives).model("small.yaml")
        let question = try #require(model.inputs.firstIndex { $0.id == "km" })
        let people = km.enumerated().map { Person(id: "p\($0)", answers: [question: $1]) }
        var results = PopulationResults()
        try PopulationEvaluator(model).evaluate(PeopleColumns(people, model), into: &results)
        let total = try #require(model.indicators[0].total)
        let alone = try people.map { try Evaluator(model).evaluate($0)[total] }
        #expect(people.indices.map { results[0, $0] } == alone)
        return alone
    }

    private func problems(_ body: () throws -> Void) -> [String] {
        let error = #expect(throws: CompilationError.self, performing: body)
        return error?.diagnostics.map { "\($0.code) \($0.message)" } ?? []
    }

    private func problems(
        _ gives: String, ramp: String = "step", manifest: String = ""
    ) -> [String] {
        problems { _ = try engine(gives, ramp: ramp, manifest: manifest).model("small.yaml") }
    }

    // MARK: - Calls

    @Test func aFormulaCallsAFunction() throws {
        // In the unit of the first argument: 3 000 km / (1 + 3 000 km / 1 000 km).
        #expect(
            try footprints("sample.soften(km, 1000000 m/year) * 2 kgCO2e/km", km: [3000, 1000, 0]) == [1500, 1000, 0])
        #expect(try footprints("sample.twice(rides) * 1 kgCO2e/year", km: [1]) == [14])
        // Of constants alone, and of what another call gives.
        #expect(try footprints("sample.twice(sample.twice(3)) * 1 kgCO2e/year", km: [1, 2]) == [12, 12])
    }

    @Test(
        arguments: [
            ("sample.softem(km, 1) * 1 kgCO2e/km", "formula.function there is no function 'sample.softem'"),
            ("sample.soften(km) * 1 kgCO2e/km", "formula.arity sample.soften takes 2 arguments, not 1"),
            ("sample.twice(rides, 2, 3) * 1 kgCO2e/year", "formula.arity sample.twice takes 1 arguments, not 3"),
            ("sample.twice(km) * 1 kgCO2e/year", "unit.mismatch a plain number does not meet km/year"),
            ("sample.soften(km, rides) * 1 kgCO2e/km", "unit.mismatch km/year does not meet a plain number"),
            ("sample.twice(rides > 3) * 1 kgCO2e/year", "type.mismatch a number is needed here, not a condition"),
            ("sample.none(1) * 1 kgCO2e/year", "formula.function there is no function 'sample.none'"),
        ])
    func whatIsCalledWrongIsRefused(gives: String, problem: String) {
        #expect(problems(gives) == [problem])
    }

    @Test func theNearestFunctionIsNamed() {
        let error = #expect(throws: CompilationError.self) {
            try engine("sample.softem(km, 1) * 1 kgCO2e/km").model("small.yaml")
        }
        #expect(error?.diagnostics.first?.hint == "did you mean 'sample.soften'?")
    }

    /// A branch not taken and a `min` would both hide a NaN.
    @Test(arguments: [
        "sample.strict(km) * 1 kgCO2e/km", "min(sample.strict(km), 1 km/year) * 1 kgCO2e/km",
        "(if sample.strict(km) < 1 km/year then 1 km/year else 2 km/year) * 1 kgCO2e/km",
    ])
    func aFailureNamesThePluginAndTheFormula(gives: String) throws {
        let told = ["plugin.failed sample fails in sample.strict, called in 'drive': beyond its table"]
        let engine = try engine(gives)
        let model = try engine.model("small.yaml")
        let people = [5000, 5001].enumerated().map { Person(id: "p\($0)", answers: [0: $1]) }
        #expect(problems { _ = try Evaluator(model).evaluate(people[1]) } == told)
        #expect(
            problems {
                var results = PopulationResults()
                try PopulationEvaluator(model).evaluate(PeopleColumns(people, model), into: &results)
            } == told)
        for (analysis, options) in [("footprint", [:]), ("trajectory", [:]), ("explain", ["id": "drive"])] {
            #expect(
                problems { _ = try engine.run(analysis, .init(model, people: [people[1]], options: options)) } == told)
        }
        _ = try Evaluator(model).evaluate(people[0])
    }

    @Test func whatGivesNoNumberIsNamed() throws {
        let model = try engine("sample.soften(km, 0 km/year) * 1 kgCO2e/km").model("small.yaml")
        let person = Person(id: "p1", answers: [0: 0])
        #expect(
            problems { _ = try Evaluator(model).evaluate(person) } == [
                "run.not_finite sample.soften gives no number for p1"
            ])
    }

    // MARK: - Ramps

    @Test func aRampTakesAPluginsShape() throws {
        let model = try engine("km * 1 kgCO2e/km", ramp: "sample.surge, years: 10, start: 2030").model("small.yaml")
        let ramp = try #require(model.actions[0].ramp)
        #expect([2029, 2030, 2032, 2035, 2040, 2045].map(ramp.value(at:)) == [0, 0, 0.2 * 0.2, 0.25, 1, 1])
        #expect(ramp.span == 10)
    }

    @Test(
        arguments: [
            ("sample.excess, years: 10", "ramp.strength the strengths of a ramp are from 0 to 1"),
            ("sample.hollow, years: 10", "ramp.strength the strengths of a ramp are from 0 to 1"),
            ("sample.surge, years: 0", "ramp.duration a ramp lasts more than zero years"),
            ("sample.surge", "ramp.form how long it takes is not said"),
            (
                "sample.serge, years: 10",
                "value.word 'sample.serge' is not known here; shape is one of step, linear, logistic, bass, table, "
                    + "sample.excess, sample.hollow, sample.surge"
            ),
        ])
    func aWrongShapeIsRefused(ramp: String, problem: String) {
        #expect(problems("km * 1 kgCO2e/km", ramp: ramp) == [problem])
    }

    // MARK: - Plugins

    @Test func aPackAsksForPlugins() throws {
        let gives = "sample.twice(rides) * 1 kgCO2e/year"
        _ = try engine(gives, manifest: "plugins: [sample]").model("small.yaml")
        #expect(
            problems(gives, manifest: "plugins: [sampler, sample, tides]") == [
                "plugin.missing the plugin 'sampler' that this pack needs is not loaded",
                "plugin.missing the plugin 'tides' that this pack needs is not loaded",
            ])
    }

    @Test func whatPluginsAddIsListed() throws {
        let listing = try #require(try engine("km * 1 kgCO2e/km").registry.plugins.last)
        #expect(listing.functions == ["sample.soften", "sample.twice", "sample.strict"])
        #expect(listing.ramps == ["sample.surge", "sample.excess", "sample.hollow"])
        let clash = #expect(throws: Registry.Clash.self) { try Engine(plugins: [Sample(), Sample()]) }
        #expect(clash?.description == "'sample.soften' is added by sample and by sample")
    }
}
