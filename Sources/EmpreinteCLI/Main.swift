internal import ArgumentParser
internal import Empreinte
internal import EmpreinteText

/// Runs the command line and gives its exit code: 0 done, 1 the input is wrong, 2 the command is, 3 we are.
@main
enum Main {
    static func main() {
        do {
            var command = try EmpreinteCommand.parseAsRoot()
            try command.run()
        } catch let error as CompilationError {
            Console.complain(
                DiagnosticText(error.sources, isColoured: Console.isColoured(.error))
                    .text(of: error.diagnostics, omitted: error.omitted))
            Console.exit(.wrongInput)
        } catch let outcome as Outcome {
            Console.exit(outcome)
        } catch {
            exit(for: error)
        }
    }

    /// Help and version are no failure; anything else from the parser is a wrong command.
    private static func exit(for error: any Error) -> Never {
        let text = EmpreinteCommand.fullMessage(for: error)
        guard EmpreinteCommand.exitCode(for: error) != .success else {
            try? Console.say(text + "\n")
            Console.exit(.done)
        }
        Console.complain(text + "\n")
        let isUsage = EmpreinteCommand.exitCode(for: error) == .validationFailure
        Console.exit(isUsage ? .wrongUsage : .internalError)
    }
}

/// What the exit code says.
enum Outcome: Int32, Error {
    case done = 0
    case wrongInput = 1
    case wrongUsage = 2
    case internalError = 3
}

/// The verbs, grouped by who uses them.
struct EmpreinteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "empreinte",
        abstract: "Carbon footprints and trajectories from packs of YAML.",
        version: "\(Release.name)\nC interface \(Release.interface)\npack format \(Release.packFormat)",
        groupedSubcommands: [
            CommandGroup(
                name: "A person:",
                subcommands: [
                    FootprintCommand.self, AskCommand.self, ActionsCommand.self, TrajectoryCommand.self,
                    ExplainCommand.self, ChangeCommand.self,
                ]),
            CommandGroup(
                name: "A room:", subcommands: [WorkshopCommand.self, ProgrammeCommand.self, CommitmentsCommand.self]),
            CommandGroup(
                name: "A territory:",
                subcommands: [
                    TerritoryCommand.self, CoalitionsCommand.self, InitiativesCommand.self, ProposalsCommand.self,
                    BallotsCommand.self, FundsCommand.self,
                ]),
            CommandGroup(
                name: "A modeller:",
                subcommands: [
                    CheckCommand.self, TestCommand.self, DiffCommand.self, ListCommand.self, NewCommand.self,
                    TemplateCommand.self, SchemaCommand.self, MigrateCommand.self, ResolveCommand.self,
                    SampleCommand.self, PublicodesCommand.self,
                ]),
            CommandGroup(name: "A programmer:", subcommands: [RunCommand.self, PluginsCommand.self]),
        ])
}
