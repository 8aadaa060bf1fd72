internal import ArgumentParser
internal import Empreinte

/// The pack and the callers' documents a verb works on.
struct DocumentOptions: ParsableArguments {
    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @Argument(
        help: "Files of documents (YAML, JSON, CSV; - is standard input); those of the pack where there are none.")
    var files: [String] = []

    /// Runs an analysis on them and writes its report.
    func run(_ id: String, _ options: [String: String], _ output: OutputOptions) throws {
        let engine = try Engine(places: Console.places)
        var request = Analysis.Request(
            try engine.model(pack), language: output.chosenLanguage, options: options)
        Console.warn(try engine.read(files, into: &request), request.sources)
        let report = try engine.run(id, request)
        try output.write(report)
        if report.isFailure { throw Outcome.wrongInput }
    }
}
