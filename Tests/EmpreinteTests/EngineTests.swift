import Empreinte
import Testing

@Suite struct EngineTests {
    private static let pack = """
        kind: pack
        id: small
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2030, reference: 2025}
        ---
        kind: formulas
        formulas: {heat: {gives: {ghg: 3 kgCO2e/year}}}
        ---
        kind: categories
        categories: {home: {contains: [heat]}}
        """

    @Test func packsAreReadFromAnyFiles() throws {
        let engine = try Engine(places: ["packs"], files: MemoryFiles(["packs/small/pack.yaml": Self.pack]))
        #expect(try engine.model("small").identity.id == "small")
        #expect(try engine.model("packs/small").formulas.count == 1)
    }

    @Test func whatIsNotThereIsSaid() throws {
        let engine = try Engine(places: ["packs"], files: MemoryFiles(["readme.txt": "nothing"]))
        #expect(codes { try engine.model("small") } == ["pack.not_found"])
        #expect(codes { try engine.model("readme.txt") } == ["pack.not_recognised"])
    }

    @Test func aPluginAddsAnAnalysisByName() throws {
        let engine = try Engine(plugins: [Greeter()], files: MemoryFiles(["small/pack.yaml": Self.pack]))
        let report = try engine.run("greet", .init(try engine.model("small"), options: ["whom": "you"]))
        #expect(report.title == "hello you")
        let plugins = engine.registry.plugins.map(\.name)
        #expect(Array(plugins.prefix(2)) == ["front-ends", "analyses"])
        #expect(plugins.last == "greeter")
        #expect(codes { try engine.run("greet", .init(try engine.model("small"))) } == ["option.unset"])
        #expect(
            codes { try engine.run("greet", .init(try engine.model("small"), options: ["whom": "a", "who": "b"])) }
                == ["option.unknown_name"])
        #expect(codes { try engine.run("gret", .init(try engine.model("small"))) } == ["analysis.unknown"])
    }

    @Test func pluginsOfOneNameClash() {
        let clash = #expect(throws: Registry.Clash.self) { try Engine(plugins: [Greeter(), Greeter()]) }
        #expect(clash?.description == "'greet' is added by greeter and by greeter")
    }

    private func codes(_ body: () throws -> some Any) -> [String] {
        do {
            _ = try body()
            return []
        } catch let error as CompilationError {
            return error.diagnostics.map(\.code)
        } catch {
            return ["\(error)"]
        }
    }
}

/// A plugin as somebody else would write it.
private struct Greeter: Plugin {
    let name = "greeter"
    let version = "1.0"

    func register(in additions: inout Registry.Additions) {
        additions.analyses.append(
            Analysis("greet", "Says hello.", options: [.init("whom", .text, "whom to greet")]) { request in
                let identity = request.model.identity
                return Report(
                    title: "hello \(request["whom"])",
                    about: .init(
                        engine: Release.name, pack: identity.id, version: identity.version, hash: identity.hash,
                        language: request.language))
            })
    }
}
