internal import ArgumentParser
internal import Empreinte

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "What changed from one pack to another, and what it does to people.",
        discussion: """
            The people are those of the first pack's tests. With the answers people gave to the first pack, and those they \
            give to the second, each person's change is split into what the model did and what the answers did.
            """)

    @Argument(help: "The pack to start from: a folder, a file, or a name.")
    var old: String

    @Argument(help: "The pack to compare with it.")
    var new: String

    @Option(help: "The answers people gave to the first pack (YAML or JSON).")
    var people: String?

    @Option(help: "The answers the same people give to the second pack; the same ones where absent.")
    var now: String?

    @Option(help: "The year the people are evaluated in. [default: each pack's reference year]")
    var year: Int?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if now != nil, people == nil { throw ValidationError("--now goes with --people") }
    }

    func run() throws {
        let engine = try output.plugins.engine()
        let (before, after) = (try engine.model(old), try engine.model(new))
        guard let people else {
            let difference = try ModelDifference(from: before, to: after, year: year)
            return try output.write(difference.report(from: before, to: after, output.chosenLanguage))
        }
        let migrated = try PeopleReader(after).people(
            in: Array(try engine.migrate(people, to: after).text.utf8), path: people
        ).people
        let split = try ChangeSplit(
            from: before, (try engine.people(people, for: before).people, migrated), to: after,
            try now.map { try engine.people($0, for: after).people } ?? migrated, year: year)
        try output.write(split.report(to: after, output.chosenLanguage))
    }
}
