import Foundation

/// Runs the built command line as a user would, from the root of the package.
struct Command {
    let status: Int32
    let output: String
    let errors: String

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The binary built beside the tests.
    static let binary: URL = {
        let places = [CommandLine.arguments[0]] + Bundle.allBundles.map(\.bundlePath)
        let candidates = places.map { URL(filePath: $0).deletingLastPathComponent().appending(path: "empreinte") }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
            ?? root.appending(path: ".build/debug/empreinte")
    }()

    /// - Parameters:
    ///   - arguments: the words after `empreinte`.
    ///   - input: what stands on standard input.
    ///   - environment: all the variables the command sees.
    init(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws {
        try self.init(words: arguments, input: input, environment: environment)
    }

    /// - Parameter program: what is run, where it is not the command line itself.
    init(
        program: URL = binary, words arguments: [String], input: String = "", environment: [String: String] = [:]
    ) throws {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = Self.root
        process.environment = environment
        // Files, not pipes: nothing blocks, whatever is printed.
        process.standardInput = try FileHandle(forReadingFrom: folder.write(input, to: "input"))
        process.standardOutput = try FileHandle(forWritingTo: folder.write("", to: "output"))
        process.standardError = try FileHandle(forWritingTo: folder.write("", to: "errors"))
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = try folder.read("output")
        errors = try folder.read("errors")
    }

    /// The Python named in the environment, else the first on the path; nothing where there is none.
    static let python: URL? = {
        let environment = ProcessInfo.processInfo.environment
        let folders = environment["PATH"]?.split(separator: ":").map(String.init) ?? []
        let named = environment["EMPREINTE_PYTHON"].map { [$0] } ?? []
        return (named + folders.map { "\($0)/python3" }).first { FileManager.default.isExecutableFile(atPath: $0) }
            .map { URL(filePath: $0) }
    }()

    /// The output read as JSON.
    func json<Value>(_ type: Value.Type = [String: Any].self) throws -> Value {
        guard let value = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? Value else {
            throw CocoaError(.propertyListReadCorrupt)
        }
        return value
    }
}

/// A folder that goes away with the value.
final class TemporaryFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "empreinte-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    @discardableResult
    func write(_ text: String, to name: String) throws -> URL {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
    }
}
