public import EmpreinteGraph

/// Something of the model that has an id and a value, by its position in the model's list of that sort.
public enum Element: Sendable, Hashable {
    case input(Int)
    case factor(Int)
    case formula(Int)
    case trend(Int)
}

/// One reading of an element by a formula, a default or a condition.
public struct Use: Sendable, Hashable {
    /// What is read.
    public var element: Element
    /// The value read: for a factor by option or by year, the looked-up one.
    public var node: NodeID
    /// The code that chose the option, for a factor by option.
    public var option: NodeID?

    public init(element: Element, node: NodeID, option: NodeID? = nil) {
        self.element = element
        self.node = node
        self.option = option
    }
}
