import CEmpreinte
import Foundation
import Testing

/// Functions and shapes of ramps of a shared library compiled here, in a pack.
@Suite(.enabled(if: Client.hasC, "gcc is missing")) struct PluginFunctionTests {
    private let folder: Scratch
    private let library: String
    private let command = Client.products.appending(path: "empreinte").path

    private static let pack = """
        kind: pack
        id: door
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2050, reference: 2025}
        plugins: [sample]
        ---
        kind: questions
        questions: {km: {unit: km/year, default: 1000}, most: {unit: km/year, default: 20000}}
        ---
        kind: formulas
        formulas:
          called: {gives: {ghg: "sample.soften(km, most) * 0.2 kgCO2e/km"}}
          written: {gives: {ghg: "km / (1 + km / most) * 0.2 kgCO2e/km"}}
          sure: {gives: {energy: "min(sample.strict(km / 1 km/year), 1) * 1 kWh/year"}}
        ---
        kind: categories
        categories: {travel: {contains: [called, written, sure]}}
        ---
        kind: sources
        sources: {src: {title: A}}
        ---
        kind: actions
        actions:
          stop: {who: person, domain: travel, source: src, ramp: {shape: sample.surge, years: 10, start: 2025}, effects: [{set: {target: km, to: 0}}]}

        """

    init() throws {
        folder = try Scratch()
        library = folder.url.appending(path: "sample.so").path
        let compilation = try Client(
            try #require(Client.find("gcc")),
            [
                "-std=c11", "-O2", "-ffp-contract=off", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-shared", "-fPIC",
                "-ISources/CEmpreinte", "Tests/Clients/c/functions.c", "-o", library,
            ])
        try #require(compilation.status == 0, "\(compilation.errors)")
    }

    private func withEvaluator(_ outputs: [String], _ body: (OpaquePointer) throws -> Void) throws {
        var (plugin, engine, pack, evaluator): (OpaquePointer?, OpaquePointer?, OpaquePointer?, OpaquePointer?)
        (plugin, engine, pack, evaluator) = (nil, nil, nil, nil)
        try check(emp_plugin_load(library, &plugin))
        var options = emp_engine_options()
        emp_engine_options_init(&options)
        try withUnsafePointer(to: plugin) { plugins in
            options.plugins = plugins
            options.plugin_count = 1
            try check(emp_engine_create(&options, &engine))
        }
        emp_plugin_free(plugin)
        defer { emp_engine_free(engine) }
        pack = try Door.open(Self.pack, try #require(engine))
        defer { emp_pack_free(pack) }
        var asked = emp_evaluator_options()
        emp_evaluator_options_init(&asked)
        let texts = outputs.map { strdup($0) }
        defer { for text in texts { free(text) } }
        try texts.map { UnsafePointer($0) }.withUnsafeBufferPointer { ids in
            asked.outputs = ids.baseAddress
            asked.output_count = outputs.count
            try check(emp_evaluator_create(pack, &asked, &evaluator))
        }
        defer { emp_evaluator_free(evaluator) }
        try body(try #require(evaluator))
    }

    private func evaluate(_ evaluator: OpaquePointer, km: [Double], outputs: Int) throws -> [Double] {
        var values = [Double](repeating: -1, count: km.count * outputs)
        let answers = Answers(0, 1, km)
        try values.withUnsafeMutableBufferPointer { buffer in
            var results = emp_results()
            emp_results_init(&results)
            results.values = buffer.baseAddress
            results.capacity = buffer.count
            var options = emp_run_options()
            emp_run_options_init(&options)
            options.thread_count = 2
            try check(emp_evaluate(evaluator, [answers.column], 1, km.count, &results, &options))
        }
        return values
    }

    @Test func aMillionPeopleGetTheBitsOfTheFormulaWrittenOut() throws {
        try withEvaluator(["ghg.called", "ghg.written"]) { evaluator in
            let count = 1_000_000
            let values = try evaluate(evaluator, km: (0..<count).map { Double($0) * 0.37 }, outputs: 2)
            #expect(values[..<count].elementsEqual(values[count...]) { $0.bitPattern == $1.bitPattern })
            #expect(values[0] == 0 && values[count - 1] > 3700 && values[count - 1] < 4000)

            var person: OpaquePointer?
            try check(emp_person_create(evaluator, &person))
            defer { emp_person_free(person) }
            var alone = [0.0, 0.0]
            for place in stride(from: 1, to: count, by: 99_991) {
                try check(emp_person_set(person, 0, Double(place) * 0.37))
                try check(emp_person_evaluate(person, &alone, 2))
                #expect(alone == [values[place], values[place]])
            }
        }
    }

    @Test func aFailureNamesThePluginAndTheFormulaForOneAndForMany() throws {
        let told = "sample fails in sample.strict, called in 'sure': beyond its table"
        try withEvaluator(["energy"]) { evaluator in
            #expect(try evaluate(evaluator, km: [1, 50_000], outputs: 1) == [1, 1])
            var refused = #expect(throws: Refused.self) {
                try evaluate(evaluator, km: Array(repeating: 1, count: 100_000) + [50_001], outputs: 1)
            }
            #expect(refused?.code == "plugin.failed")
            #expect(refused?.message.contains(told) == true)

            var person: OpaquePointer?
            try check(emp_person_create(evaluator, &person))
            defer { emp_person_free(person) }
            try check(emp_person_set(person, 0, 50_001))
            var value = 0.0
            refused = #expect(throws: Refused.self) { try check(emp_person_evaluate(person, &value, 1)) }
            #expect(refused?.code == "plugin.failed")
            #expect(refused?.message.contains(told) == true)
        }
    }

    @Test func theCommandTakesThem() throws {
        let pack = folder.url.appending(path: "pack.yaml")
        try Data(Self.pack.utf8).write(to: pack)
        let listed = try Client(command, ["plugins", "--plugin", library])
        #expect(listed.output.contains("sample 2.0\n  function sample.soften\n  function sample.strict\n"))
        #expect(listed.output.contains("  ramp shape sample.surge\n"))

        let missing = try Client(command, ["footprint", pack.path])
        #expect(missing.status == 1)
        #expect(missing.errors.contains("plugin.missing"))

        let people = folder.url.appending(path: "people.csv")
        try Data("id,km\na,1\nb,60000\n".utf8).write(to: people)
        for arguments in [[people.path], [people.path, "--format", "csv"]] {
            let run = try Client(command, ["footprint", pack.path] + arguments + ["--plugin", library])
            #expect(run.status == 1)
            #expect(run.errors.contains("sample fails in sample.strict, called in 'sure': beyond its table"))
        }
    }
}
