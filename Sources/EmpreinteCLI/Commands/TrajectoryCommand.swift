internal import ArgumentParser
internal import Empreinte

struct TrajectoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trajectory", abstract: "Results year by year, by branch, with the way to the targets.",
        discussion: """
            People come as YAML or JSON, or by the million as CSV or JSON lines. Over a thousand people, only their \
            mean is shown. A chart comes with --format svg.
            """)

    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @Argument(
        help:
            "Files of people (YAML, JSON, CSV, JSON lines; - is standard input); the default person where there are none."
    )
    var people: [String] = []

    @Option(help: "The first year. [default: the pack's reference year]")
    var from: Int?

    @Option(help: "The last year. [default: the pack's last year]")
    var to: Int?

    @Option(help: "How many threads evaluate a table.")
    var threads = 1

    @OptionGroup var plugins: PluginOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard threads > 0 else { throw ValidationError("--threads is a whole number above zero") }
    }

    func run() throws {
        let engine = try plugins.engine()
        let model = try engine.model(pack)
        var request = Analysis.Request(model, language: output.chosenLanguage)
        request.options["from"] = from.map { String($0) }
        request.options["to"] = to.map { String($0) }
        for file in people {
            switch try PeopleInput(file, for: model) {
            case .document(let document):
                Console.warn(document.warnings, document.sources)
                request.people += document.people
            case .stream(let stream):
                guard people.count == 1 else {
                    throw ValidationError("a table of people is read alone; '\(file)' is not the only file")
                }
                return try output.write(try report(request, stream, path: file))
            }
        }
        try output.write(try engine.run("trajectory", request))
    }

    /// Reads a table of people; the few of a small one are shown one by one.
    private func report(
        _ request: Analysis.Request, _ stream: any PeopleStream, path: String
    ) throws -> Report {
        var stream = stream
        let span = try TrajectorySpan(request)
        var evaluator = try PopulationEvaluator(request.model, years: span.computed)
        evaluator.threadCount = threads
        var group = GroupTrajectory(evaluator)
        var few: [Person] = []
        _ = try PopulationRun(evaluator, path: path).readBlocks(of: &stream) { (block) throws(CompilationError) in
            try group.add(block)
            if group.people <= Analysis.mostShown { few += (0..<block.count).map(block.person) }
        }
        let shown = group.people <= Analysis.mostShown ? few : []
        return group.report(request, span, people: try evaluator.trajectories(of: shown))
    }
}
