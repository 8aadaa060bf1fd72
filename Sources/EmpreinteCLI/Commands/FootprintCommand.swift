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
    @OptionGroup var output: OutputOptions

    func run() throws {
        let engine = try Engine(places: Console.places)
        let model = try engine.model(population.pack)
        var request = Analysis.Request(model, year: population.year, language: output.chosenLanguage)
        for file in population.people {
            switch try PeopleInput(file, for: model, table.options(year: population.year)) {
            case .document(let document):
                Console.warn(document.warnings, document.sources)
                request.people += document.people
            case .stream(let stream):
                guard population.people.count == 1 else {
                    throw ValidationError("a table of people is read alone; '\(file)' is not the only file")
                }
                return try TableRun(request, table, output, path: file).run(stream)
            }
        }
        try output.write(try engine.run("footprint", request))
    }
}
