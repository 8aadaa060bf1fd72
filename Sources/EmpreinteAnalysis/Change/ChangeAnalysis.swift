internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// The change of a person's leaves between two years, two sets of answers, or from no choice to choices, split into what
/// answers, figures and dated series did.
///
/// A leaf that is a product of what answers give and what figures give is split by LMDI (`LMDI.effects`), any other by
/// Shapley over the three groups. The effects of a leaf add up to its change.
public struct ChangeAnalysis: Sendable {
    /// What a change comes from.
    public enum Group: Int, Sendable, CaseIterable {
        /// Answers, their defaults and what actions make of them.
        case answers
        /// Figures, and what public actions make of them.
        case figures
        /// Dated series such as the population, and the year itself.
        case series
    }

    /// How a leaf was split.
    public enum Method: String, Sendable {
        case lmdi, shapley
    }

    /// One leaf's change.
    public struct Line: Sendable {
        /// The position in `Model.formulas`.
        public let formula: Int
        /// The value at the first end.
        public let before: Double
        /// The value at the last end.
        public let after: Double
        /// By group.
        public let effects: [Double]
        /// How the change was split.
        public let method: Method
    }

    /// One end of the change: a year, what is done by then, and what is answered.
    public struct End: Sendable {
        /// The year looked at.
        public var year: Int
        /// The actions done by then.
        public var taken: ActionSet
        /// The person with the answers of that end; the person looked at where nothing is said.
        public var person: Person?

        public init(year: Int, taken: ActionSet = ActionSet(), person: Person? = nil) {
            self.year = year
            self.taken = taken
            self.person = person
        }
    }

    /// The years of the two ends.
    public let first: Int
    /// The year of the last end.
    public let last: Int
    /// The leaves, in the order of the model.
    public let lines: [Line]

    /// The sum of the leaves at the first end.
    public var before: Double { lines.reduce(0) { $0 + $1.before } }
    /// The sum of the leaves at the last end.
    public var after: Double { lines.reduce(0) { $0 + $1.after } }
    /// What each group did to the sum, in the order of the groups.
    public var effects: [Double] {
        Group.allCases.map { group in lines.reduce(0) { $0 + $1.effects[group.rawValue] } }
    }

    /// - Parameter indicator: the position in `Model.indicators` of what is looked at.
    /// - Throws: why a value is no number.
    public init(
        of person: Person, in evaluator: ActedEvaluator, from first: End, to last: End, indicator: Int = 0
    ) throws(CompilationError) {
        let model = evaluator.model
        var ends: [[Scalar]] = []
        for end in [first, last] {
            let total = model.indicators[indicator].total.map { [$0] } ?? []
            let own = end.person ?? person
            _ = try evaluator.values(of: total, people: [own], under: [end.taken], in: [end.year])
            ends.append(try evaluator.evaluation(of: own, end.taken, in: end.year).values)
        }
        (self.first, self.last) = (first.year, last.year)
        let parts = ChangeParts(evaluator)
        // By the set of groups that are as at the last end.
        let mixed = (0..<1 << Group.allCases.count).map { parts.values(mixing: ends, atLast: $0) }
        lines = model.formulas.indices.compactMap { index in
            guard let node = model.formulas[index].value(for: indicator).map({ evaluator.acted[$0] }) else {
                return nil
            }
            return Self.line(index, mixed.map { $0[node.index] }, isProduct: parts.isProduct(node))
        }
    }

    private static func line(_ formula: Int, _ values: [Double], isProduct: Bool) -> Line {
        let all = values.count - 1
        let effects = isProduct ? byLMDI(values) : nil
        return Line(
            formula: formula, before: values[0], after: values[all], effects: effects ?? byShapley(values),
            method: effects == nil ? .shapley : .lmdi)
    }

