public import EmpreinteAnalysis
public import EmpreinteModel
public import EmpreintePacks
public import EmpreinteText

/// Where people come from, by what the file is: a document read whole, or a table streamed.
public enum PeopleInput {
    /// YAML or JSON.
    case document(PeopleFile)
    /// CSV or JSON lines.
    case stream(any PeopleStream)

    /// Opens a file of people; its name says what it is, and for standard input its beginning does.
    ///
    /// - Parameters:
    ///   - path: a file of the machine; `-` is standard input.
    ///   - registry: its readers read the files that are theirs.
    /// - Throws: what is wrong with a document, or with the head of a table.
    public init(
        _ path: String, for model: Model, _ options: PeopleOptions = .init(), with registry: Registry? = nil
    ) throws(CompilationError) {
        if let reader = registry?.reader(of: path) {
            let source = try Self.read { () throws(FileError) in try DiskStream(path) }
            self = .stream(try reader.people(in: source, for: model, options))
            return
        }
        let (form, source) = try Self.open(path)
        switch form {
        case .document:
            let bytes = try Self.read { () throws(FileError) in try source.all(limit: Limits().bytes) }
            self = .document(try PeopleReader(model).people(in: bytes, path: path))
        case .lines:
            self = .stream(PeopleLinesReader(model, ByteStream(source), options))
        case .table:
            do throws(TableError) {
                self = .stream(try PeopleCSVReader(model, ByteStream(source), options))
            } catch {
                throw CompilationError(error, path: path)
            }
        }
    }

    private static func open(_ path: String) throws(CompilationError) -> (Form, StartedSource) {
        try read { () throws(FileError) in
            guard path == "-" else { return (Form(path: path), StartedSource(try DiskStream(path))) }
            let source = try StartedSource(lookingAhead: try DiskStream("/dev/stdin"))
            return (Form(head: source.head), source)
        }
    }

    private static func read<Result>(_ body: () throws(FileError) -> Result) throws(CompilationError) -> Result {
        do throws(FileError) {
            return try body()
        } catch {
            throw CompilationError("file.unreadable", error.description)
        }
    }

    private enum Form {
        case document, table, lines

        init(path: String) {
            switch Path.fileExtension(of: path) {
            case "csv", "tsv", "txt": self = .table
            case "jsonl", "ndjson": self = .lines
            default: self = .document
            }
        }

        /// A document says its kind or is one JSON value, a table starts with a header.
        init(head: ArraySlice<UInt8>) {
            let text = String(decoding: head, as: UTF8.self)
            let line = text.prefix { !$0.isNewline }
            switch text.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) {
            case "[", nil: self = .document
            case "{":
                // A document may stand on one line too, and says what it is.
                let isDocument = line.last != "}" || line.contains("\"people\"") || line.contains("\"kind\"")
                self = isDocument ? .document : .lines
            default: self = line.contains(":") || line.hasPrefix("#") || line.hasPrefix("---") ? .document : .table
            }
        }
    }
}

/// A source of which the beginning was read ahead.
private struct StartedSource: ByteSource {
    private(set) var head: ArraySlice<UInt8> = []
    private var rest: DiskStream

    init(_ source: DiskStream) {
        rest = source
    }

    init(lookingAhead source: DiskStream) throws(FileError) {
        rest = source
        var bytes = [UInt8](repeating: 0, count: 4096)
        var filled = 0
        while filled < bytes.count {
            let count = try rest.read(into: &bytes, at: filled, max: bytes.count - filled)
            guard count > 0 else { break }
            filled += count
        }
        head = bytes[..<filled]
    }

    mutating func read(into buffer: inout [UInt8], at place: Int, max: Int) throws(FileError) -> Int {
        guard !head.isEmpty else { return try rest.read(into: &buffer, at: place, max: max) }
        let count = min(head.count, max)
        buffer.replaceSubrange(place..<place + count, with: head.prefix(count))
        head = head.dropFirst(count)
        return count
    }

    /// Everything there is, up to a limit.
    func all(limit: Int) throws(FileError) -> [UInt8] {
        var source = self
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try source.read(into: &piece, at: 0, max: piece.count)
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
            guard bytes.count <= limit else { throw FileError(path: rest.path, reason: .tooLarge(limit: limit)) }
        }
    }
}
