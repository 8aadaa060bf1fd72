import Foundation
import Testing

/// Every blank document is taken back by the verb it is for, as it is.
@Suite struct TemplateCommandTests {
    struct Use: CustomTestStringConvertible, Sendable {
        let kind: String
        let verb: [String]
        /// What a document of the kind is nothing without.
        var beside: String?
        var pack = "models/rouen"

        var testDescription: String { kind }
    }

    private static let ballots = "kind: ballots\nscale: {from: 1, to: 5}\nvotes: {proposal_1: {voter_1: 3}}\n"
    private static let initiatives = "kind: initiatives\ninitiatives: {a: {label: A}}\n"
    private static let loans = "kind: funds\nfunds: {fund_1: {type: advance, seed: 9000 EUR}}\n"

    @Test(
        arguments: [
            Use(kind: "people", verb: ["footprint"]), Use(kind: "plan", verb: ["trajectory", "--plan"]),
            Use(kind: "workshop", verb: ["workshop"], beside: "kind: session\nworkshop: workshop_1\nevents:\n"),
            Use(kind: "session", verb: ["workshop"]),
            // This pack has no workshop of its own.
            Use(kind: "session", verb: ["workshop"], pack: "models/france"),
            Use(kind: "programme", verb: ["programme"]),
            Use(kind: "commitments", verb: ["commitments"]), Use(kind: "relays", verb: ["commitments"]),
            Use(kind: "survey", verb: ["commitments"]), Use(kind: "proposals", verb: ["proposals"]),
            Use(kind: "ballots", verb: ["ballots"]), Use(kind: "decisions", verb: ["ballots"], beside: ballots),
            Use(kind: "coalitions", verb: ["coalitions"]), Use(kind: "initiatives", verb: ["initiatives"]),
            Use(kind: "profile", verb: ["initiatives"], beside: initiatives), Use(kind: "funds", verb: ["funds"]),
            Use(kind: "applications", verb: ["funds"]), Use(kind: "works", verb: ["funds"], beside: loans),
            Use(kind: "purchases", verb: ["run", "purchases"]),
        ])
    func theVerbTakesItBack(use: Use) throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "\(use.kind).yaml").path
        let made = try Command("template", use.pack, use.kind, "--lang", "en", "-o", file)
        #expect(made.status == 0, "\(made.errors)")
        let run = try Command(words: try words(use, file, folder))
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test(
        arguments: [
            Use(kind: "people", verb: ["footprint"]), Use(kind: "plan", verb: ["trajectory", "--plan"]),
            Use(kind: "commitments", verb: ["commitments"]), Use(kind: "proposals", verb: ["proposals"]),
            Use(kind: "ballots", verb: ["ballots"], beside: "kind: ballots\nscale: {from: 1, to: 5}\n"),
            Use(kind: "coalitions", verb: ["coalitions"]), Use(kind: "initiatives", verb: ["initiatives"]),
            Use(kind: "funds", verb: ["funds"]), Use(kind: "purchases", verb: ["run", "purchases"]),
            Use(
                kind: "applications", verb: ["funds"],
                beside: "kind: funds\nfunds: {fund_1: {type: grant, envelope: {total: 9000 EUR, years: [2025]}}}\n"),
        ])
    func theVerbTakesTheTableBack(use: Use) throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "\(use.kind).csv").path
        let made = try Command("template", use.pack, use.kind, "--format", "csv", "--csv", "fr", "-o", file)
        #expect(made.status == 0, "\(made.errors)")
        let run = try Command(words: try words(use, file, folder))
        #expect(run.status == 0, "\(run.errors)")
    }

    private func words(_ use: Use, _ file: String, _ folder: TemporaryFolder) throws -> [String] {
        let beside = try use.beside.map { [try folder.write($0, to: "beside.yaml").path] } ?? []
        let files = beside + [file]
        return use.verb.last?.hasPrefix("--") == true
            ? [use.verb[0], use.pack] + use.verb.dropFirst() + files : use.verb + [use.pack] + files
    }

    @Test func kindsThatAreNoneAreNamed() throws {
        let run = try Command("template", "models/france", "peopel")
        #expect(run.status == 1)
        #expect(run.errors.contains("did you mean 'people'?"))
        let table = try Command("template", "models/france", "session", "--format", "csv")
        #expect(table.status == 1)
        #expect(table.errors.contains("template.no_table"))
    }
}
