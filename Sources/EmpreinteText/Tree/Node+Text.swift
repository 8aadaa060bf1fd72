extension Node {
    /// The whole value on one line, in flow style.
    public var flowText: String {
        switch kind {
        case .scalar: text
        case .sequence: "[\(items.map(\.flowText).joined(separator: ", "))]"
        case .mapping: "{\(entries.map { "\($0.key.text): \($0.value.flowText)" }.joined(separator: ", "))}"
        }
    }
}
