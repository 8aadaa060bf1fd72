internal import Empreinte

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The terminal: results on standard output, everything else on standard error.
enum Console {
    enum Stream: Int32 {
        case input = 0
        case output = 1
        case error = 2
    }

    /// - Throws: `file.unwritable`.
    static func say(_ text: String) throws(CompilationError) {
        let output = OutputFile.standardOutput
        output.append(text.utf8)
        try output.finish()
    }

    /// Says something beside the results; nobody is left to tell when even that fails.
    static func complain(_ text: String) { OutputFile.standardError.append(text.utf8) }

    /// Whether colour helps: only for a person at a terminal who has not asked for none.
    static func isColoured(_ stream: Stream) -> Bool {
        isTerminal(stream) && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }

    static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

    static func exit(_ outcome: Outcome) -> Never { leave(outcome.rawValue) }

    /// The environment.
    static let environment: [String: String] = {
        var result: [String: String] = [:]
        var next = unsafe environ
        while let entry = unsafe next.pointee {
            let pair = unsafe String(cString: entry).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2 { result[String(pair[0])] = String(pair[1]) }
            unsafe next += 1
        }
        return result
    }()

    /// The folders where packs are looked for by name: those of the environment, then the installation's.
    static var places: [String] {
        let named = (environment["EMPREINTE_MODELS"] ?? "").split(separator: ":").map(String.init)
        return named + [Path.normalised(Path.join(Path.parent(of: executable), "../share/empreinte/models"))]
    }

    private static var executable: String {
        guard let path = unsafe realpath("/proc/self/exe", nil) else { return CommandLine.arguments.first ?? "" }
        defer { unsafe free(path) }
        return unsafe String(cString: path)
    }

    /// Writes a file whole or not at all.
    ///
    /// - Throws: `file.unwritable`.
    static func write(_ text: String, toFile path: String) throws(CompilationError) {
        let file = try OutputFile(path)
        file.append(text.utf8)
        try file.finish()
    }

    /// Writes a file whole or not at all, or says the text where no file is named.
    ///
    /// - Throws: `file.unwritable`.
    static func write(_ text: String, to path: String?) throws(CompilationError) {
        if let path { try write(text, toFile: path) } else { try say(text) }
    }

    /// The bytes of a file.
    ///
    /// - Throws: `file.unreadable`.
    static func bytes(of path: String) throws(CompilationError) -> [UInt8] {
        do throws(FileError) { return try DiskFiles().read(path, limit: Limits().bytes) } catch {
            throw CompilationError("file.unreadable", error.description)
        }
    }

    /// Says what is worth knowing about an input that is accepted.
    static func warn(_ warnings: [Diagnostic], _ sources: SourceMap) {
        guard !warnings.isEmpty else { return }
        complain(DiagnosticText(sources, isColoured: isColoured(.error)).text(of: warnings))
    }
}

/// The C function, out of the reach of the method that has its name.
private func leave(_ code: Int32) -> Never { exit(code) }
