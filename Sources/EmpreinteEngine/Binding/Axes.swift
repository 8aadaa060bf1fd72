internal import EmpreinteGraph

/// What a value varies along. A value varies along whatever one of its operands does.
struct Axes: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let year = Axes(rawValue: 1)
    static let lane = Axes(rawValue: 2)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ source: Binding.Source) {
        switch source {
        case .literal, .uniform: self = []
        case .byYear: self = .year
        case .lane: self = .lane
        }
    }

    /// Whether there is one value for all lanes.
    var isUniform: Bool { !contains(.lane) }
}

extension Graph {
    /// The axes of every node.
    func axes(_ binding: Binding) -> [Axes] {
        var axes: [Axes] = []
        axes.reserveCapacity(count)
        for node in nodes {
            let own = slot(of: node).map { Axes(binding[$0]) } ?? []
            axes.append(operands(of: node).reduce(own) { $0.union(axes[$1.index]) })
        }
        return axes
    }
}
