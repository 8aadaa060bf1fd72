import EmpreinteText
import Testing

@Suite struct MemoryFilesTests {
    private let files = MemoryFiles(["p/pack.yaml": "name: p", "p/factors/b.yaml": "", "./p/a.yaml": "é", "q": "1"])

    @Test func listsSortedNames() throws {
        #expect(
            try files.list("p") == [
                FileEntry(name: "a.yaml", kind: .file), FileEntry(name: "factors", kind: .folder),
                FileEntry(name: "pack.yaml", kind: .file),
            ])
        #expect(try files.list(".").map(\.name) == ["p", "q"])
        #expect(try files.list("p/../p/factors/").map(\.isFolder) == [false])
    }

    @Test func reads() throws {
        #expect(try files.read("p/./a.yaml", limit: 2) == [0xC3, 0xA9])
        #expect(files.kind(of: "p/factors") == .folder)
        #expect(files.kind(of: "q") == .file)
        #expect(files.kind(of: "r") == nil)
    }

    @Test func refuses() {
        #expect(throws: FileError(path: "p/a.yaml", reason: .tooLarge(limit: 1))) {
            try files.read("p/a.yaml", limit: 1)
        }
        #expect(throws: FileError(path: "r", reason: .notFound)) { try files.read("r", limit: 9) }
        #expect(throws: FileError(path: "p", reason: .unreadable("it is a folder"))) { try files.read("p", limit: 9) }
        #expect(throws: FileError(path: "q", reason: .notAFolder)) { try files.list("q") }
        #expect(throws: FileError(path: "r", reason: .notFound)) { try files.list("r") }
        #expect(FileError(path: "q", reason: .notAFolder).description == "q: not a folder")
    }
}
