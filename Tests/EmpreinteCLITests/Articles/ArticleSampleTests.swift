import Empreinte
import EmpreinteEngine
import EmpreinteGraph
import Foundation
import Testing

/// The samples of articles in Swift: each stands here between its name and `end`, and is run.
@Suite struct ArticleSampleTests {
    init() { #expect(FileManager.default.changeCurrentDirectoryPath(Command.root.path)) }

    @Test func first() throws {
        var printed = ""
        func print(_ items: Any...) { printed += items.map { "\($0)" }.joined(separator: " ") + "\n" }
        // sample: first
        let engine = try Engine()
        let model = try engine.model("models/france")

        var person = Person(id: "me")
        if let question = model.inputs.firstIndex(where: { $0.id == "transport.car.km" }) {
            person.answers[question] = 12_000
        }
        let evaluator = Evaluator(model)
        let footprint = try evaluator.footprint(of: person)
        for result in footprint.indicators { print(result.id, result.total, result.unit) }
        // end
        #expect(printed.hasPrefix("ghg 8"))
        try Self.check("first", printed)
    }

    @Test func report() throws {
        var printed = ""
        func print(_ items: Any...) { printed += items.map { "\($0)" }.joined(separator: " ") + "\n" }
        // sample: report
        let engine = try Engine()
        let model = try engine.model("models/france")
        let request = Analysis.Request(model, language: .fr, options: ["id": "transport", "depth": "1"])
        let report = try engine.run("explain", request)
        print(ReportText().render(report))
        // end
        #expect(printed.hasPrefix("Explication de transport"))
        try Self.check("report", printed)
    }

    @Test func errors() throws {
        var printed = ""
        func print(_ items: Any...) { printed += items.map { "\($0)" }.joined(separator: " ") + "\n" }
        // sample: errors
        do {
            _ = try Engine().model("models/nowhere")
        } catch let error as CompilationError {
            for diagnostic in error.diagnostics { print(diagnostic.code, diagnostic.message) }
        }
        // end
        try Self.check("errors", printed)
    }

    @Test func population() throws {
        var printed = ""
        func print(_ items: Any...) { printed += items.map { "\($0)" }.joined(separator: " ") + "\n" }
        // sample: population
        let model = try Engine().model("models/france")
        let evaluator = try PopulationEvaluator(model)
        let people = PeopleColumns((1...1000).map { Person(id: "p\($0)") }, model)
        var results = PopulationResults()
        try evaluator.evaluate(people, into: &results)
        print(people.count, evaluator.outputs[0].id, results[0, 999] == results[0, 0])
        // end
        try Self.check("population", printed)
    }

    @Test func graph() throws {
        let desk = try ArticleDesk()
        try desk.lay(try #require(Article.all.first { $0.name == "Architecture" }))
        let folder = desk.url.path
        var printed = ""
        func print(_ items: Any...) { printed += items.map { "\($0)" }.joined(separator: " ") + "\n" }
        // sample: graph
        let model = try Engine().model(folder + "/brook")
        print(model.graph.dump { slot in slot == 0 ? "year" : "@\(slot)" })
        // end
        try Self.check("graph", printed)

        printed = ""
        // sample: plan
        let totals = model.indicators.compactMap(\.total)
        let small = model.graph.optimised(roots: totals)
        var binding = Binding(
            inputs: Array(repeating: .literal(0), count: model.slotCount), outputs: totals.map { small[$0] })
        for question in model.inputs {
            binding.inputs[question.valueSlot] = .lane
            binding.inputs[question.answeredSlot] = .literal(1)
        }
        print(Plan(small.graph, binding))
        // end
        try Self.check("plan", printed)
    }

    /// Whether every sample of an article stands here.
    @Test func noSampleIsLeftOut() throws {
        let shown = Article.all.flatMap { $0.samples.filter { $0.mark == "swift" }.map(\.detail) }
        let held = try Self.source.matches(of: /\/\/ sample: ([a-z]+)\n/).map { String($0.1) }
        #expect(shown.sorted() == held.sorted())
    }

    // MARK: Checks

    private static var source: String {
        get throws { try String(contentsOfFile: #filePath, encoding: .utf8) }
    }

    /// The article shows what was run, and what it printed.
    private static func check(_ name: String, _ printed: String) throws {
        let body = try #require(
            source.components(separatedBy: "// sample: \(name)\n").last?.components(separatedBy: "        // end").first
        )
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map { $0.dropFirst(8) }
        for article in Article.all {
            guard let place = article.samples.firstIndex(where: { $0.mark == "swift" && $0.detail == name }) else {
                continue
            }
            let shown = article.samples[place].body.split(separator: "\n", omittingEmptySubsequences: false)
                .drop { $0.isEmpty || $0.hasPrefix("import ") }
            #expect(shown.joined(separator: "\n") == lines.joined(separator: "\n"))
            if place + 1 < article.samples.count, article.samples[place + 1].mark == "prints" {
                #expect(article.samples[place + 1].body == printed.trimmingCharacters(in: .newlines) + "\n")
            }
        }
    }
}
