import CEmpreinte
import Foundation
import Testing

/// A plugin in a shared library, compiled here and named by its file.
@Suite(.enabled(if: Client.hasC, "gcc is missing")) struct PluginTests {
    private let folder: Scratch
    private let command = Client.products.appending(path: "empreinte").path

    init() throws { folder = try Scratch() }

    /// Compiles the sample plugin.
    private func build(interface: Int = 1) throws -> String {
        let file = folder.url.appending(path: "limits\(interface).so").path
        let compilation = try Client(
            try #require(Client.find("gcc")),
            [
                "-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-shared", "-fPIC", "-DINTERFACE=\(interface)",
                "-ISources/CEmpreinte", "Tests/Clients/c/plugin.c", "-o", file,
            ])
        try #require(compilation.status == 0, "\(compilation.errors)")
        return file
    }

    @Test func theCommandRunsItsAnalysis() throws {
        let plugin = try build()
        let people = folder.url.appending(path: "people.json")
        try Data(#"[{"answers": {"transport.car.km": 90000}}, {"answers": {"transport.car.km": 0}}]"#.utf8).write(
            to: people)
        let run = try Client(
            command, ["run", "above", "models/france", people.path, "--plugin", plugin, "--format", "csv"])
        #expect(run.output.contains("above,People above the limit,0.5"), "\(run.errors)")
        let listed = try Client(command, ["plugins", "--plugin", plugin])
        #expect(listed.output.contains("limits 1.0\n  above: How many people are above a limit.\n"))
    }

    @Test func anotherInterfaceIsRefusedWithBothWindows() throws {
        let run = try Client(command, ["plugins", "--plugin", try build(interface: 7)])
        #expect(run.status == 1)
        #expect(run.errors.contains("limits 1.0 speaks the interfaces 7 to 7, empreinte 0.1.0 speaks 1 to 1"))
    }

    @Test func whatIsNoPluginIsRefused() throws {
        for file in ["/nowhere.so", "README.md", Client.products.appending(path: "libEmpreinteC.so").path] {
            var plugin: OpaquePointer?
            #expect(code(emp_plugin_load(file, &plugin)) == "plugin.unreadable")
        }
        var plugin: OpaquePointer?
        #expect(code(emp_plugin_load(nil, &plugin)) == "argument.null")
        #expect(code(emp_plugin_load("x", nil)) != nil)
        emp_plugin_free(nil)
    }

    @Test func theCInterfaceTakesPluginsAndSaysWhoFailed() throws {
        var (plugin, engine, pack, report): (OpaquePointer?, OpaquePointer?, OpaquePointer?, OpaquePointer?)
        (plugin, engine, pack, report) = (nil, nil, nil, nil)
        try check(emp_plugin_load(try build(), &plugin))
        var options = emp_engine_options()
        emp_engine_options_init(&options)
        try withUnsafePointer(to: plugin) { plugins in
            options.plugins = plugins
            options.plugin_count = 1
            try check(emp_engine_create(&options, &engine))
        }
        emp_plugin_free(plugin)
        defer { emp_engine_free(engine) }
        pack = try Door.open(Door.text, try #require(engine))
        defer { emp_pack_free(pack) }
        try check(emp_analysis_run(engine, pack, "above", nil, &report, nil))
        #expect(string(emp_text_bytes(report)).contains("\"value\": 0"))
        emp_text_free(report)

        let crowd = "[" + Array(repeating: "{}", count: 1001).joined(separator: ",") + "]"
        let error = crowd.withCString { text in
            var options = emp_analysis_options()
            emp_analysis_options_init(&options)
            options.documents = text
            options.documents_size = crowd.utf8.count
            return emp_analysis_run(engine, pack, "above", &options, &report, nil)
        }
        let refused = try #require(error.map { Refused(taking: $0) })
        #expect(refused.code == "plugin.failed")
        #expect(refused.message.contains("limits fails in 'above': more people than it counts"))
    }
}
