import Foundation
import Testing

/// What the articles show is what happens.
@Suite struct ArticleTests {
    @Test func everyBlockSaysHowItIsTested() {
        #expect(Article.all.count > 20)
        let marks: Set = ["file", "run", "prints", "swift", "excerpt", "by hand"]
        for article in Article.all {
            #expect(article.unmarked.isEmpty, "\(article.name): lines \(article.unmarked)")
            #expect(article.samples.allSatisfy { marks.contains($0.mark) }, "\(article.name)")
        }
    }

    @Test(arguments: Article.all.filter { $0.samples.contains { $0.mark == "run" } })
    func theCommandsRun(article: Article) throws {
        let desk = try ArticleDesk()
        try desk.lay(article)
        var said: String?
        for sample in article.samples {
            switch sample.mark {
            case "run":
                guard sample.detail.isEmpty || sample.detail == "fails" || desk.has(sample.detail) else {
                    said = nil
                    continue
                }
                let run = try desk.run(sample.body)
                #expect((run.status == 0) == (sample.detail != "fails"), "\(article.name):\(sample.line): \(run.said)")
                said = run.said
            // What it prints is compared where it stands.
            case "swift": said = nil
            case "prints":
                guard let said else { continue }
                #expect(
                    ArticleDesk.withoutHashes(said) == ArticleDesk.withoutHashes(sample.body),
                    "\(article.name):\(sample.line)")
            default: break
            }
        }
    }

    /// Lines of files are shown as they stand, whatever their margin.
    @Test func excerptsAreWhatTheFilesHold() throws {
        for article in Article.all {
            for sample in article.samples where sample.mark == "excerpt" {
                let file = try String(contentsOf: Command.root.appending(path: sample.detail), encoding: .utf8)
                #expect(
                    Self.withoutMargin(file).contains(Self.withoutMargin(sample.body)),
                    "\(article.name):\(sample.line) is not in \(sample.detail)")
            }
        }
    }

    private static func withoutMargin(_ text: String) -> String {
        text.split(separator: "\n").map { $0.drop { $0 == " " } + "\n" }.joined()
    }

    /// Links to other articles name articles.
    @Test func linksLeadToArticles() throws {
        let names = Set(Article.all.map(\.name))
        for article in Article.all {
            for link in article.text.matches(of: /<doc:([A-Za-z-]+)>/) {
                #expect(names.contains(String(link.1)), "\(article.name): \(link.1)")
            }
        }
    }

    static let landingPages = try? FileManager.default.contentsOfDirectory(
        at: Command.root.appending(path: "Sources"), includingPropertiesForKeys: nil
    ).map { $0.appending(path: "\($0.lastPathComponent).docc/\($0.lastPathComponent).md") }
        .filter { FileManager.default.fileExists(atPath: $0.path) }

    /// The topics of a module's page are types it declares.
    @Test(arguments: landingPages ?? []) func topicsAreDeclared(page: URL) throws {
        let module = page.deletingLastPathComponent().deletingLastPathComponent()
        let files = FileManager.default.enumerator(at: module, includingPropertiesForKeys: nil)?.compactMap {
            $0 as? URL
        }
        let code = try (files ?? []).filter { $0.pathExtension == "swift" }
            .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        let topics = try String(contentsOf: page, encoding: .utf8).matches(of: /(?m)^- ``(\w+)``$/).map { String($0.1) }
        #expect(!topics.isEmpty)
        for topic in topics {
            #expect(
                ["struct", "class", "enum", "protocol", "typealias"].contains { code.contains("public \($0) \(topic)") }
                    || code.contains("public final class \(topic)"), "\(topic)")
        }
    }
}

/// A folder where the commands of an article are run, with the packs of the project and the built programs at hand.
final class ArticleDesk {
    private let folder = try? TemporaryFolder()
    let url: URL

    init() throws {
        guard let folder else { throw CocoaError(.fileWriteUnknown) }
        url = folder.url
        try FileManager.default.createSymbolicLink(
            at: url.appending(path: "models"), withDestinationURL: Command.root.appending(path: "models"))
        try layPackage()
    }

    /// What an installation tells pkg-config.
    private func layPackage() throws {
        let products = Command.binary.deletingLastPathComponent().path
        try folder?.write(
            """
            Name: empreinte
            Description: as built beside the tests
            Version: 0
            Cflags: -I\(Command.root.appending(path: "Sources/CEmpreinte").path)
            Libs: -L\(products) -lEmpreinteC -Wl,-rpath,\(products)

            """, to: "pkgconfig/empreinte.pc")
    }

    /// Writes the files of an article, after those of the articles it starts from.
    func lay(_ article: Article) throws {
        for base in article.bases {
            guard let other = Article.all.first(where: { $0.name == base }) else {
                throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: base])
            }
            try lay(other)
        }
        for sample in article.samples where sample.mark == "file" { try folder?.write(sample.body, to: sample.detail) }
    }

    /// Whether a program is installed.
    func has(_ program: String) -> Bool {
        Self.path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }

    private static let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"

    /// Runs lines of a shell, and gives what they say to anybody.
    func run(_ script: String) throws -> (status: Int32, said: String) {
        let products = Command.binary.deletingLastPathComponent().path
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-e", "-c", script]
        process.currentDirectoryURL = url
        process.environment = [
            "PATH": "\(products):\(Self.path)", "EMPREINTE_MODELS": "models",
            // The header and the library, which an installation puts where they are found.
            "CPATH": Command.root.appending(path: "Sources/CEmpreinte").path, "PKG_CONFIG_PATH": "pkgconfig",
            "EMPREINTE_LIBRARY": "\(products)/libEmpreinteC.so",
            "PYTHONPATH": Command.root.appending(path: "Sources/Bindings/python").path,
            "PYTHONDONTWRITEBYTECODE": "1",
        ]
        guard let said = try folder?.write("", to: ".said") else { throw CocoaError(.fileWriteUnknown) }
        let output = try FileHandle(forWritingTo: said)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOf: said, encoding: .utf8))
    }

    /// The text with the hashes of packs left out, which any edit of a pack changes.
    static func withoutHashes(_ text: String) -> String {
        text.replacing(/[0-9a-f]{64}/, with: "…").replacing(/· [0-9a-f]{12} ·/, with: "· … ·")
    }
}
