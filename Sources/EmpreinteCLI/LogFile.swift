internal import Empreinte

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A file that grows by whole lines: what was written is on the disk before anybody hears of it.
final class LogFile {
    private let path: String
    private let file: Int32

    /// Opens a file, without what a crash left after its last whole line.
    ///
    /// - Parameter wholeCount: how many bytes of it are whole.
    /// - Throws: `file.unwritable`.
    init(_ path: String, wholeCount: Int) throws(CompilationError) {
        self.path = path
        file = unsafe open(path, O_RDWR | O_APPEND | O_CLOEXEC)
        guard file >= 0, ftruncate(file, off_t(wholeCount)) == 0 else { throw Self.unwritable(path) }
        var last = [UInt8(ascii: "\n")]
        if wholeCount > 0 {
            _ = unsafe last.withUnsafeMutableBytes { unsafe pread(file, $0.baseAddress, 1, off_t(wholeCount - 1)) }
        }
        if last[0] != UInt8(ascii: "\n") { try append("\n") }
    }

    deinit { close(file) }

    /// - Throws: `file.unwritable`.
    func append(_ line: String) throws(CompilationError) {
        var rest = Array(line.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe put(file, $0) }
            guard count != -1 || errno != EINTR else { continue }
            guard count > 0 else { throw Self.unwritable(path) }
            rest = rest.dropFirst(count)
        }
        guard fsync(file) == 0 else { throw Self.unwritable(path) }
    }

    private static func unwritable(_ path: String) -> CompilationError {
        CompilationError("file.unwritable", "'\(path)' cannot be written")
    }
}
