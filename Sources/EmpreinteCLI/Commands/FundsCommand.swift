internal import ArgumentParser
internal import Empreinte

struct FundsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "funds", abstract: "What funds give and lend, to whom, and what is left.",
        discussion: """
            Funds, applications and works come as documents of those kinds, in the pack or in the files given. \
            'run aids' finds aids and stacks them, 'run purchases' tells where public purchases go.
            """)

    @OptionGroup var population: PopulationOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let (engine, request) = try population.request(output)
        try output.write(try engine.run("funds", request))
    }
}
