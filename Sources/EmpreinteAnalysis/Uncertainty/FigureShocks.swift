internal import EmpreinteEngine
public import EmpreinteModel

/// The figures of a model that have a published range, each with the shock that makes it wrong.
///
/// A figure has one shock for all years and everybody: it is wrong for all at once. Its draws are those of its id, so
/// that a pack which overrides it keeps them. Each option of a table states its own range, and has its own draws.
public struct FigureShocks: Sendable {
    /// A figure with a range.
    public struct Figure: Sendable {
        /// By position in `Model.factors`.
        public let factor: Int
        /// The factor's id, and the option in brackets where there are options.
        public let name: String
        /// The graph input that multiplies it.
        let slot: Int
        let shock: Shock
        let stream: UInt64
    }

    public let figures: [Figure]
    /// The names of those without a range, which count as exact.
    public let exact: [String]

    /// How many figures the model has.
    public var count: Int { figures.count + exact.count }

    public init(_ model: Model) {
        var figures: [Figure] = []
        var exact: [String] = []
        for (index, factor) in model.factors.enumerated() {
            for cell in factor.cells {
                let name = cell.option.map { "\(factor.id)[\($0)]" } ?? factor.id
                guard let slot = cell.multiplierSlot, let spread = cell.spread, spread > 0 else {
                    exact.append(name)
                    continue
                }
                figures.append(
                    Figure(
                        factor: index, name: name, slot: slot, shock: Shock(factor.family.shock, spread: spread),
                        stream: Philox.stream(name)))
            }
        }
        self.figures = figures
        self.exact = exact
    }
}

extension Factor.Family {
    fileprivate var shock: Shock.Family {
        switch self {
        case .lognormal: .lognormal
        case .normal: .normal
        case .uniform: .uniform
        case .triangular: .triangular
        }
    }
}
