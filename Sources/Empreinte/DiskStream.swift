public import EmpreinteText

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The bytes of a file of the machine, read as they are needed.
public final class DiskStream: ByteSource, @unchecked Sendable {
    private let file: Int32
    let path: String

    /// - Throws: `notFound`, `unreadable`.
    public init(_ path: String) throws(FileError) {
        self.path = path
        file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        if file < 0 { throw FileError(path: path, reason: DiskFiles.reason()) }
    }

    deinit { close(file) }

    public func read(into bytes: inout [UInt8], at place: Int, max: Int) throws(FileError) -> Int {
        let count = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe readBytes(file, into: UnsafeMutableRawBufferPointer(rebasing: buffer[place..<place + max]))
        }
        guard count >= 0 else { throw FileError(path: path, reason: DiskFiles.reason()) }
        return count
    }
}
