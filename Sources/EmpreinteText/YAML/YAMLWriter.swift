/// Writes a YAML document in block style, key by key.
public struct YAMLWriter: Sendable {
    private var bytes: [UInt8] = []
    private var depth = 0
    /// Whether the next key follows the dash of an item.
    private var isItemStart = false

    public init() {}

    /// What was written.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// A key and its scalar.
    public mutating func write(_ key: String, _ value: String) {
        write(key: key)
        bytes.append(UInt8(ascii: " "))
        scalar(value)
        bytes.append(UInt8(ascii: "\n"))
    }

    /// A key whose map or list follows, until `close`.
    public mutating func open(_ key: String) {
        write(key: key)
        bytes.append(UInt8(ascii: "\n"))
        depth += 1
    }

    /// Ends a mapping or a sequence.
    public mutating func close() { depth -= 1 }

    /// An item that is a map, starting with a key and its scalar, until `closeItem`.
    public mutating func openItem(_ key: String, _ value: String) {
        indent()
        bytes.append(contentsOf: "- ".utf8)
        isItemStart = true
        depth += 1
        write(key, value)
    }

    /// Ends an item.
    public mutating func closeItem() { depth -= 1 }

    /// An item that is a scalar.
    public mutating func writeItem(_ value: String) {
        indent()
        bytes.append(contentsOf: "- ".utf8)
        scalar(value)
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func write(key: String) {
        if !isItemStart { indent() }
        isItemStart = false
        scalar(key)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func indent() {
        for _ in 0..<2 * depth { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func scalar(_ text: String) { YAMLScalar.write(Array(text.utf8)[...], to: &bytes) }
}
