#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The values of one file with their places, shared by all the ``Node`` handles on it.
///
/// Nodes are numbered in the order they begin; an alias is the number of the node it stands for, written again.
/// Text written in the file as it reads stays in the file's bytes; only text that was escaped or folded is held apart.
public final class Tree: Sendable {
    /// The file it was read from.
    public let file: FileID
    let bytes: [UInt8]
    let decoded: [UInt8]
    let records: [Record]
    let children: [Int32]

    init(file: FileID, bytes: [UInt8], decoded: [UInt8], records: [Record], children: [Int32]) {
        self.file = file
        self.bytes = bytes
        self.decoded = decoded
        self.records = records
        self.children = children
    }

    /// What a value is and how it was written.
    enum Shape: UInt8, Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded, jsonString
        case blockSequence, flowSequence, blockMapping, flowMapping

        var kind: Node.Kind {
            switch self {
            case .plain, .singleQuoted, .doubleQuoted, .literal, .folded, .jsonString: .scalar
            case .blockSequence, .flowSequence: .sequence
            case .blockMapping, .flowMapping: .mapping
            }
        }
    }

    /// One value: 20 bytes.
    struct Record: Sendable {
        let shape: Shape
        /// Whether the text of a scalar is in `decoded` rather than in `bytes`.
        var isDecoded = false
        let lower: Int32
        var upper: Int32
        /// Where the text of a scalar, or the children of a collection, start.
        var start: Int32
        /// How many bytes of text or how many children; keys and values count apart.
        var count: Int32
    }

    /// The bytes of a scalar's text; none for collections.
    func text(of record: Record) -> ArraySlice<UInt8> {
        guard record.shape.kind == .scalar else { return [] }
        let range = Int(record.start)..<Int(record.start) + Int(record.count)
        return record.isDecoded ? decoded[range] : bytes[range]
    }

    /// Calls back with the bytes of a scalar's text; with none for collections.
    @inline(__always)
    func withText<Result>(of record: Record, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        guard record.shape.kind == .scalar else { return unsafe body(UnsafeBufferPointer(start: nil, count: 0)) }
        let range = Int(record.start)..<Int(record.start) + Int(record.count)
        if record.isDecoded {
            return unsafe decoded.withUnsafeBufferPointer { unsafe body(UnsafeBufferPointer(rebasing: $0[range])) }
        }
        return unsafe bytes.withUnsafeBufferPointer { unsafe body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Whether a value is a scalar with that text, byte for byte.
    func isText(of record: Record, _ text: String) -> Bool {
        guard record.shape.kind == .scalar, Int(record.count) == text.utf8.count else { return false }
        return unsafe withText(of: record) { own in
            guard let start = own.baseAddress else { return true }
            return unsafe text.utf8.withContiguousStorageIfAvailable { other in
                unsafe memcmp(start, other.baseAddress ?? start, own.count) == 0
            } ?? own.elementsEqual(text.utf8)
        }
    }

    /// The number of a collection's child.
    func childIndex(_ place: Int, of record: Record) -> Int { Int(children[Int(record.start) + place]) }

    func child(_ place: Int, of record: Record) -> Node {
        Node(tree: self, index: children[Int(record.start) + place])
    }
}
