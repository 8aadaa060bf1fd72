internal import ArgumentParser
internal import Empreinte

struct TrajectoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trajectory", abstract: "Results year by year, by branch, with the way to the targets.",
        discussion: """
            As things are, or along scenarios of the pack and a plan of one's own, whose choices come first. People \
            come as YAML or JSON, or by the million as CSV or JSON lines. Over a thousand people, only their mean is \
            shown, unless --people writes each of them. A chart comes with --format svg.
            """)

    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @Argument(
        help:
            "Files of people (YAML, JSON, CSV, JSON lines; - is standard input); the default person where there are none."
    )
    var files: [String] = []

    @Option(help: "The first year. [default: the pack's reference year]")
    var from: Int?

    @Option(help: "The last year. [default: the pack's last year]")
    var to: Int?

    @OptionGroup var choices: ChoiceOptions
    @OptionGroup var chance: DrawOptions

    @Option(help: "What each action brings: none, alone, last, in_order, shapley or all.")
    var attribution = "none"

    @Flag(help: "Each person, as CSV or a line of JSON (--format csv or json).")
    var people = false

    @Option(help: "The column of a table that says how many people each row stands for. [default: weight]")
    var weight: String?

    @Option(help: "The column of a table to summarise by.")
    var by: String?

    @Option(help: "The file for rows that are wrong; the others are followed.")
    var rejects: String?

    @Option(help: "How many threads evaluate a table.")
    var threads = 1

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard threads > 0 else { throw ValidationError("--threads is a whole number above zero") }
        guard !people || ["csv", "json"].contains(output.format) else {
            throw ValidationError("--people writes --format csv or json")
        }
        guard !people || chance.draws == nil else {
            throw ValidationError("--people writes no ranges; --draws is for the group, or for one person")
        }
    }

    func run() throws {
        let engine = try output.plugins.engine()
        let model = try engine.model(pack)
        var request = Analysis.Request(model, language: output.chosenLanguage)
        request.options["from"] = from.map { String($0) }
        request.options["to"] = to.map { String($0) }
        request.options["attribution"] = attribution
        Console.warn(try choices.read(into: &request, engine), request.sources)
        chance.set(&request, seed: choices.seed)
        for file in files {
            switch try PeopleInput(file, for: model, tableOptions, with: engine.registry) {
            case .document(let document):
                guard weight == nil, by == nil, rejects == nil, threads == 1 else {
                    throw CompilationError(
                        "people.document", "'\(file)' is a document, and some options are for tables of people",
                        hint:
                            "give the people as CSV or JSON lines, or leave out --weight, --by, --rejects and --threads"
                    )
                }
                Console.warn(document.warnings, document.sources)
                request.people += document.people
            case .stream(let stream):
                guard files.count == 1 else {
                    throw CompilationError("people.table", "'\(file)' is a table of people, which is read alone")
                }
                return try TrajectoryTable(command: self, request: request, path: file).run(stream)
            }
        }
        guard people else { return try output.write(try engine.run("trajectory", request)) }
        try TrajectoryTable(command: self, request: request, path: "").writeEach()
    }

    private var tableOptions: PeopleOptions {
        var options = PeopleOptions()
        options.weight = weight
        options.group = by
        return options
    }
}

/// What is chosen beside the answers.
struct ChoiceOptions: ParsableArguments {
    @Option(help: "Scenarios of the pack, separated by commas.")
    var scenario: String?

    @Option(help: "A file of choices (kind: plan), for everybody or by some.")
    var plan: String?

    @Option(help: "The seed of what is drawn.")
    var seed: UInt64 = 1

    /// Reads the plan and sets the options.
    func read(into request: inout Analysis.Request, _ engine: Engine) throws(CompilationError) -> [Diagnostic] {
        request.options["scenario"] = scenario
        request.options["seed"] = String(seed)
        guard let plan else { return [] }
        return try engine.read([plan], into: &request)
    }
}
