internal import CEmpreinte

/// A column to describe to somebody else through the Arrow C data interface.
struct ArrowField {
    var name = ""
    var format: String
    var isNullable = false
    var metadata: [(key: String, value: String)] = []
    var children: [ArrowField] = []
    /// The type of the words that integers stand for, at most one.
    var dictionary: [ArrowField] = []

    /// A struct of columns.
    static func table(_ children: [ArrowField]) -> ArrowField { ArrowField(format: "+s", children: children) }

    /// Writes the description, which is its reader's to release.
    func export(to target: UnsafeMutablePointer<ArrowSchema>) {
        let owner = SchemaMemory()
        var schema = unsafe ArrowSchema()
        unsafe schema.format = unsafe owner.text(format)
        unsafe schema.name = unsafe owner.text(name)
        unsafe schema.metadata = unsafe metadata.isEmpty ? nil : owner.bytes(encodedMetadata)
        unsafe schema.flags = isNullable ? Int64(ARROW_FLAG_NULLABLE) : 0
        unsafe schema.n_children = Int64(children.count)
        unsafe schema.children = unsafe owner.schemas(children)
        unsafe schema.dictionary = unsafe owner.schemas(dictionary)?.pointee
        unsafe schema.release = { schema in
            guard let schema = unsafe schema, unsafe schema.pointee.release != nil else { return }
            unsafe schema.pointee.release = nil
            unsafe release(OpaquePointer(schema.pointee.private_data), SchemaMemory.self)
        }
        unsafe schema.private_data = unsafe UnsafeMutableRawPointer(hand(owner))
        unsafe target.initialize(to: schema)
    }

    /// The number of pairs, then each key and value after its length, all 32-bit integers.
    private var encodedMetadata: [UInt8] {
        var bytes: [UInt8] = []
        func append(_ count: Int) {
            unsafe withUnsafeBytes(of: Int32(clamping: count)) { unsafe bytes.append(contentsOf: $0) }
        }
        append(metadata.count)
        for text in metadata.flatMap({ [$0.key, $0.value] }) {
            append(text.utf8.count)
            bytes += text.utf8
        }
        return bytes
    }
}

/// What the description of a column holds; its children go with it unless their reader took them.
@safe
private final class SchemaMemory {
    private var texts: [UnsafeMutablePointer<CChar>] = unsafe []
    private var lists: [(start: UnsafeMutablePointer<UnsafeMutablePointer<ArrowSchema>?>, count: Int)] = unsafe []

    func text(_ text: String) -> UnsafePointer<CChar> {
        let copy = unsafe cString(text)
        unsafe texts.append(copy)
        return unsafe UnsafePointer(copy)
    }

    func bytes(_ bytes: [UInt8]) -> UnsafePointer<CChar> {
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        for (place, byte) in bytes.enumerated() { unsafe copy[place] = CChar(bitPattern: byte) }
        unsafe texts.append(copy)
        return unsafe UnsafePointer(copy)
    }

    /// Describes fields one by one; nothing for none.
    func schemas(_ fields: [ArrowField]) -> UnsafeMutablePointer<UnsafeMutablePointer<ArrowSchema>?>? {
        guard !fields.isEmpty else { return nil }
        let list = UnsafeMutablePointer<UnsafeMutablePointer<ArrowSchema>?>.allocate(capacity: fields.count)
        for (place, field) in fields.enumerated() {
            let schema = UnsafeMutablePointer<ArrowSchema>.allocate(capacity: 1)
            unsafe field.export(to: schema)
            unsafe (list + place).initialize(to: schema)
        }
        unsafe lists.append((list, fields.count))
        return unsafe list
    }

    deinit {
        unsafe texts.forEach { unsafe $0.deallocate() }
        unsafe lists.forEach { list in
            for place in 0..<(unsafe list.count) {
                guard let schema = unsafe list.start[place] else { continue }
                unsafe schema.pointee.release?(schema)
                unsafe schema.deallocate()
            }
            unsafe list.start.deallocate()
        }
    }
}
