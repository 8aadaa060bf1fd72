internal import ArgumentParser
internal import Empreinte

struct ResolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Write a pack and its parents as one file that stands alone.")

    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @Option(name: .shortAndLong, help: "The file to write; standard output where there is none.")
    var output: String?

    @OptionGroup var plugins: PluginOptions

    func run() throws {
        try Console.write(try plugins.engine().resolve(pack), to: output)
    }
}
