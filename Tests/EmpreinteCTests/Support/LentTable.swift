import CEmpreinte

/// A table as an Arrow producer lends it, which counts how often each part is released.
final class LentTable {
    let array = UnsafeMutablePointer<ArrowArray>.allocate(capacity: 1)
    let schema = UnsafeMutablePointer<ArrowSchema>.allocate(capacity: 1)
    private let releases = UnsafeMutablePointer<Int>.allocate(capacity: 2)
    private var memory: [UnsafeMutableRawPointer] = []

    /// How often the array and the schema were released.
    var releaseCounts: [Int] { [releases[0], releases[1]] }

    struct Column {
        var name: String
        var format: String
        var length: Int
        var offset = 0
        var nullCount = 0
        /// The bits of presence, then the buffers of the type.
        var buffers: [[UInt8]?]
        /// At most one.
        var dictionary: [Column] = []
    }

    init(length: Int, offset: Int = 0, present: [UInt8]? = nil, columns: [Column]) {
        releases.initialize(repeating: 0, count: 2)
        let arrays = UnsafeMutablePointer<UnsafeMutablePointer<ArrowArray>?>.allocate(capacity: columns.count + 1)
        let schemas = UnsafeMutablePointer<UnsafeMutablePointer<ArrowSchema>?>.allocate(capacity: columns.count + 1)
        memory += [UnsafeMutableRawPointer(arrays), UnsafeMutableRawPointer(schemas)]
        for (place, column) in columns.enumerated() {
            (arrays + place).initialize(to: lend(column).array)
            (schemas + place).initialize(to: lend(column).schema)
        }
        array.initialize(to: ArrowArray())
        array.pointee.length = Int64(length)
        array.pointee.offset = Int64(offset)
        array.pointee.null_count = present == nil ? 0 : -1
        array.pointee.n_buffers = 1
        array.pointee.buffers = buffers([present])
        array.pointee.n_children = Int64(columns.count)
        array.pointee.children = arrays
        array.pointee.private_data = UnsafeMutableRawPointer(releases)
        array.pointee.release = { array in
            array?.pointee.private_data.assumingMemoryBound(to: Int.self).pointee += 1
            array?.pointee.release = nil
        }
        schema.initialize(to: ArrowSchema())
        schema.pointee.format = text("+s")
        schema.pointee.n_children = Int64(columns.count)
        schema.pointee.children = schemas
        schema.pointee.private_data = UnsafeMutableRawPointer(releases + 1)
        schema.pointee.release = { schema in
            schema?.pointee.private_data.assumingMemoryBound(to: Int.self).pointee += 1
            schema?.pointee.release = nil
        }
    }

    deinit {
        for piece in memory { piece.deallocate() }
        array.deallocate()
        schema.deallocate()
        releases.deallocate()
    }

    private func lend(
        _ column: Column
    ) -> (array: UnsafeMutablePointer<ArrowArray>, schema: UnsafeMutablePointer<ArrowSchema>) {
        let array = UnsafeMutablePointer<ArrowArray>.allocate(capacity: 1)
        let schema = UnsafeMutablePointer<ArrowSchema>.allocate(capacity: 1)
        memory += [UnsafeMutableRawPointer(array), UnsafeMutableRawPointer(schema)]
        array.initialize(to: ArrowArray())
        array.pointee.length = Int64(column.length)
        array.pointee.offset = Int64(column.offset)
        array.pointee.null_count = Int64(column.nullCount)
        array.pointee.n_buffers = Int64(column.buffers.count)
        array.pointee.buffers = buffers(column.buffers)
        array.pointee.dictionary = column.dictionary.first.map { lend($0).array }
        schema.initialize(to: ArrowSchema())
        schema.pointee.format = text(column.format)
        schema.pointee.name = text(column.name)
        schema.pointee.dictionary = column.dictionary.first.map { lend($0).schema }
        return (array, schema)
    }

    private func buffers(_ buffers: [[UInt8]?]) -> UnsafeMutablePointer<UnsafeRawPointer?> {
        let list = UnsafeMutablePointer<UnsafeRawPointer?>.allocate(capacity: buffers.count + 1)
        memory.append(UnsafeMutableRawPointer(list))
        for (place, bytes) in buffers.enumerated() {
            (list + place).initialize(
                to: bytes.map { bytes in
                    let copy = UnsafeMutableRawPointer.allocate(byteCount: bytes.count + 1, alignment: 64)
                    copy.copyMemory(from: bytes, byteCount: bytes.count)
                    memory.append(copy)
                    return UnsafeRawPointer(copy)
                })
        }
        return list
    }

    private func text(_ text: String) -> UnsafePointer<CChar> {
        let bytes = Array(text.utf8CString)
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        copy.initialize(from: bytes, count: bytes.count)
        memory.append(UnsafeMutableRawPointer(copy))
        return UnsafePointer(copy)
    }
}

/// The bytes of values as they stand in memory.
func bytes<Value: BitwiseCopyable>(_ values: [Value]) -> [UInt8] { values.withUnsafeBytes { Array($0) } }
