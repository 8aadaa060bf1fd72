import EmpreinteText
import Foundation

/// The files of the machine, for tests.
struct Disk: FileSource {
    func list(_ path: String) throws(FileError) -> [FileEntry] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw FileError(path: path, reason: .notFound)
        }
        return names.sorted().compactMap { name in
            kind(of: Path.join(path, name)).map { FileEntry(name: name, kind: $0) }
        }
    }

    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileError(path: path, reason: .notFound)
        }
        return Array(data)
    }

    func kind(of path: String) -> FileEntry.Kind? {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
        return isFolder.boolValue ? .folder : .file
    }

    /// What a YAML or JSON file holds.
    func document(_ path: String) throws -> Node {
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        let file = sources.add(path: path, bytes: try read(path, limit: .max))
        let node =
            Path.fileExtension(of: path) == "json"
            ? JSONReader.document(in: file, of: sources, limits: Limits(bytes: 1 << 28), diagnostics: &diagnostics)
            : YAMLReader.documents(in: file, of: sources, diagnostics: &diagnostics).first
        try diagnostics.throwIfErrors(in: sources)
        return try node ?? { throw FileError(path: path, reason: .notFound) }()
    }
}

/// The reference values of other engines, when the environment says where they are.
enum Conformance {
    static let folder = ProcessInfo.processInfo.environment["EMPREINTE_CONFORMANCE"]
    static var isThere: Bool { folder != nil }

    static func path(_ name: String) -> String { Path.join(folder ?? "", name) }

    static func files(in name: String, _ suffix: String) -> [String] {
        guard folder != nil, let entries = try? Disk().list(path(name)) else { return [] }
        return entries.map(\.name).filter { $0.hasSuffix(suffix) }
    }
}
