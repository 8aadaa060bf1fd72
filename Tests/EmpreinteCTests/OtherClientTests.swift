import Foundation
import Testing

/// Programs in languages that call C; each prints what the C sample of the README does.
@Suite struct OtherClientTests {
    private static let expected = "8308 and 6614 kg a year\n"
    private static let nodeHeaders = "/usr/include/node"

    @Test(.enabled(if: Client.find("rustc") != nil && Client.hasLibrary, "rustc is missing")) func rust() throws {
        let folder = try Scratch()
        let program = folder.url.appending(path: "program").path
        let library = Client.products.path
        let compilation = try Client(
            try #require(Client.find("rustc")),
            [
                "--edition", "2021", "-D", "warnings", "-L", library, "-C", "link-arg=-Wl,-rpath,\(library)",
                "Tests/Clients/rust/footprint.rs", "-o", program,
            ])
        try #require(compilation.status == 0, "\(compilation.errors)")
        let run = try Client(program, ["models/france"])
        #expect(run.output == Self.expected, "\(run.errors)")
    }

    @Test(
        .enabled(
            if: Client.hasC && Client.find("node") != nil
                && FileManager.default.fileExists(atPath: "\(nodeHeaders)/node_api.h"),
            "node or its headers are missing"))
    func node() throws {
        let folder = try Scratch()
        let addon = folder.url.appending(path: "empreinte.node").path
        let library = Client.products.path
        let compilation = try Client(
            try #require(Client.find("gcc")),
            [
                "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-I\(Self.nodeHeaders)",
                "-ISources/CEmpreinte", "Tests/Clients/node/addon.c", "-L\(library)", "-lEmpreinteC",
                "-Wl,-rpath,\(library)", "-o", addon,
            ])
        try #require(compilation.status == 0, "\(compilation.errors)")
        let run = try Client(
            try #require(Client.find("node")), ["Tests/Clients/node/footprint.js", addon, "models/france"])
        #expect(run.output == Self.expected, "\(run.errors)")
    }
}
