internal import Empreinte

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A folder being written: it takes its name when it is finished, and is gone if it never is.
final class OutputFolder {
    private let path: String
    /// Where the files wait until all of them are there, beside the folder.
    let draft: String
    private var names: [String] = []
    private var isFinished = false

    /// - Throws: `folder.not_empty` where something is there already, `file.unwritable`.
    init(_ path: String) throws(CompilationError) {
        self.path = Path.normalised(path)
        draft = "\(self.path).\(getpid()).part"
        let files = DiskFiles()
        if files.kind(of: path) == .file || !((try? files.list(path)) ?? []).isEmpty {
            throw CompilationError(
                "folder.not_empty", "'\(path)' is there already", hint: "name a folder that is new or empty")
        }
        guard unsafe mkdir(draft, 0o777) == 0 else { throw unwritable }
    }

    deinit {
        guard !isFinished else { return }
        for name in names { unsafe unlink(Path.join(draft, name)) }
        unsafe rmdir(draft)
    }

    /// - Throws: `file.unwritable`.
    func write(_ text: String, to name: String) throws(CompilationError) {
        names.append(name)
        try Console.write(text, toFile: Path.join(draft, name))
    }

    /// Gives the folder its name.
    ///
    /// - Throws: `file.unwritable`, and nothing is left behind.
    func finish() throws(CompilationError) {
        guard unsafe rename(draft, path) == 0 else { throw unwritable }
        isFinished = true
    }

    private var unwritable: CompilationError { CompilationError("file.unwritable", "'\(path)' cannot be written") }

    /// The path of something as seen from the folder; nothing for what is not there.
    func relative(to target: String) -> String? {
        guard let start = Self.real(Path.parent(of: path)), let end = Self.real(target) else { return nil }
        var (from, to) = (start.split(separator: "/")[...], end.split(separator: "/")[...])
        while let first = from.first, first == to.first { (from, to) = (from.dropFirst(), to.dropFirst()) }
        return (Array(repeating: "..", count: from.count + 1) + to.map(String.init)).joined(separator: "/")
    }

    private static func real(_ path: String) -> String? {
        guard let real = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }
}