    /// Nothing where a factor is below zero, or zero at one end: what the others were is then not seen.
    private static func byLMDI(_ values: [Double]) -> [Double]? {
        guard values.allSatisfy({ $0 > 0 }) else { return values.allSatisfy { $0 == 0 } ? [0, 0, 0] : nil }
        let ratios = Group.allCases.map { values[1 << $0.rawValue] / values[0] }
        // The first factor carries the value: only ratios count.
        let before = [values[0]] + ratios.dropFirst().map { _ in 1 }
        let after = [values[0] * ratios[0]] + ratios.dropFirst()
        return try? LMDI.effects([.init(before: before, after: after)])
    }

    private static func byShapley(_ values: [Double]) -> [Double] {
        Group.allCases.map { group in
            values.indices.filter { $0 >> group.rawValue & 1 == 0 }.reduce(0.0) { sum, mask in
                // Of the six orders of three groups, two have it first, one after each other, two last.
                let weight = mask.nonzeroBitCount == 1 ? 1.0 / 6 : 1.0 / 3
                return sum + weight * (values[mask | 1 << group.rawValue] - values[mask])
            }
        }
    }
}

/// The nodes of an acted graph by what changes them.
private struct ChangeParts {
    private let graph: Graph
    /// The group of a node whose value is taken from one of the ends.
    private let owners: [ChangeAnalysis.Group?]
    /// The groups each node depends on, a bit each.
    private let groups: [UInt8]

    init(_ evaluator: ActedEvaluator) {
        let (model, acted) = (evaluator.model, evaluator.acted)
        let graph = acted.graph
        var owners = [ChangeAnalysis.Group?](repeating: nil, count: graph.count)
        func own(_ node: NodeID, _ group: ChangeAnalysis.Group) {
            if graph.constant(of: acted[node]) == nil { owners[acted[node].index] = group }
        }
        let uses =
            model.formulas.flatMap { $0.results.flatMap(\.uses) + $0.conditionUses }
            + model.inputs.flatMap { $0.uses + $0.conditionUses }
        for use in uses {
            switch use.element {
            case .factor: own(use.node, .figures)
            case .trend: own(use.node, .series)
            case .input, .formula: break
            }
        }
        for input in model.inputs {
            own(input.value, .answers)
            if let presence = input.presence { own(presence, .answers) }
        }
        for node in graph.inputs where owners[node.index] == nil && graph.slot(of: node) == Model.yearSlot {
            owners[node.index] = .series
        }
        var groups = [UInt8](repeating: 0, count: graph.count)
        for node in graph.nodes {
            groups[node.index] =
                owners[node.index].map { 1 << UInt8($0.rawValue) }
                ?? graph.operands(of: node).reduce(0) { $0 | groups[$1.index] }
        }
        self.graph = graph
        self.owners = owners
        self.groups = groups
    }

    /// The value of every node where each group is as at one of the ends.
    func values(mixing ends: [[Scalar]], atLast mask: Int) -> [Scalar] {
        var values = ends[0]
        for node in graph.nodes {
            if let owner = owners[node.index] {
                values[node.index] = ends[mask >> owner.rawValue & 1][node.index]
            } else if groups[node.index] != 0 {
                let operands = graph.operands(of: node).map { values[$0.index] }
                if let curve = graph.curve(of: node) {
                    values[node.index] = curve.value(at: operands[0])
                } else if let function = graph.external(of: node) {
                    // A failure was met when the ends were evaluated.
                    values[node.index] = (try? function.value(of: operands)) ?? .nan
                } else if let operation = graph.operation(of: node) {
                    values[node.index] = operation.value(of: operands)
                }
            }
        }
        return values
    }

    /// Whether a value is a product and quotient of parts that each depend on one group, 0 where it does not
    /// apply.
    func isProduct(_ root: NodeID) -> Bool {
        var waiting = [root]
        while let node = waiting.popLast() {
            if groups[node.index].nonzeroBitCount <= 1 { continue }
            switch graph.operation(of: node) {
            case .mul, .div: waiting += graph.operands(of: node)
            case .selectNumber:
                // A leaf is 0 where it does not apply.
                let operands = Array(graph.operands(of: node))
                guard graph.constant(of: operands[2]) == 0 else { return false }
                waiting.append(operands[1])
            default: return false
            }
        }
        return true
    }
}
