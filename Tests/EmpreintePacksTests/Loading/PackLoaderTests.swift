import EmpreinteModel
import EmpreinteText
import Testing

@testable import EmpreintePacks

/// What a marker cannot say: problems of a whole file, and files too odd to keep in a folder.
@Suite struct PackLoaderTests {
    private static let manifest = Array(LoadedPack.manifest.utf8)

    private func errors(_ files: [String: [UInt8]], path: String = "pack") -> [String] {
        do throws(CompilationError) {
            _ = try PackFrontEnd().load(path, from: MemoryFiles(files), searching: [])
            return []
        } catch {
            return error.summaries
        }
    }

    @Test func findsNoPack() {
        #expect(errors([:], path: "nowhere") == ["pack.not_found nowhere"])
    }

    @Test func asksForAManifest() {
        #expect(errors(["pack/notes.txt": []]) == ["pack.manifest_missing pack"])
        let questions = Array("kind: questions\nquestions: {}\n".utf8)
        #expect(errors(["pack/questions.yaml": questions]) == ["pack.manifest_missing pack"])
    }

    @Test func asksForAManifestOfAParentBesideOtherMistakes() {
        let child = LoadedPack.manifest + "colour: red\nextends: {pack: ../parent}\n"
        let files = ["child/pack.yaml": Array(child.utf8), "parent/notes.txt": []]
        #expect(errors(files, path: "child") == ["pack.manifest_missing parent", "key.unknown child/pack.yaml:7:1"])
    }

    @Test(arguments: ["", "\n\n", "# nothing yet\n"])
    func refusesAFileWithoutDocument(text: String) {
        let files = ["pack/pack.yaml": Self.manifest, "pack/empty.yaml": Array(text.utf8)]
        #expect(errors(files) == ["file.empty pack/empty.yaml"])
    }

    @Test func tellsWhatCannotBeRead() {
        /// A disk that lists a file it then fails to read.
        struct FailingDisk: FileSource {
            func list(_ path: String) throws(FileError) -> [FileEntry] { [FileEntry(name: "pack.yaml", kind: .file)] }
            func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
                throw FileError(path: path, reason: .unreadable("the disk failed"))
            }
            func kind(of path: String) -> FileEntry.Kind? { .folder }
        }
        let error = #expect(throws: CompilationError.self) {
            try PackFrontEnd().load("pack", from: FailingDisk(), searching: [])
        }
        #expect(error?.summaries == ["file.unreadable pack/pack.yaml"])
    }

    @Test func refusesTextThatIsNotUTF8() {
        let label = Array("label: Caf".utf8)
        #expect(errors(["pack/pack.yaml": Self.manifest + label + [0xC3]]) == ["text.encoding pack/pack.yaml:7:11"])
        #expect(errors(["pack/pack.yaml": [0xFF, 0xFE, 0x6B, 0]]) == ["text.encoding pack/pack.yaml:1:1"])
    }

    @Test func refusesAFileOfTwentyMegabytes() {
        let comment = [UInt8](repeating: UInt8(ascii: "#"), count: 20_000_000)
        let files = ["pack/pack.yaml": Self.manifest, "pack/big.yaml": comment]
        #expect(errors(files) == ["limit.size pack/big.yaml"])
    }

    @Test func refusesAliasesThatMultiply() {
        var text = "kind: questions\nquestions:\n  a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "  a\(level): &a\(level) [\(aliases)]\n"
        }
        let errors = errors(["pack/pack.yaml": Self.manifest, "pack/bomb.yaml": Array(text.utf8)])
        // 10, 110, 1 110, 11 110, 111 110 values, and a line with 1 000 000 more.
        #expect(errors.count == 1)
        #expect(errors.first?.hasPrefix("limit.aliases pack/bomb.yaml:8:") == true)
    }

    @Test(.timeLimit(.minutes(1))) func refusesNestingOfOneHundredThousand() {
        let text = "kind: questions\nquestions: " + String(repeating: "[", count: 100_000)
        let clock = ContinuousClock()
        let time = clock.measure {
            let errors = errors(["pack/pack.yaml": Self.manifest, "pack/deep.yaml": Array(text.utf8)])
            // The document is the first level, the 127 brackets from column 12 on those that are left.
            #expect(errors == ["limit.depth pack/deep.yaml:2:139"])
        }
        #expect(time < .seconds(1))
    }

    @Test func leavesExamplesAndHiddenFoldersAlone() throws {
        let files = [
            "pack/pack.yaml": LoadedPack.manifest, "pack/examples/people.yaml": "colour: red",
            "pack/.cache/old.yaml": "colour: red", "pack/people.yaml": "kind: people\npeople: []\n",
        ]
        #expect(try LoadedPack(files: files, path: "pack").model.identity.id == "sample")
    }

    @Test func searchesParentsBesideTheChildThenInThePlacesGiven() throws {
        let parent = { (id: String) in LoadedPack.manifest.replacing("id: sample", with: "id: \(id)") }
        let child = LoadedPack.manifest + "extends: {pack: base}\n"
        let front = PackFrontEnd()
        let near = MemoryFiles([
            "a/child/pack.yaml": child, "a/base/pack.yaml": parent("near"), "b/base/pack.yaml": parent("far"),
        ])
        let far = MemoryFiles(["a/child/pack.yaml": child, "b/base/pack.yaml": parent("far")])
        #expect(try front.load("a/child", from: near, searching: ["b"]).model.layers.map(\.id) == ["near", "sample"])
        #expect(
            try front.load("a/child", from: far, searching: ["c", "b"]).model.layers.map(\.id) == ["far", "sample"])
        #expect(throws: CompilationError.self) { try front.load("a/child", from: far, searching: ["c"]) }
    }

    @Test func loadsALongLineOfParents() throws {
        var files = ["p0/pack.yaml": LoadedPack.manifest + "---\nkind: formulas\nformulas:\n  f: {value: 0}\n"]
        for index in 1...100 {
            files["p\(index)/pack.yaml"] =
                LoadedPack.manifest + "extends: {pack: p\(index - 1)}\n"
                + "---\nkind: formulas\noverride:\n  f: {value: \(index)}\n"
        }
        let pack = try LoadedPack(files: files, path: "p100")
        #expect(pack.model.layers.count == 101)
        #expect(pack.value("f") == 100)
    }

    @Test func countsTheMistakesItDoesNotShow() {
        var text = LoadedPack.manifest + "---\nkind: formulas\nformulas:\n"
        for index in 0..<150 { text += "  f\(index): {value: nothing}\n" }
        let error = #expect(throws: CompilationError.self) {
            try PackFrontEnd().load("pack.yaml", from: MemoryFiles(["pack.yaml": text]), searching: [])
        }
        #expect(error?.diagnostics.count == 100)
        #expect(error?.omitted == 50)
    }

    @Test func recognisesFoldersAndYAML() {
        let files = MemoryFiles(["pack/pack.yaml": "", "one.yml": "", "model.publicodes": ""])
        #expect(PackFrontEnd().recognises("pack", in: files))
        #expect(PackFrontEnd().recognises("one.yml", in: files))
        #expect(!PackFrontEnd().recognises("model.publicodes", in: files))
        #expect(!PackFrontEnd().recognises("nowhere", in: files))
    }
}
