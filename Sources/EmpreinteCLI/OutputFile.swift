internal import Empreinte

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A file being written: it takes its name when it is finished, and is gone if it never is.
final class OutputFile {
    private let path: String?
    private let draft: String
    private let file: Int32
    private var hasFailed = false

    /// Standard output, where bytes go as they come.
    static var standardOutput: OutputFile { OutputFile() }

    private init() {
        (path, draft, file) = (nil, "", 1)
    }

    /// - Throws: `file.unwritable`.
    init(_ path: String) throws(CompilationError) {
        self.path = path
        draft = "\(path).\(getpid()).part"
        file = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw Self.unwritable(path) }
    }

    deinit {
        guard path != nil, file >= 0 else { return }
        close(file)
        unsafe unlink(draft)
    }

    /// Writes some bytes; a failure is told when the file is finished.
    func append(_ bytes: some Sequence<UInt8>) {
        var rest = Array(bytes)[...]
        while !rest.isEmpty, !hasFailed {
            let count = unsafe rest.withUnsafeBytes { unsafe put(file, $0) }
            hasFailed = count <= 0
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// Gives the file its name.
    ///
    /// - Throws: `file.unwritable`, and nothing is left behind.
    func finish() throws(CompilationError) {
        guard let path else {
            if hasFailed { throw Self.unwritable("standard output") }
            return
        }
        guard !hasFailed, unsafe rename(draft, path) == 0 else { throw Self.unwritable(path) }
    }

    private static func unwritable(_ path: String) -> CompilationError {
        CompilationError("file.unwritable", "'\(path)' cannot be written")
    }
}

/// The C function, out of the reach of the methods that have its name.
func put(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    unsafe write(file, bytes.baseAddress, bytes.count)
}
