internal import Empreinte

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A file being written: it takes its name when it is finished, and is gone if it never is.
///
/// What is no ordinary file, such as a pipe, is written as it comes.
final class OutputFile {
    private let path: String
    /// Where the bytes wait until the file is whole; nothing when they go where they are meant to at once.
    private let draft: String?
    private let file: Int32
    private var hasFailed = false

    static var standardOutput: OutputFile { OutputFile("standard output", file: 1) }
    static var standardError: OutputFile { OutputFile("standard error", file: 2) }

    private init(_ name: String, file: Int32) {
        (path, draft, self.file) = (name, nil, file)
    }

    /// - Throws: `file.unwritable`.
    init(_ path: String) throws(CompilationError) {
        var status = stat()
        let isThere = unsafe stat(path, &status) == 0
        guard !isThere || status.st_mode & S_IFMT == S_IFREG else {
            self.path = path
            draft = nil
            file = unsafe open(path, O_WRONLY | O_CLOEXEC)
            guard file >= 0 else { throw Self.unwritable(path) }
            return
        }
        // A link keeps pointing where it does, and a file keeps its permissions.
        self.path = isThere ? Self.resolved(path) : path
        let draft = "\(self.path).\(getpid()).part"
        self.draft = draft
        file = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isThere ? status.st_mode & 0o777 : 0o666)
        guard file >= 0 else { throw Self.unwritable(path) }
    }

    private static func resolved(_ path: String) -> String {
        guard let real = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }

    deinit {
        guard file > 2 else { return }
        close(file)
        if let draft { unsafe unlink(draft) }
    }

    /// Writes some bytes; a failure is told when the file is finished.
    func append(_ bytes: some Sequence<UInt8>) {
        var rest = Array(bytes)[...]
        while !rest.isEmpty, !hasFailed {
            let count = unsafe rest.withUnsafeBytes { unsafe put(file, $0) }
            guard count != -1 || errno != EINTR else { continue }
            hasFailed = count <= 0
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// Gives the file its name.
    ///
    /// - Throws: `file.unwritable`, and nothing is left behind.
    func finish() throws(CompilationError) {
        if !hasFailed, let draft { hasFailed = unsafe rename(draft, path) != 0 }
        if hasFailed { throw Self.unwritable(path) }
    }

    private static func unwritable(_ path: String) -> CompilationError {
        CompilationError("file.unwritable", "'\(path)' cannot be written")
    }
}

/// The C function, out of the reach of the methods that have its name.
func put(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    unsafe write(file, bytes.baseAddress, bytes.count)
}
