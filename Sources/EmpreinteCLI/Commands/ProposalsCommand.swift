internal import ArgumentParser
internal import Empreinte

struct ProposalsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proposals",
        abstract: "The proposals of an assembly: what they are worth, whose power they are within, their order.",
        discussion: """
            Proposals, ballots and decisions come as YAML, JSON or CSV, in any number of files. --format csv writes the \
            whole set as a table that reads back.
            """)

    @OptionGroup var population: PopulationOptions

    @Flag(help: "A sheet for each proposal.")
    var sheets = false

    @Option(help: "The sheet of the proposal of that id.")
    var only: String?

    @Flag(help: "Pairs that look alike.")
    var alike = false

    @Flag(help: "The visions of groups beside the scenarios of the pack; the scenarios alone without documents.")
    var visions = false

    @Option(help: "The proposals to look at as a whole, by id, separated by commas.")
    var chosen = ""

    @Option(help: "The order: \(RankingMethod.allCases.map(\.rawValue).joined(separator: ", ")).")
    var method = RankingMethod.weightedSum.rawValue

    @Option(help: "How many weights are drawn for the chances of places; 0 for none.")
    var draws = 1000

    @Option(help: "The seed: the same one gives the same draws.")
    var seed: UInt64 = 1

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard [sheets || only != nil, alike, visions].count(where: \.self) <= 1 else {
            throw ValidationError("--alike shows pairs, --visions futures, --sheets and --only sheets: one of them")
        }
    }

    func run() throws {
        if visions {
            let (engine, request) = try population.request(output)
            return try output.write(try engine.run("visions", request))
        }
        var options = ["method": method, "draws": "\(draws)", "seed": "\(seed)"]
        options["show"] = alike ? "alike" : sheets || only != nil ? "sheets" : "set"
        options["only"] = only
        options["chosen"] = chosen
        let (engine, request) = try population.request(output, options)
        try output.write(try engine.run("proposals", request))
    }
}
