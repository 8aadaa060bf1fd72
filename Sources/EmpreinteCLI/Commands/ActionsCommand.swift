internal import ArgumentParser
internal import Empreinte

struct ActionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actions",
        abstract: "What actions bring: those taken, those to take next, and how low one can go.",
        discussion: """
            People say what they have taken under taken:. They come as YAML or JSON, or by the million as CSV or JSON \
            lines; over a thousand people, only the group is shown.
            """)

    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @Argument(
        help:
            "Files of people (YAML, JSON, CSV, JSON lines; - is standard input); the default person where there are none."
    )
    var people: [String] = []

    @Option(help: "The year, for people who state none. [default: the pack's reference year]")
    var year: Int?

    @Option(help: "What the next actions are ranked by: gain, gain_per_effort or gain_per_euro.")
    var by = "gain"

    @Option(help: "What gains are counted in. [default: the first indicator]")
    var indicator: String?

    @Option(help: "How many actions a list shows.")
    var count = 10

    @Option(help: "The level to reach at the least price, such as \"2 tCO2e/year\", or the id of a target.")
    var target: String?

    @Option(help: "The figure that says what spending saved money emits.")
    var respend: String?

    @Flag(inversion: .prefixedNo, help: "How low each person can go. [default: for one person]")
    var floors: Bool?

    @Flag(help: "What each further saving costs.")
    var curve = false

    @Flag(help: "Published savings beside the computed ones.")
    var typical = false

    @OptionGroup var chance: DrawOptions

    @Option(help: "The seed of what is drawn.")
    var seed: UInt64 = 1

    @OptionGroup var output: OutputOptions

    func run() throws {
        let engine = try output.plugins.engine()
        let model = try engine.model(pack)
        var request = Analysis.Request(model, year: year, language: output.chosenLanguage)
        request.options = ["by": by, "count": String(count)]
        request.options["indicator"] = indicator
        chance.set(&request, seed: seed)
        request.options["target"] = target
        request.options["respend"] = respend
        request.options["floors"] = floors.map { $0 ? "yes" : "no" }
        if curve { request.options["curve"] = "yes" }
        if typical { request.options["typical"] = "yes" }
        for file in people {
            var options = PeopleOptions()
            options.year = year
            switch try PeopleInput(file, for: model, options, with: engine.registry) {
            case .document(let document):
                Console.warn(document.warnings, document.sources)
                request.people += document.people
            case .stream(let stream):
                guard people.count == 1 else {
                    throw ValidationError("a table of people is read alone; '\(file)' is not the only file")
                }
                guard chance.draws == nil else {
                    throw ValidationError("--draws is for people given as YAML or JSON here; footprint draws tables")
                }
                return try output.write(try report(engine, request, stream, path: file))
            }
        }
        try output.write(try engine.run("actions", request))
    }

    /// Reads a table of people; the few of a small one are shown one by one.
    private func report(
        _ engine: Engine, _ request: Analysis.Request, _ stream: any PeopleStream, path: String
    ) throws -> Report {
        var stream = stream
        var request = request
        var crowd = try CrowdAdvice(request)
        let evaluator = try PopulationEvaluator(request.model, year: request.year)
        var few: [Person] = []
        _ = try PopulationRun(evaluator, path: path).readBlocks(of: &stream) { (block) throws(CompilationError) in
            let people = (0..<block.count).map(block.person)
            if crowd.isEmpty, few.count + people.count <= Analysis.mostShown {
                few += people
            } else {
                try crowd.add(few + people)
                few = []
            }
        }
        guard crowd.isEmpty, !few.isEmpty else { return crowd.report }
        request.people = few
        return try engine.run("actions", request)
    }
}
