internal import ArgumentParser
internal import Empreinte

/// How a table of people is read.
struct TableOptions: ParsableArguments {
    @Option(help: "Columns of a table to hand on as they are, separated by commas.")
    var keep: String?

    @Option(help: "The column of a table that says how many people each row stands for. [default: weight]")
    var weight: String?

    @Option(help: "The column of a table to summarise by.")
    var by: String?

    @Flag(help: "A column for each leaf too.")
    var leaves = false

    @Option(help: "The file for rows that are wrong; the others are evaluated.")
    var rejects: String?

    @Option(help: "How many threads evaluate a table.")
    var threads = 1

    func validate() throws {
        guard threads > 0 else { throw ValidationError("--threads is a whole number above zero") }
    }

    /// Whether anything is asked for that only a table has.
    var isAsked: Bool {
        keep != nil || weight != nil || by != nil || leaves || rejects != nil || threads != 1
    }

    var kept: [String] { keep?.split(separator: ",").map(String.init) ?? [] }

    func options(year: Int?) -> PeopleOptions {
        var options = PeopleOptions()
        options.keep = kept
        options.weight = weight
        options.group = by
        options.year = year
        return options
    }
}
