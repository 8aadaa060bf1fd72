import Empreinte
import EmpreinteText

/// An engine with a small pack in memory, and the documents of a test.
enum FundingCase {
    private static let manifest = """
        kind: pack
        id: small
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2030, reference: 2025}

        """

    static func report(_ id: String, _ text: String, language: Language = .en) throws -> Report {
        let engine = try Engine(files: MemoryFiles(["small/pack.yaml": manifest]))
        var request = Analysis.Request(try engine.model("small"), language: language)
        _ = try engine.read([("a.yaml", Array(text.utf8))], into: &request)
        return try engine.run(id, request)
    }

    /// The report as programs read it.
    static func data(_ id: String, _ text: String) throws -> JSON {
        .object(try report(id, text).data)
    }

    /// The problems as `code line:column`.
    static func problems(_ id: String, _ text: String) throws -> [String] {
        do {
            _ = try report(id, text)
            return []
        } catch let error as CompilationError {
            return error.diagnostics.map { diagnostic in
                let place = diagnostic.range.map { error.sources.location(of: $0) }
                return "\(diagnostic.code) \(place.map { "\($0.line):\($0.column)" } ?? "-")"
            }
        }
    }

    /// The codes of the problems of a text in which `‹` stands before the place of the first; nothing inside when the
    /// first problem is elsewhere.
    static func codes(_ id: String, marked text: String) throws -> [String] {
        let parts = text.split(separator: "‹", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
        let place = "\(lines.count):\((lines.last?.count ?? 0) + 1)"
        let problems = try problems(id, parts.joined())
        guard problems.first?.hasSuffix(" \(place)") ?? false else { return problems + ["marked at \(place)"] }
        return problems.map { String($0.prefix { $0 != " " }) }
    }

    /// A document beside the tests.
    static func example(_ name: String, file: String = #filePath) throws -> String {
        let path = Path.join(Path.parent(of: file), "Examples/\(name).yaml")
        return String(decoding: try DiskFiles().read(path, limit: 1 << 20), as: UTF8.self)
    }
}
