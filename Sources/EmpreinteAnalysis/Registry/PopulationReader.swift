public import EmpreinteModel
public import EmpreinteText

/// A way to read people from files of a form of their own, told by how the names of files end.
public struct PopulationReader: Sendable {
    /// What it reads, in a word or two.
    public let name: String
    /// How the names of its files end, in small letters and without the dot.
    public let extensions: [String]
    private let open: @Sendable (any ByteSource, Model, PeopleOptions) throws(CompilationError) -> any PeopleStream

    /// - Parameter open: makes people of the bytes of a file.
    public init(
        _ name: String, extensions: [String],
        open: @escaping @Sendable (any ByteSource, Model, PeopleOptions) throws(CompilationError) -> any PeopleStream
    ) {
        self.name = name
        self.extensions = extensions
        self.open = open
    }

    /// A reader that makes JSON lines of what it reads whole: a line a person, with a member a question, `id` and so on.
    ///
    /// - Parameter translate: makes the lines of the bytes of a file.
    public init(
        _ name: String, extensions: [String],
        translating translate: @escaping @Sendable ([UInt8]) throws(CompilationError) -> [UInt8]
    ) {
        self.init(name, extensions: extensions) { (source, model, options) throws(CompilationError) in
            let lines = try translate(try Self.bytes(of: source))
            return PeopleLinesReader(model, ByteStream(MemorySource(lines)), options)
        }
    }

    /// The people of a file, as they are read.
    public func people(
        in source: any ByteSource, for model: Model, _ options: PeopleOptions = .init()
    ) throws(CompilationError) -> any PeopleStream {
        try open(source, model, options)
    }

    /// Everything there is, up to the limit of texts.
    private static func bytes(of source: any ByteSource) throws(CompilationError) -> [UInt8] {
        var source = source
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count: Int
            do throws(FileError) {
                count = try source.read(into: &piece, at: 0, max: piece.count)
            } catch {
                throw CompilationError("file.unreadable", error.description)
            }
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
            guard bytes.count <= Limits().bytes else {
                throw CompilationError(
                    "file.too_large", "a file that is read whole has at most \(Limits().bytes) bytes")
            }
        }
    }
}
