public import EmpreinteGraph
public import EmpreinteText
public import EmpreinteUnits

/// Builds the graph from typed quantities: checks units and presence, converts, and compiles absence to flags.
///
/// Every operation reports what is wrong and returns nothing, so a front-end can go on to the next error.
/// Codes: `unit.mismatch`, `unit.overflow`, `type.mismatch`, `presence.unguarded`, `power.exponent`.
public struct ModelBuilder {
    /// The graph so far.
    public internal(set) var graph = Graph()
    /// Where its nodes come from.
    public internal(set) var origins = Origins()
    /// What was found wrong so far.
    public var diagnostics: Diagnostics
    var assumptions = Assumptions()
    /// How many `… else …` surround the expression: inside one, absence and division by zero lead to the fallback.
    public var fallbackDepth = 0
    private var slots = 1

    public init(diagnostics: Diagnostics) {
        self.diagnostics = diagnostics
    }

    /// Makes room for a graph of about that many nodes.
    public mutating func reserveCapacity(_ nodes: Int) {
        graph.reserveCapacity(nodes)
        origins.reserveCapacity(nodes)
    }

    /// The number of graph inputs made.
    public var slotCount: Int { slots }

    /// A new graph input.
    public mutating func input(_ type: ValueType) -> (slot: Int, node: NodeID) {
        slots += 1
        return (slots - 1, graph.input(slot: slots - 1, type: type))
    }

    /// The year evaluated.
    public mutating func year() -> NodeID {
        graph.input(slot: Model.yearSlot, type: .number)
    }

    /// A constant with its unit; a bare zero takes the unit of what it meets.
    public mutating func number(_ value: Double, _ unit: Unit, at place: Place) -> Quantity {
        var quantity = Quantity(graph.number(value), .number(unit), place: place)
        quantity.isWritten = true
        quantity.isBareZero = value == 0 && unit == .one
        return quantity
    }

    /// `true` or `false`.
    public mutating func flag(_ value: Bool, at place: Place) -> Quantity {
        Quantity(graph.flag(value), .flag, place: place)
    }

    /// One of the options, or an error naming the nearest.
    public mutating func option(_ name: String, of codes: Codes, at place: Place) -> Quantity? {
        guard let code = codes.code(of: name) else {
            diagnostics.error(
                "option.unknown", "'\(name)' is not one of the options", at: place.range,
                hint: Spelling.didYouMean(name, among: codes.names)
                    ?? "options: \(codes.names.joined(separator: ", "))")
            return nil
        }
        return Quantity(graph.code(code), .option(codes), place: place)
    }

    /// A figure, or a dated series read at a year.
    public mutating func value(of cell: Factor.Cell, at year: NodeID) -> NodeID {
        let figure =
            cell.curve.map { graph.curve($0, at: year, origin: origins.add(cell.place)) }
            ?? graph.number(cell.points.first?.value ?? .nan)
        guard let slot = cell.multiplierSlot else { return figure }
        return graph.apply(.mul, figure, graph.input(slot: slot, type: .number))
    }

    /// Adds a node for an operation written at a place.
    mutating func apply(_ operation: Operation, _ operands: [NodeID], at place: Place) -> NodeID {
        graph.apply(operation, to: operands, origin: origins.add(place))
    }

    /// Adds a node for an operation on two operands written at a place.
    mutating func apply(_ operation: Operation, _ a: NodeID, _ b: NodeID, at place: Place) -> NodeID {
        graph.apply(operation, a, b, origin: origins.add(place))
    }

    /// Adds a node that no text stands for.
    public mutating func apply(_ operation: Operation, _ operands: NodeID...) -> NodeID {
        graph.apply(operation, to: operands)
    }

    /// Adds a node that a definition as a whole stands for.
    public mutating func apply(_ operation: Operation, at place: Place, _ operands: NodeID...) -> NodeID {
        apply(operation, operands, at: place)
    }

    /// A constant that has no unit of its own.
    public mutating func constant(_ value: Double) -> NodeID {
        graph.number(value)
    }

    // MARK: Presence

    /// Adds a condition to what is known where the next expressions stand; gives a mark to return to.
    @discardableResult
    public mutating func assume(_ condition: NodeID?, _ value: Bool = true) -> Int {
        assumptions.assume(condition, value, in: graph)
    }

    /// Forgets what was assumed since a mark.
    public mutating func forgetAssumptions(to mark: Int = 0) {
        assumptions.forget(to: mark)
    }

    /// Both flags, where absent ones always hold.
    public mutating func both(_ a: NodeID?, _ b: NodeID?) -> NodeID? {
        guard let a else { return b }
        guard let b, a != b else { return a }
        return graph.apply(.and, a, b)
    }

    /// The presence left to carry once what is known has been used; reports an operand that may not apply.
    mutating func presence(of operands: [Quantity]) -> NodeID?? {
        var rest: NodeID?
        for operand in operands {
            guard let presence = operand.presence, assumptions.value(of: presence, in: graph) != true else { continue }
            guard fallbackDepth > 0 else {
                diagnostics.error(
                    "presence.unguarded", "this may not apply to everyone, and then has no value here",
                    at: operand.place.range,
                    hint: "give the formula the same applies_if, put it in an if, or write '… else 0'")
                return nil
            }
            rest = both(rest, presence)
        }
        return .some(rest)
    }

    /// The quantity without a presence that is known to hold where it stands.
    public func settled(_ quantity: Quantity) -> Quantity {
        guard let presence = quantity.presence, assumptions.value(of: presence, in: graph) == true else {
            return quantity
        }
        var result = quantity
        result.presence = nil
        return result
    }

    /// The quantity a whole expression gives, or an error when it may not apply where it stands.
    public mutating func guarded(_ quantity: Quantity) -> Quantity? {
        if quantity.presence == nil { return quantity }
        return presence(of: [quantity]) == nil ? nil : settled(quantity)
    }

    /// The same of two operands, most of which always apply.
    mutating func presence(of a: Quantity, _ b: Quantity) -> NodeID?? {
        a.presence == nil && b.presence == nil ? .some(nil) : presence(of: [a, b])
    }

    /// The value where it applies, 0 elsewhere: what a sum of leaves adds.
    public mutating func valueOrZero(_ quantity: Quantity) -> NodeID {
        masked(quantity, otherwise: graph.number(0))
    }

    /// The value where it applies, `otherwise` elsewhere.
    mutating func masked(_ quantity: Quantity, otherwise: NodeID) -> NodeID {
        guard let presence = quantity.presence, assumptions.value(of: presence, in: graph) != true else {
            return quantity.node
        }
        return graph.apply(.selectNumber, presence, quantity.node, otherwise)
    }
}
