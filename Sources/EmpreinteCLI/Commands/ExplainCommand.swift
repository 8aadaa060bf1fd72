internal import ArgumentParser
internal import Empreinte

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "How a value came about: what it rests on, where it is written, its sources.",
        discussion: """
            Of an action, what it brings and where; of a target, how far it is; of what a pack gives anew, what stands \
            above. --format html makes a tree to open and close.
            """)

    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @Argument(help: "The result, question, factor, action or target to explain.")
    var id: String

    @Argument(help: "Files of people (YAML or JSON; - for standard input); the default person where there are none.")
    var people: [String] = []

    @Option(help: "The year, for people who state none. [default: the pack's reference year]")
    var year: Int?

    @Option(help: "Explain only the person of that id.")
    var person: String?

    @Flag(help: "Explain it under the actions people have taken, at their full strength.")
    var taken = false

    @Option(help: "How many steps down to go. [default: all]")
    var depth: Int?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let engine = try output.plugins.engine()
        var request = Analysis.Request(
            try engine.model(pack), year: year, language: output.chosenLanguage,
            options: ["id": id, "actions": taken ? "taken" : "none"])
        request.options["depth"] = depth.map(String.init)
        try engine.readAloud(people, into: &request)
        if let person {
            let known = request.people.map(\.id)
            request.people.removeAll { $0.id != person }
            guard !request.people.isEmpty else {
                throw CompilationError(
                    "people.unknown", "nobody is called '\(person)'", hint: Spelling.didYouMean(person, among: known))
            }
        }
        try output.write(try engine.run("explain", request))
    }
}
