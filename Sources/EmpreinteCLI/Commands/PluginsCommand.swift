internal import ArgumentParser
internal import Empreinte

struct PluginsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugins", abstract: "What plugins add, built in or loaded.")

    @OptionGroup var plugins: PluginOptions

    func run() throws {
        let registry = try plugins.engine().registry
        for plugin in registry.plugins {
            try Console.say("\(plugin.name) \(plugin.version)\n")
            for kind in plugin.frontEnds { try Console.say("  reads \(kind)\n") }
            for kind in plugin.kinds { try Console.say("  documents of kind \(kind)\n") }
            for name in plugin.functions { try Console.say("  function \(name)\n") }
            for name in plugin.ramps { try Console.say("  ramp shape \(name)\n") }
            for name in plugin.readers { try Console.say("  people from \(name)\n") }
            for name in plugin.formats { try Console.say("  reports as \(name)\n") }
            for id in plugin.analyses {
                try Console.say("  \(id): \(registry.analysis(id)?.summary ?? "")\n")
            }
        }
    }
}
