import Empreinte
import EmpreinteDeliberation
import EmpreinteText

/// Documents run through the engine, in memory or from the examples.
struct Assembled {
    let engine: Engine
    let model: Model

    /// - Parameter content: the documents of the pack beside its manifest.
    init(_ content: String = "") throws {
        let manifest = """
            kind: pack
            id: small
            version: 1.0.0
            language: en
            years: {from: 2020, to: 2030, reference: 2025}

            """
        engine = try Engine(files: MemoryFiles(["small/pack.yaml": manifest + content]))
        model = try engine.model("small")
    }

    /// A pack on disk.
    init(pack: String) throws {
        engine = try Engine()
        model = try engine.model(pack)
    }

    /// The folder of the Grenoble pack.
    static let grenoble = Path.join(Path.parent(of: #filePath), "../../models/grenoble")

    static func grenoble(_ name: String) throws -> (String, String) {
        (name, String(decoding: try DiskFiles().read(Path.join(grenoble, name), limit: 1 << 20), as: UTF8.self))
    }

    func run(
        _ id: String, _ files: [(String, String)], _ options: [String: String] = [:], year: Int? = nil,
        language: Language = .en
    ) throws -> Report {
        var request = Analysis.Request(model, year: year, language: language, options: options)
        _ = try engine.read(files.map { (path: $0.0, bytes: Array($0.1.utf8)) }, into: &request)
        return try engine.run(id, request)
    }

    /// What is wrong with the documents, as `code line:column` or `code file:line:column` where there are several.
    func problems(_ id: String, _ files: [(String, String)], _ options: [String: String] = [:]) -> [String] {
        do {
            _ = try run(id, files, options)
            return []
        } catch let error as CompilationError {
            return error.diagnostics.map { diagnostic in
                guard let place = diagnostic.range.map(error.sources.location) else { return diagnostic.code }
                let file = files.count > 1 ? "\(place.path):" : ""
                return "\(diagnostic.code) \(file)\(place.line):\(place.column)"
            }
        } catch {
            return ["\(error)"]
        }
    }

    static func example(_ name: String) throws -> (String, String) {
        let path = Path.join(Path.parent(of: #filePath), "Examples/\(name)")
        return (name, String(decoding: try DiskFiles().read(path, limit: 1 << 20), as: UTF8.self))
    }
}

extension Report {
    /// A member of the data, by key.
    subscript(key: String) -> JSON? { data.first { $0.key == key }?.value }

    /// All that people read, section by section.
    var text: String { ReportFormat.text.renderer().render(self) }
}

extension JSON {
    /// The object of that id in an array of them.
    func named(_ id: String, by key: String = "id") -> JSON? {
        guard case .array(let items) = self else { return nil }
        return items.first { $0[key] == .string(id) }
    }
}
