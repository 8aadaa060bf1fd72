internal import EmpreinteGraph

extension Graph {
    /// A copy in which some nodes stand for others.
    /// - Parameter replacement: the node of the copy to use instead of a copy of that node, or nothing.
    /// - Returns: the copy, and the node of it that stands for each of the old ones.
    func copied(replacement: (NodeID, inout Graph) -> NodeID?) -> (graph: Graph, map: [NodeID]) {
        var copy = Graph()
        copy.reserveCapacity(count)
        var map: [NodeID] = []
        map.reserveCapacity(count)
        for node in nodes {
            if let other = replacement(node, &copy) {
                map.append(other)
                continue
            }
            let operands = operands(of: node).map { map[$0.index] }
            let origin = origin(of: node)
            switch kind(of: node) {
            case .number(let value): map.append(copy.number(value, origin: origin))
            case .flag(let value): map.append(copy.flag(value, origin: origin))
            case .code(let value): map.append(copy.code(value, origin: origin))
            case .input(let slot): map.append(copy.input(slot: slot, type: type(of: node), origin: origin))
            case .curve(let id): map.append(copy.curve(curves[id.index], at: operands[0], origin: origin))
            case .external(let id): map.append(copy.call(externals[id.index], on: operands, origin: origin))
            case .operation(let operation): map.append(copy.apply(operation, to: operands, origin: origin))
            }
        }
        return (copy, map)
    }

    /// The constant a scalar carries for a type.
    mutating func constant(_ value: Scalar, of type: ValueType) -> NodeID {
        let value = value.carried(as: type)
        switch type {
        case .number: return number(value)
        case .flag: return flag(value != 0)
        case .code: return code(Int32(exactly: value) ?? .min)
        }
    }
}

extension Scalar {
    /// The value as one of that type: anything but 0 is true, and what is no code is the smallest, which picks nothing.
    func carried(as type: ValueType) -> Scalar {
        switch type {
        case .number: self
        case .flag: self != 0 ? 1 : 0
        case .code: Scalar(Int32(exactly: self) ?? .min)
        }
    }
}
