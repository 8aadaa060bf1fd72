internal import ArgumentParser
internal import Empreinte

struct ProgrammeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme", abstract: "What the sessions of a programme come to, as it may be published.",
        discussion: """
            A programme is a document of that kind; the sessions it names stand beside its file, others are given. With \
            --key, --format csv lists people under pseudonyms, which is not for publication. With --key and --part, the \
            people are written as a document instead; such parts, of several machines or years, are given to a programme \
            like sessions, and come to what all their sessions do.
            """)

    @OptionGroup var population: PopulationOptions

    @Option(help: "How standard errors are made: linearised or bootstrap.")
    var errors: String?

    @Option(help: "The sessions of an earlier publication, by id, between commas.")
    var published: String?

    @Option(help: "The key of the pseudonyms.")
    var key: String?

    @Flag(help: "Write a part for another machine, as JSON.")
    var part = false

    @OptionGroup var output: OutputOptions

    func run() throws {
        var options: [String: String] = [:]
        options["errors"] = errors
        options["published"] = published
        options["key"] = key
        if part { options["give"] = "part" }
        var (engine, request) = try population.request(output, options)
        let named = try sessions(of: request)
        if !named.isEmpty { Console.warn(try engine.read(named, into: &request), request.sources) }
        let report = try engine.run("programme", request)
        guard part else { return try output.write(report) }
        try output.write(ReportFormat.json.renderer().render(report))
    }

    /// The files a programme names, in the order of their names.
    ///
    /// - Throws: `programme.sessions` for a name that no file has.
    private func sessions(of request: Analysis.Request) throws(CompilationError) -> [String] {
        var paths: [String] = []
        for document in request.documents.all where document.kind.name == "programme" {
            for node in document["sessions"]?.items.map({ $0 }) ?? [] {
                let pattern = Path.join(Path.parent(of: document.path), node.text)
                let folder = Path.parent(of: pattern)
                let name = Path.lastComponent(of: pattern).split(
                    separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
                var found = [pattern].filter { DiskFiles().kind(of: $0) != nil }
                if name.count == 2 {
                    found = ((try? DiskFiles().list(folder)) ?? []).map(\.name)
                        .filter {
                            $0.hasPrefix(name[0]) && $0.hasSuffix(name[1]) && $0.count >= name[0].count + name[1].count
                        }
                        .map { Path.join(folder, $0) }
                }
                guard !found.isEmpty else {
                    throw CompilationError(
                        [.error("programme.sessions", "no file is called '\(node.text)'", at: node.range)],
                        in: request.sources)
                }
                paths += found.filter { !paths.contains($0) }
            }
        }
        return paths
    }
}
