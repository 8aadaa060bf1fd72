/// Where packs are read from: a disk, a bundle, memory.
public protocol FileSource: Sendable {
    /// What a folder holds, sorted by name.
    func list(_ path: String) throws(FileError) -> [FileEntry]

    /// The bytes of a file, refused when there are more than `limit`.
    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8]

    /// Whether a path is a file or a folder; nothing when it is neither.
    func kind(of path: String) -> FileEntry.Kind?
}

/// One name in a folder.
public struct FileEntry: Hashable, Sendable {
    /// A file, or a folder.
    public enum Kind: Hashable, Sendable {
        case file, folder
    }

    /// The name in its folder.
    public let name: String
    /// A file, or a folder.
    public let kind: Kind

    public init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// Whether it is a folder.
    public var isFolder: Bool { kind == .folder }
}

/// Why a path could not be read.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why a file cannot be read.
    public enum Reason: Hashable, Sendable {
        case notFound
        case tooLarge(limit: Int)
        case notAFolder
        /// The system's own words.
        case unreadable(String)
    }

    /// The file.
    public let path: String
    /// Why it cannot be read.
    public let reason: Reason

    public init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    public var description: String {
        switch reason {
        case .notFound: "\(path): no such file or folder"
        case .tooLarge(let limit): "\(path): the file is larger than \(limit) bytes"
        case .notAFolder: "\(path): not a folder"
        case .unreadable(let words): "\(path): cannot be read: \(words)"
        }
    }
}
