import Empreinte
import EmpreinteText

/// An engine with a small pack in memory, a territory, and the documents of a test.
enum TerritoryCase {
    static let manifest = """
        kind: pack
        id: small
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2050, reference: 2025}
        ---
        kind: sources
        sources: {src.a: {title: A plan}}

        """

    static let territory = """
        kind: territory
        id: here
        label: {en: Here, fr: Ici}
        population: {2015: 208000, 2025: 212000}
        competence: [waste, transport]
        inventory:
          2015:
            ghg: {housing: 310 ktCO2e/year, transport: 290 ktCO2e/year}
            energy: {housing: {gas: 900 GWh/year, electricity: 600 GWh/year}, transport: 1500 GWh/year}
            source: src.a
          2024:
            ghg: {housing: 250 ktCO2e/year, transport: 260 ktCO2e/year}
            energy: {housing: 1300 GWh/year, transport: 1200 GWh/year}
            source: src.a
        renewables: {2015: {heat: 210 GWh/year}, 2024: {heat: 340 GWh/year, sun: 35 GWh/year}}
        issues: {light: {en: Lighting, fr: Éclairage}, buildings: {en: Buildings, fr: Bâtiments}, food: Food}
        sources: {population: src.a, renewables: src.a}
        targets:
          halve_energy: {indicator: energy, divide_by: 2, base_year: 2015, by: 2050, path: exponential, source: src.a}
          local_renewables: {indicator: renewables_share, share_at_least: 30 %, by: 2030, source: src.a}
          quarter_ghg: {indicator: ghg, divide_by: 4, base_year: unknown, reason: not published, by: 2050, source: src.a}
          less_ghg: {indicator: ghg, reduce_by: 50 %, base_year: 2015, by: 2030, source: src.a}
          little_ghg: {indicator: ghg, at_most: 100 ktCO2e/year, by: 2045, source: src.a}
          fair_ghg: {indicator: ghg, per_person: 1 tCO2e/year, account: inventory, by: 2025, source: src.a}

        """

    static func engine(_ territory: String = territory) throws -> Engine {
        var files = ["small/pack.yaml": manifest]
        if !territory.isEmpty { files["small/territory.yaml"] = territory }
        return try Engine(files: MemoryFiles(files))
    }

    static func report(
        _ id: String, _ text: String? = nil, _ options: [String: String] = [:], territory: String = territory,
        language: Language = .en
    ) throws -> Report {
        let engine = try engine(territory)
        var request = Analysis.Request(try engine.model("small"), language: language, options: options)
        if let text { _ = try engine.read([("a.yaml", Array(text.utf8))], into: &request) }
        return try engine.run(id, request)
    }

    /// The report as programs read it.
    static func data(_ id: String, _ text: String? = nil, _ options: [String: String] = [:]) throws -> JSON {
        .object(try report(id, text, options).data)
    }

    /// The codes of the problems; `‹` stands in the text before the place of the first.
    static func codes(_ marked: String, _ body: (String) throws -> Void) throws -> [String] {
        let parts = marked.split(separator: "‹", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
        let place = "\(lines.count):\((lines.last?.count ?? 0) + 1)"
        do {
            try body(parts.joined())
            return []
        } catch let error as CompilationError {
            let codes = error.diagnostics.map(\.code)
            let first = error.diagnostics.first?.range.map { error.sources.location(of: $0) }
            guard parts.count == 1 || first.map({ "\($0.line):\($0.column)" }) == place else {
                return codes + ["at \(first.map { "\($0.line):\($0.column)" } ?? "-"), marked at \(place)"]
            }
            return codes
        }
    }

    static func example(_ name: String, file: String = #filePath) throws -> String {
        let path = Path.join(Path.parent(of: file), "Examples/\(name).yaml")
        return String(decoding: try DiskFiles().read(path, limit: 1 << 20), as: UTF8.self)
    }

    /// A pack of the repository.
    static func pack(_ name: String, file: String = #filePath) throws -> Analysis.Request {
        let root = Path.normalised(Path.join(Path.parent(of: file), "../../models"))
        return Analysis.Request(try Engine().model(Path.join(root, name)))
    }
}
