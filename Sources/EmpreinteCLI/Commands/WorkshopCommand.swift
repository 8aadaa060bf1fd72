internal import ArgumentParser
internal import Empreinte
internal import EmpreinteWorkshop

struct WorkshopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workshop", abstract: "A room after the events of its log, and running it.",
        discussion: """
            The log is a document of kind session, a line an event; the workshop it names is in the pack or in a file \
            given. With --live, short lines are read: 'p03 pick ACTION LEVEL', 'p03 vote ACTION against', 'p03 join \
            question=answer', 'join people.csv', 'close', 'undo', 'what-if p03 pick ACTION'. What is accepted goes to \
            the log, and the page of --output is written anew after each.
            """)

    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @Argument(help: "The log of the session.")
    var log: String

    @Argument(help: "More documents, such as the workshop.")
    var files: [String] = []

    @Flag(help: "Read events from standard input and add them to the log.")
    var live = false

    @Option(help: "Add one event to the log.")
    var add: String?

    @Option(help: "Rewrite the log without that participant.")
    var forget: String?

    @Option(help: "The order of people: none, initial or reduction.")
    var rank: String?

    @Option(name: .customLong("what-if"), help: "An event to look at without recording it.")
    var whatIf: String?

    @Option(help: "The page one participant takes home.")
    var sheet: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard [live, add != nil, forget != nil].count(where: { $0 }) < 2 else {
            throw ValidationError("--live, --add and --forget are asked for one at a time")
        }
    }

    func run() throws {
        let engine = try output.plugins.engine()
        var options: [String: String] = [:]
        options["rank"] = rank
        options["what_if"] = whatIf
        options["sheet"] = sheet
        var request = Analysis.Request(try engine.model(pack), language: output.chosenLanguage, options: options)
        Console.warn(try engine.read(files, into: &request), request.sources)
        if let forget { return try self.forget(forget, request) }
        if live || add != nil { try record(engine, request) }
        guard !live else { return }
        Console.warn(try engine.read([log], into: &request), request.sources)
        try output.write(try engine.run("workshop", request))
    }

    // MARK: Recording

    private func record(_ engine: Engine, _ request: Analysis.Request) throws {
        var room = try SessionLog(try Console.bytes(of: log), path: log, request)
        let file = try LogFile(log, wholeCount: room.wholeCount)
        if let add { return try file.append(try room.accept(add)) }
        try screen(engine, request)
        while let line = readLine() {
            let words = line.split(separator: " ")
            guard let first = words.first, !line.hasPrefix("#") else { continue }
            do {
                if first == "what-if" {
                    var asked = request
                    asked.options["what_if"] = words.dropFirst().joined(separator: " ")
                    try screen(engine, asked)
                    continue
                }
                for event in try events(line, words, engine, request.model) { try file.append(try room.accept(event)) }
                try screen(engine, request)
            } catch let error as CompilationError {
                Console.complain(
                    DiagnosticText(error.sources, isColoured: Console.isColoured(.error)).text(of: error.diagnostics))
            }
        }
    }

    /// The events of a line: one, or somebody's coming for each row of a table of people.
    private func events(_ line: String, _ words: [Substring], _ engine: Engine, _ model: Model) throws -> [String] {
        guard words.count == 2, words[0] == "join", ["csv", "tsv"].contains(Path.fileExtension(of: String(words[1])))
        else { return [line] }
        var people: [Person] = []
        switch try PeopleInput(String(words[1]), for: model, with: engine.registry) {
        case .document(let document): people = document.people
        case .stream(var stream):
            let evaluator = try PopulationEvaluator(model)
            _ = try PopulationRun(evaluator, path: String(words[1])).readBlocks(of: &stream) { block in
                people += (0..<block.count).map(block.person)
            }
        }
        return people.map { EventLine.arrival($0, model) }
    }

    /// Writes the page of the room as its log has it.
    private func screen(_ engine: Engine, _ request: Analysis.Request) throws {
        var request = request
        _ = try engine.read([log], into: &request)
        try output.write(try engine.run("workshop", request))
    }

    private func forget(_ person: String, _ request: Analysis.Request) throws {
        let forgotten = try ForgottenLog(person, in: try Console.bytes(of: log), path: log, request)
        try Console.write(String(decoding: forgotten.bytes, as: UTF8.self), toFile: log)
        var lines = ["\(forgotten.ownCount) events of \(person) are gone from \(log)"]
        if forgotten.undoneCount > 0 { lines.append("\(forgotten.undoneCount) events that had been undone, too") }
        lines += forgotten.fallen.map { "gone since it no longer stands: \($0.text) (\($0.refusal.message))" }
        lines += forgotten.lost.map { "no longer chosen for everybody: \($0)" }
        lines += forgotten.won.map { "now chosen for everybody: \($0)" }
        try Console.say(lines.joined(separator: "\n") + "\n")
    }
}
