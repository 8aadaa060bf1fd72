import Empreinte
import Testing

/// A plugin with two kinds of its own and an analysis that counts what it is given.
private struct Notebook: Plugin {
    let name = "notebook"
    let version = "1.0.0"

    static let ideas = DocumentKind(
        "ideas", "Ideas.", fields: [Field("theme", .text, "what they are about")],
        entries: .init("ideas", [Field("text", .text, required: true, "the idea")]))
    static let diary = DocumentKind(
        "diary", "Days.",
        fields: [Field("days", .list(.record([Field("note", .text, required: true, "what happened")])), "the days")])

    func register(in additions: inout Registry.Additions) {
        additions.kinds += [Self.ideas, Self.diary]
        additions.analyses += [
            Analysis("notes", "Counts.", documents: ["ideas", "diary"]) { request throws(CompilationError) in
                let ideas = request.documents.entries(Self.ideas)
                let days = request.documents.all(Self.diary).flatMap { $0["days"]?.items.map { $0 } ?? [] }
                return Report(
                    title: request.documents.field("theme", of: Self.ideas)?.text ?? "",
                    about: .init(request, year: nil),
                    sections: [
                        .init(nil, .notes(ideas.map { $0["text"]?.text ?? "" } + ["\(days.count)"])),
                        .init(nil, .notes(request.people.map(\.id))),
                    ])
            }
        ]
    }
}

@Suite struct DocumentTests {
    private static let manifest = """
        kind: pack
        id: small
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2030, reference: 2025}

        """
    private static let ideas = """
        kind: ideas
        theme: lights
        ideas:
          dark: {text: Switch off at eleven}
          dim: {text: Dim}

        """

    private func engine(_ files: [String: String] = [:]) throws -> Engine {
        var files = files
        files["small/pack.yaml"] = Self.manifest
        return try Engine(plugins: [Notebook()], files: MemoryFiles(files))
    }

    private func run(
        _ files: [(String, String)], pack: [String: String] = [:], _ id: String = "notes"
    ) throws -> Report {
        let engine = try engine(pack)
        var request = Analysis.Request(try engine.model("small"))
        _ = try engine.read(files.map { ($0.0, Array($0.1.utf8)) }, into: &request)
        return try engine.run(id, request)
    }

    private func problems(_ files: [(String, String)], pack: [String: String] = [:], _ id: String = "notes") -> [String]
    {
        let error = #expect(throws: CompilationError.self) { try run(files, pack: pack, id) }
        return error?.diagnostics.map { diagnostic in
            let place = diagnostic.range.flatMap { error?.sources.location(of: $0) }
            return "\(diagnostic.code) \(place.map { "\($0.path):\($0.line):\($0.column)" } ?? "-")"
        } ?? []
    }

    @Test func readsDocumentsAndPeopleFromYAMLAndJSON() throws {
        let report = try run([
            ("a.yaml", Self.ideas + "---\nkind: people\npeople: [{id: p01}]\n"),
            ("b.json", #"{"kind": "diary", "days": [{"note": "rain"}, {"note": "sun"}]}"#),
            ("c.json", #"[{"id": "p02"}]"#),
        ])
        #expect(report.title == "lights")
        #expect(
            report.sections.map(\.body) == [.notes(["Switch off at eleven", "Dim", "2"]), .notes(["p01", "p02"])])
    }

    @Test func mergesWhatThePackHoldsWithWhatTheCallerGives() throws {
        let change = "kind: ideas\noverride:\n  dim: {text: Dim by half}\nideas:\n  moon: {text: Look up}\n"
        let report = try run([("a.yaml", change)], pack: ["small/ideas.yaml": Self.ideas])
        #expect(report.title == "lights")
        #expect(report.sections.first?.body == .notes(["Switch off at eleven", "Dim by half", "Look up", "0"]))
    }

    @Test func keepsThePacksDocumentsWhenItIsResolved() throws {
        let diary = "kind: diary\ndays: [{note: rain}]\n"
        let engine = try engine(["small/ideas.yaml": Self.ideas, "small/diary.yaml": diary])
        let text = try engine.resolve("small")
        let again = try Engine(plugins: [Notebook()], files: MemoryFiles(["small.yaml": text]))
        #expect(try again.resolve("small.yaml") == text)
        #expect(try again.model("small.yaml").documents.entries(Notebook.ideas).map(\.id) == ["dark", "dim"])
        #expect(try again.model("small.yaml").documents.field("theme", of: Notebook.ideas)?.text == "lights")
        #expect(try again.model("small.yaml").documents.all(Notebook.diary).count == 1)
        #expect(try again.model("small.yaml").identity.hash == engine.model("small").identity.hash)
    }

    @Test(arguments: [
        ("kind: idea\n", ["kind.unknown a.yaml:1:7"]),
        ("ideas: {}\n", ["kind.missing a.yaml:1:1"]),
        ("kind: ideas\nidea: {}\n", ["key.unknown a.yaml:2:1"]),
        ("kind: ideas\nideas:\n  dim: {txt: Dim}\n", ["key.unknown a.yaml:3:9", "key.missing a.yaml:3:9"]),
        ("kind: diary\ndays: [{note: rain}, {nose: red}]\n", ["key.unknown a.yaml:2:23", "key.missing a.yaml:2:23"]),
        ("kind: people\npeople: [{age: 3}]\n", ["key.unknown a.yaml:2:11"]),
    ])
    func refusesWhatIsNotDeclared(text: String, expected: [String]) {
        #expect(problems([("a.yaml", text)]).sorted() == expected.sorted())
    }

    @Test func tellsTheProblemsOfAllFiles() {
        let twice = "kind: ideas\nideas: {dim: {text: Dim}}\n"
        #expect(
            problems([("a.yaml", Self.ideas), ("b.yaml", twice), ("c.yaml", "")]) == [
                "file.empty -", "id.duplicate b.yaml:2:9",
            ])
    }

    @Test func refusesAPersonOfTwoFiles() {
        let people = "kind: people\npeople: [{id: p01}, {}]\n"
        #expect(problems([("a.yaml", people), ("b.yaml", people)]) == ["people.duplicate b.yaml:2:15"])
    }

    @Test func refusesAnIdOfThePackUnlessItIsOverridden() {
        #expect(
            problems([("a.yaml", "kind: ideas\nideas: {dim: {text: Dim}}\n")], pack: ["small/i.yaml": Self.ideas])
                == ["override.undeclared a.yaml:2:9"])
    }

    @Test func refusesDocumentsAnAnalysisHasNoUseFor() {
        #expect(problems([("a.yaml", Self.ideas)], "footprint") == ["document.unexpected a.yaml:1:1"])
    }

    @Test func listsTheKindsOfAPluginAndRefusesNamesThatAreTaken() throws {
        struct Rival: Plugin {
            let name: String
            let version = "1"
            let kind: String
            func register(in additions: inout Registry.Additions) {
                additions.kinds.append(DocumentKind(kind, "Other."))
            }
        }
        #expect(try engine().registry.plugins.last?.kinds == ["ideas", "diary"])
        for taken in ["ideas", "people", "factors"] {
            let clash = #expect(throws: Registry.Clash.self) {
                try Engine(plugins: [Notebook(), Rival(name: "rival", kind: taken)])
            }
            #expect(clash?.name == taken)
            #expect(clash?.plugins == [taken == "ideas" ? "notebook" : "front-ends", "rival"])
        }
    }
}
