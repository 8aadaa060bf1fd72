import Foundation
import Testing

@Suite struct NewCommandTests {
    @Test(arguments: ["en", "fr"]) func aNewPackPassesCheckAndTest(language: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "estuary").path
        // A folder that is there and empty is as good as none.
        if language == "fr" {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        }
        let made = try Command("new", path, "--extends", "models/france", "--lang", language)
        #expect(made.status == 0, "\(made.errors)")
        let check = try Command("check", path)
        #expect(check.status == 0, "\(check.errors)")
        #expect(check.output.hasSuffix("no problem\n"))
        let test = try Command("test", path, "--format", "json")
        #expect(test.status == 0)
        #expect(try test.json()["passed"] as? Int == 6)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["estuary"])
    }

    /// The example of an override is right once the source it names says what it is.
    @Test func theExampleOfAnOverrideIsRight() throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "estuary").path
        #expect(try Command("new", path, "--extends", "models/france", "--lang", "en").status == 0)
        let lines = try folder.read("estuary/figures.yaml").split(separator: "\n")
        let start = try #require(lines.firstIndex(of: "# override:"))
        let whole = lines[..<start] + lines[start...].map { $0.dropFirst(2) }
        try folder.write(whole.joined(separator: "\n") + "\n", to: "estuary/figures.yaml")
        let check = try Command("check", path)
        #expect(check.status == 0, "\(check.errors)")
        #expect(try Command("test", path).status == 0)
    }

    @Test func aParentFoundByNameIsStatedByName() throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "here").path
        let places = ["EMPREINTE_MODELS": Command.root.appending(path: "models").path]
        let made = try Command("new", path, "--extends", "rouen", "--id", "quarter", environment: places)
        #expect(made.status == 0, "\(made.errors)")
        let manifest = try folder.read("here/pack.yaml")
        #expect(manifest.contains("id: quarter\n"))
        #expect(manifest.contains("extends: {pack: rouen}\n"))
        #expect(try Command("test", path, environment: places).status == 0)
    }

    @Test func nothingIsHalfWritten() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "full/notes.txt")
        let full = try Command("new", folder.url.appending(path: "full").path, "--extends", "models/france")
        #expect(full.status == 1)
        #expect(full.errors.contains("folder.not_empty"))
        let named = try Command("new", folder.url.appending(path: "My-Pack").path, "--extends", "models/france")
        #expect(named.status == 1)
        #expect(named.errors.contains("id.syntax"))
        let orphan = try Command("new", folder.url.appending(path: "orphan").path, "--extends", "models/nowhere")
        #expect(orphan.status == 1)
        #expect(orphan.errors.contains("pack.not_found"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["full"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/full") == ["notes.txt"])
    }
}
