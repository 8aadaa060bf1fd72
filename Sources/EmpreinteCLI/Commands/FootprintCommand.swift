internal import ArgumentParser
internal import Empreinte

struct FootprintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "footprint", abstract: "Each person's footprint, by branch, with the distance to the targets.",
        discussion: """
            People come as YAML or JSON, or by the million as CSV or JSON lines. A table of people gives a summary, \
            or a row a person with --format csv.
            """)

    @OptionGroup var population: PopulationOptions
    @OptionGroup var table: TableOptions

    @Flag(help: "How low each person can go with actions.")
    var floors = false

    @OptionGroup var chance: DrawOptions

    @Option(help: "The seed of what is drawn.")
    var seed: UInt64 = 1

    @OptionGroup var output: OutputOptions

    func run() throws {
        let engine = try output.plugins.engine()
        let model = try engine.model(population.pack)
        var request = Analysis.Request(model, year: population.year, language: output.chosenLanguage)
        if floors { request.options["floors"] = "yes" }
        chance.set(&request, seed: seed)
        for file in population.people {
            switch try PeopleInput(file, for: model, table.options(year: population.year), with: engine.registry) {
            case .document(let document):
                guard !table.isAsked else {
                    throw CompilationError(
                        "people.document", "'\(file)' is a document, and some options are for tables of people",
                        hint: "give the people as CSV or JSON lines, or leave out --keep, --weight, --by, --leaves, "
                            + "--rejects and --threads")
                }
                Console.warn(document.warnings, document.sources)
                request.people += document.people
            case .stream(let stream):
                guard !floors else { throw ValidationError("--floors is for people given as YAML or JSON") }
                guard population.people.count == 1 else {
                    throw CompilationError("people.table", "'\(file)' is a table of people, which is read alone")
                }
                return try TableRun(request, table, output, path: file).run(stream)
            }
        }
        try output.write(try engine.run("footprint", request))
    }
}
