import CEmpreinte
import Foundation
import Testing

/// A plugin that reads people and writes reports in forms of its own, and whose analysis has options.
@Suite(.enabled(if: Client.hasC, "gcc is missing")) struct PluginFormTests {
    private let folder: Scratch
    private let plugin: String
    private let command = Client.products.appending(path: "empreinte").path

    init() throws {
        folder = try Scratch()
        plugin = folder.path("forms.so")
        let compilation = try Client(
            try #require(Client.find("gcc")),
            [
                "-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-shared", "-fPIC", "-ISources/CEmpreinte",
                "Tests/Clients/c/forms.c", "-o", plugin,
            ])
        try #require(compilation.status == 0, "\(compilation.errors)")
        try "9000\n0\n".write(toFile: folder.path("people.drives"), atomically: true, encoding: .utf8)
    }

    private func run(_ arguments: String...) throws -> Client { try Client(command, arguments + ["--plugin", plugin]) }

    @Test func peopleOfItsFormAreReadByAnyVerb() throws {
        let lines = folder.path("people.jsonl")
        try "{\"transport.car.km\": 9000}\n{\"transport.car.km\": 0}\n".write(
            toFile: lines, atomically: true, encoding: .utf8)
        let people = folder.path("people.drives")
        for verb in ["footprint", "trajectory"] {
            let own = try run(verb, "models/france", people, "--format", "csv")
            #expect(own.status == 0, "\(own.errors)")
            #expect(try own.output == run(verb, "models/france", lines, "--format", "csv").output)
        }
        let counted = try run("run", "count_above", "models/france", people, "--set", "limit=7000", "--format", "csv")
        #expect(counted.output.contains("above,People above the limit,1\n"), "\(counted.errors)")
    }

    @Test func reportsAreWrittenInItsForm() throws {
        #expect(try run("footprint", "models/france", "--format", "headline").output == "a report of people\n")
        let other = try run("list", "models/france", "--format", "headline")
        #expect(other.output == "" && other.errors.contains("forms fails in 'headline': that is no report"))
        let unknown = try run("list", "models/france", "--format", "headlines")
        #expect(unknown.status == 1 && unknown.errors.contains("format.unknown"))
    }

    @Test func everyVerbTakesPlugins() throws {
        for verb in ["check", "test", "list", "resolve", "sample", "migrate", "territory", "actions"] {
            #expect(try run(verb, "models/france", "--help").output.contains("--plugin"), "\(verb)")
        }
        #expect(try run("diff", "models/france", "models/france").status == 0)
    }

    @Test func whatIsWrongIsSaid() throws {
        let unset = try run("run", "count_above", "models/france")
        #expect(unset.status == 1 && unset.errors.contains("count_above needs limit: kilograms a year"))
        let word = try run("run", "count_above", "models/france", "--set", "limit=1", "--set", "unit=kg")
        #expect(word.status == 1 && word.errors.contains("option.word"))
        let long = folder.path("long.drives")
        try String(repeating: "1", count: 40).write(toFile: long, atomically: true, encoding: .utf8)
        let failed = try run("footprint", "models/france", long)
        #expect(failed.status == 1 && failed.errors.contains("forms fails in 'kilometres': a line is too long"))
        let listed = try run("plugins")
        #expect(listed.output.contains("forms 1.0\n  people from kilometres\n  reports as headline\n  count_above: "))
    }
}
