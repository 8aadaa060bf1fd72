import Foundation
import Testing

/// A program in another language, compiled against the header and the library built beside the tests.
struct Client {
    let status: Int32
    let output: String
    let errors: String

    static let root = SymbolTests.root

    /// The folder of what was built with the tests.
    static let products: URL = {
        let places = [CommandLine.arguments[0]] + Bundle.allBundles.map(\.bundlePath)
        return places.map { URL(filePath: $0).deletingLastPathComponent() }.first {
            FileManager.default.fileExists(atPath: $0.appending(path: "libEmpreinteC.so").path)
        } ?? root.appending(path: ".build/debug")
    }()

    /// A program of the search path.
    static func find(_ name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    static var hasC: Bool { find("gcc") != nil && hasLibrary }
    static var hasCPlusPlus: Bool { find("g++") != nil && hasLibrary }
    static var hasLibrary: Bool {
        FileManager.default.fileExists(atPath: products.appending(path: "libEmpreinteC.so").path)
    }

    /// Runs a program to its end, from the root of the package.
    init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        let folder = try Scratch()
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = Self.root
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let (output, errors) = (folder.url.appending(path: "output"), folder.url.appending(path: "errors"))
        for file in [output, errors] { try Data().write(to: file) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        self.output = try String(contentsOf: output, encoding: .utf8)
        self.errors = try String(contentsOf: errors, encoding: .utf8)
    }

    /// Compiles a program with all warnings as errors.
    /// - Returns: the path of the program.
    static func compile(_ source: String, with compiler: String, _ flags: [String], in folder: Scratch) throws -> String
    {
        let program = folder.url.appending(path: "program").path
        let library = products.path
        let compilation = try Client(
            try #require(find(compiler)),
            flags + [
                "-O1", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-ISources/CEmpreinte",
                source, "-L\(library)", "-lEmpreinteC", "-Wl,-rpath,\(library)", "-o", program,
            ])
        try #require(compilation.status == 0, "\(compilation.errors)")
        return program
    }
}

/// A folder that goes away with the value.
final class Scratch {
    let url = FileManager.default.temporaryDirectory.appending(path: "empreinte-c-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    /// The path of a file in it.
    func path(_ name: String) -> String { url.appending(path: name).path }

    deinit { try? FileManager.default.removeItem(at: url) }
}
