public import EmpreinteText

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The files of the machine.
public struct DiskFiles: FileSource {
    public init() {}

    public func kind(of path: String) -> FileEntry.Kind? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        default: return nil
        }
    }

    public func list(_ path: String) throws(FileError) -> [FileEntry] {
        guard let folder = unsafe opendir(path) else {
            throw FileError(path: path, reason: errno == ENOTDIR ? .notAFolder : Self.reason())
        }
        defer { unsafe closedir(folder) }
        var entries: [FileEntry] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != "..", let kind = kind(of: Path.join(path, name)) else { continue }
            entries.append(FileEntry(name: name, kind: kind))
        }
        return entries.sorted { $0.name < $1.name }
    }

    public func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileError(path: path, reason: Self.reason()) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var status = stat()
        if unsafe fstat(file, &status) == 0 {
            guard status.st_mode & S_IFMT != S_IFDIR else {
                throw FileError(path: path, reason: .unreadable("it is a folder"))
            }
            guard Int(status.st_size) <= limit else { throw FileError(path: path, reason: .tooLarge(limit: limit)) }
            bytes.reserveCapacity(Int(status.st_size))
        }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe readBytes(file, into: $0) }
            guard count >= 0 else { throw FileError(path: path, reason: Self.reason()) }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= limit else { throw FileError(path: path, reason: .tooLarge(limit: limit)) }
        }
    }

    static func reason() -> FileError.Reason {
        let code = errno
        guard code != ENOENT, let message = unsafe strerror(code) else { return .notFound }
        return .unreadable(unsafe String(cString: message))
    }
}

/// The C function, out of the reach of the method that has its name.
func readBytes(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    unsafe read(file, buffer.baseAddress, buffer.count)
}
