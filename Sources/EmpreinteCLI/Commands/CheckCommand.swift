internal import ArgumentParser
internal import Empreinte
internal import EmpreinteText

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Every problem of a pack, at its line and column, with a hint.")

    @Argument(help: "The pack: a folder, a file, or a name.")
    var pack: String

    @Flag(help: "Also ask what publication needs: translations, sources, nothing unused.")
    var strict = false

    @Option(help: "How to write the problems: text or json.")
    var format: Format = .text

    @OptionGroup var plugins: PluginOptions

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func run() throws {
        let engine = try plugins.engine()
        var isClean = true
        do throws(CompilationError) {
            let compilation = try engine.load(pack)
            let findings = strict ? PublicationCheck(compilation.model).findings() : []
            let problems = compilation.warnings + findings
            try show(problems, compilation.model.sources)
            if format == .text { try Console.say(summary(of: compilation.model, problems)) }
            isClean = !findings.contains { $0.severity == .error }
        } catch {
            guard format == .json else { throw error }
            try show(error.diagnostics, error.sources)
            throw Outcome.wrongInput
        }
        if !isClean { throw Outcome.wrongInput }
    }

    private func show(_ diagnostics: [Diagnostic], _ sources: SourceMap) throws(CompilationError) {
        switch format {
        case .text:
            guard !diagnostics.isEmpty else { return }
            Console.complain(DiagnosticText(sources, isColoured: Console.isColoured(.error)).text(of: diagnostics))
        case .json: try Console.say(JSON.array(diagnostics.map { $0.json(in: sources) }).text() + "\n")
        }
    }

    private func summary(of model: Model, _ problems: [Diagnostic]) -> String {
        let count = problems.count
        return "\(model.identity.id) \(model.identity.version): \(model.inputs.count) questions, "
            + "\(model.factors.count) factors, \(model.formulas.count) formulas; "
            + (count == 0 ? "no problem\n" : "\(count) thing\(count == 1 ? "" : "s") to look at\n")
    }
}
