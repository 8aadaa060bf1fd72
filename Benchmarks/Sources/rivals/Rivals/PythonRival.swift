internal import EmpreinteGraph
internal import Foundation
internal import Measures

/// A Python script that reads the same columns from a file, and evaluates them each time a line asks it to.
@safe
final class PythonRival: Rival {
    let engine: String
    let threadCount = 1
    let results: Results
    private let folder: URL
    private let process = Process()
    private let (input, output) = (Pipe(), Pipe())
    private var unread = Data()

    /// Starts a script, or throws why it does not start: Python or what the script imports is missing.
    ///
    /// - Parameter python: the interpreter, a path or a name to be found.
    init(_ engine: String, _ script: String, _ people: People, outputCount: Int, python: String) throws {
        self.engine = engine
        results = Results(outputCount: outputCount, count: people.count)
        folder = FileManager.default.temporaryDirectory.appending(path: "rivals-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(script.utf8).write(to: folder.appending(path: "script.py"))
        try Self.write(people, to: folder.appending(path: "people"))
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, "script.py", String(people.count)]
        process.currentDirectoryURL = folder
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        guard readLine() == "ready" else {
            throw Failure("\(engine) is skipped: \(python) cannot import it")
        }
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    func run(times: Int) throws -> Elapsed {
        try input.fileHandleForWriting.write(contentsOf: Data("\(times)\n".utf8))
        let seconds = readLine()?.split(separator: " ").compactMap { Double($0) } ?? []
        guard seconds.count == 2 else { throw Failure("\(engine) stopped") }
        let found = try Data(contentsOf: folder.appending(path: "results"))
        guard unsafe found.copyBytes(to: results.values) == results.values.count * 8 else {
            throw Failure("\(engine) gives \(found.count) bytes")
        }
        return Elapsed(wall: seconds[0], processor: seconds[1])
    }

    /// All numbers, then all codes, column after column.
    private static func write(_ people: People, to file: URL) throws {
        guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
            throw Failure("\(file.path) cannot be written")
        }
        let handle = try FileHandle(forWritingTo: file)
        for column in people.answers {
            let size = column.type == .number ? 8 : 4
            let bytes = unsafe UnsafeRawBufferPointer(start: column.base, count: people.count * size)
            try unsafe handle.write(contentsOf: Data(bytes))
        }
        try handle.close()
    }

    private func readLine() -> String? {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: unread[..<end], as: UTF8.self)
                unread = Data(unread[(end + 1)...])
                return line
            }
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { return nil }
            unread += more
        }
    }
}

// MARK: What every script says

extension PythonRival {
    /// Reads the columns; `n` are the numbers, `c` the codes.
    static func preamble(numberCount: Int, codeCount: Int) -> String {
        """
        import sys, time
        import numpy as np

        count = int(sys.argv[1])
        n = np.fromfile("people", np.float64, \(numberCount) * count).reshape(\(numberCount), count)
        c = np.fromfile("people", np.int32, offset=8 * n.size).reshape(\(codeCount), count)

        def prepare(): pass
        """
    }

    /// Evaluates as often as each line asks, and answers with the seconds it took.
    static let loop = """
        print("ready", flush=True)
        for line in sys.stdin:
            wall = processor = 0.0
            for _ in range(int(line)):
                prepare()
                start = time.perf_counter(), time.process_time()
                results = evaluate()
                wall += time.perf_counter() - start[0]
                processor += time.process_time() - start[1]
            np.stack(results).tofile("results")
            print(wall, processor, flush=True)

        """
}
