import EmpreinteText
import Foundation

/// A folder of files beside the tests, held in memory under paths that start with the folder's name.
struct Fixture {
    let texts: [String: String]

    /// The names in a folder of fixtures, in alphabetical order.
    static func names(in folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Reads one file, or every file of a folder and of those below it.
    init(_ name: String, in folder: String) throws {
        let base = Self.root.appending(path: folder)
        let isFile = name.hasSuffix(".yaml")
        let paths =
            isFile
            ? [name]
            : try FileManager.default.subpathsOfDirectory(atPath: base.appending(path: name).path).map {
                "\(name)/\($0)"
            }
        var texts: [String: String] = [:]
        for path in paths where path.hasSuffix(".yaml") {
            texts[path] = try String(contentsOf: base.appending(path: path), encoding: .utf8)
        }
        self.texts = texts
    }

    var files: MemoryFiles { MemoryFiles(texts) }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
}
