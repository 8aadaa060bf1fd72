import Empreinte
import Foundation
import Testing

/// What the README shows is what happens.
@Suite struct ReadmeTests {
    private static let readme =
        (try? String(contentsOf: Command.root.appending(path: "README.md"), encoding: .utf8)) ?? ""

    /// The code block that follows a marker.
    private static func block(after marker: String) -> String? {
        guard let start = readme.range(of: "<!-- \(marker) -->\n```"),
            let first = readme[start.upperBound...].firstIndex(of: "\n"),
            let end = readme[first...].range(of: "\n```")
        else { return nil }
        return readme[readme.index(after: first)..<end.lowerBound] + "\n"
    }

    /// The text with the pack's hash left out, which any edit of the pack changes.
    private static func withoutHash(_ text: String) -> String {
        text.replacing(/· [0-9a-f]{12} ·/, with: "· … ·")
    }

    @Test func thePictureIsTheOutput() throws {
        let shown = try #require(Self.block(after: "output: footprint models/france --lang en"))
        let output = try Command("footprint", "models/france", "--lang", "en").output
        #expect(Self.withoutHash(output) == Self.withoutHash(shown))
    }

    @Test func theSwiftSampleRuns() throws {
        var printed: [String] = []
        func print(_ id: String, _ total: Double) { printed.append("\(id) \(total)") }
        #expect(FileManager.default.changeCurrentDirectoryPath(Command.root.path))
        // sample
        let engine = try Engine()
        let model = try engine.model("models/france")
        let people = try engine.people("models/france/examples/people.yaml", for: model).people
        let evaluator = Evaluator(model)
        for person in people {
            let footprint = try evaluator.footprint(of: person)
            print(person.id, footprint["ghg"]?.total ?? 0)
        }
        // end
        #expect(printed.count == 5)
        #expect(printed[0].hasPrefix("p01 4356.56"))

        let source = try String(contentsOfFile: #filePath, encoding: .utf8)
        let body = try #require(
            source.components(separatedBy: "// sample\n").last?.components(separatedBy: "        // end").first)
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map { $0.dropFirst(8) }
        #expect(Self.block(after: "sample: swift") == "import Empreinte\n\n" + lines.joined(separator: "\n"))
    }

    /// The commands on tables, on fewer people.
    @Test func theTableSampleRuns() throws {
        let folder = try TemporaryFolder()
        let (people, footprints) = (folder.url.appending(path: "p.csv").path, folder.url.appending(path: "f.csv").path)
        let words = Self.readme.split(separator: "\n").filter {
            $0.hasPrefix("empreinte ") && $0.contains("people.csv")
        }
        #expect(words.count == 3)
        for line in words {
            let small = line.replacing("1000000", with: "200").replacing("people.csv", with: people)
                .replacing("footprints.csv", with: footprints)
            let run = try Command(words: small.split(separator: " ").dropFirst().map(String.init))
            #expect(run.status == 0, "\(line): \(run.errors)")
        }
        #expect(try folder.read("f.csv").split(separator: "\n").count == 201)
    }

    @Test func thePackSampleLoads() throws {
        let folder = try TemporaryFolder()
        try folder.write(try #require(Self.block(after: "sample: pack")), to: "estuary/pack.yaml")
        let run = try Command(
            "footprint", folder.url.appending(path: "estuary").path, environment: ["EMPREINTE_MODELS": "models"])
        #expect(run.status == 0)
        #expect(run.output.contains("1 of 324 factors are local to estuary;"))
    }

    @Test func theActionSamplesRun() throws {
        let folder = try TemporaryFolder()
        let plan = try folder.write(try #require(Self.block(after: "sample: plan")), to: "choices.yaml").path
        let chart = folder.url.appending(path: "rouen.svg").path
        let lines = Self.readme.split(separator: "\n").filter {
            $0.hasPrefix("empreinte actions") || $0.hasPrefix("empreinte trajectory")
        }
        #expect(lines.count == 4)
        for line in lines {
            let own = line.replacing("choices.yaml", with: plan).replacing("rouen.svg", with: chart)
            let run = try Command(words: own.split(separator: " ").dropFirst().map(String.init))
            #expect(run.status == 0, "\(line): \(run.errors)")
        }
        #expect(try folder.read("rouen.svg").hasPrefix("<svg"))
    }

    @Test func theModelSamplesRun() throws {
        let lines = Self.readme.split(separator: "\n").filter {
            $0.hasPrefix("empreinte publicodes") || $0.hasPrefix("empreinte footprint Tests")
        }
        #expect(lines.count == 2)
        for line in lines {
            let run = try Command(words: line.split(separator: " ").dropFirst().map(String.init))
            #expect(run.status == 0, "\(line): \(run.errors)")
        }
    }
}
