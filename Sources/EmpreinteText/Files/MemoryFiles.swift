/// Files held in memory, for tests and for hosts without a disk. Folders exist by the files below them.
public struct MemoryFiles: FileSource {
    private let files: [String: [UInt8]]

    /// Files by path; of two spellings of one path, any may win.
    public init(_ files: [String: [UInt8]]) {
        self.files = Dictionary(files.map { (Path.normalised($0.key), $0.value) }) { first, _ in first }
    }

    public init(_ texts: [String: String]) {
        self.init(texts.mapValues { Array($0.utf8) })
    }

    public func list(_ path: String) throws(FileError) -> [FileEntry] {
        let folder = Path.normalised(path)
        let prefix = folder == "." ? "" : folder == "/" ? "/" : folder + "/"
        var kinds: [String: FileEntry.Kind] = [:]
        for file in files.keys where file.hasPrefix(prefix) {
            let rest = file.dropFirst(prefix.count)
            let name = rest.prefix { $0 != "/" }
            if !name.isEmpty { kinds[String(name)] = name.endIndex == rest.endIndex ? .file : .folder }
        }
        guard kinds.isEmpty else {
            return kinds.map { FileEntry(name: $0.key, kind: $0.value) }.sorted { $0.name < $1.name }
        }
        throw FileError(path: path, reason: files[folder] == nil ? .notFound : .notAFolder)
    }

    public func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        guard let bytes = files[Path.normalised(path)] else {
            let isFolder = kind(of: path) == .folder
            throw FileError(path: path, reason: isFolder ? .unreadable("it is a folder") : .notFound)
        }
        guard bytes.count <= limit else { throw FileError(path: path, reason: .tooLarge(limit: limit)) }
        return bytes
    }

    public func kind(of path: String) -> FileEntry.Kind? {
        if files[Path.normalised(path)] != nil { return .file }
        return (try? list(path)) == nil ? nil : .folder
    }
}
