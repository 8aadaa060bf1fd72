internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText
internal import EmpreinteUnits

/// One person's footprint in one year, by indicator, branch and leaf.
public struct Footprint: Sendable {
    /// The person.
    public let person: Person
    /// The year.
    public let year: Int
    /// The results, an indicator after the other.
    public let indicators: [Result]

    /// The result for an indicator, or nothing when no leaf covers it.
    public subscript(indicator: String) -> Result? { indicators.first { $0.id == indicator } }

    /// One indicator's total and what it is made of.
    public struct Result: Sendable {
        /// The id.
        public let id: String
        /// The canonical unit of every value.
        public let unit: String
        /// The sum of the branches.
        public let total: Double
        /// The share of the total, by size, of leaves whose every question read was answered.
        public let coverage: Double
        /// The top branches, in the order they are summed.
        public let categories: [Branch]
        /// The leaves that say nothing of this indicator.
        public let notCovered: [String]
        /// The part that only public action can change.
        public let outOfReach: Double
    }

    /// A branch: the sum of its members.
    public struct Branch: Sendable {
        /// The id.
        public let id: String
        /// The name for people.
        public let label: Label
        /// The sum of the members.
        public let total: Double
        /// Whether only public action changes it.
        public let isPublic: Bool
        /// What it is the sum of, in order.
        public let members: [Member]

        /// All leaves of the branch and its branches, in the order they are summed.
        public var leaves: [Leaf] {
            members.flatMap { member in
                switch member {
                case .leaf(let leaf): [leaf]
                case .branch(let branch): branch.leaves
                }
            }
        }
    }

    /// What a branch contains.
    public enum Member: Sendable {
        case branch(Branch)
        case leaf(Leaf)
    }

    /// A leaf and its value; nothing where it does not apply to the person.
    public struct Leaf: Sendable {
        /// The id.
        public let id: String
        /// The name for people.
        public let label: Label
        /// The value; nothing where it does not apply.
        public let value: Double?
    }

    /// Sets out the values of an evaluation.
    public init(_ evaluation: Evaluation, of model: Model) {
        person = evaluation.person
        year = evaluation.year
        indicators = model.indicators.indices.compactMap { index in
            model.indicators[index].total.map { Self.result(index, total: $0, evaluation, model) }
        }
    }

    private static func result(
        _ index: Int, total: NodeID, _ evaluation: Evaluation, _ model: Model
    ) -> Result {
        let top = model.categories.filter { $0.isTop && $0.totals[index] != nil }
        return Result(
            id: model.indicators[index].id, unit: model.indicators[index].unit.description, total: evaluation[total],
            coverage: coverage(index, evaluation, model),
            categories: top.map { branch($0, index, evaluation, model) },
            notCovered: model.formulas.filter { $0.isLeaf && $0.result(for: index) == nil }.map(\.id),
            outOfReach: top.reduce(0) { $0 + outOfReach($1, index, evaluation, model) })
    }

    /// What only public action changes in a branch: all of a public one, else what its branches hold.
    private static func outOfReach(
        _ category: Category, _ index: Int, _ evaluation: Evaluation, _ model: Model
    ) -> Double {
        if category.isPublic { return category.totals[index].map { evaluation[$0] } ?? 0 }
        return category.members.reduce(0) { sum, member in
            guard case .category(let child) = member else { return sum }
            return sum + outOfReach(model.categories[child], index, evaluation, model)
        }
    }

    private static func branch(
        _ category: Category, _ index: Int, _ evaluation: Evaluation, _ model: Model
    ) -> Branch {
        let members: [Member] = category.members.compactMap { member in
            switch member {
            case .category(let child):
                guard model.categories[child].totals[index] != nil else { return nil }
                return .branch(branch(model.categories[child], index, evaluation, model))
            case .leaf(let leaf):
                let formula = model.formulas[leaf]
                guard let result = formula.result(for: index) else { return nil }
                let value = evaluation.applies(formula.presence) ? evaluation[result.value] : nil
                return .leaf(Leaf(id: formula.id, label: formula.label, value: value))
            }
        }
        return Branch(
            id: category.id, label: category.label, total: category.totals[index].map { evaluation[$0] } ?? 0,
            isPublic: category.isPublic, members: members)
    }

    /// The share of the leaves, by size, for which every question read on the branch taken was answered.
    private static func coverage(_ index: Int, _ evaluation: Evaluation, _ model: Model) -> Double {
        var inputBySlot: [Int: Int] = [:]
        for (position, input) in model.inputs.enumerated() { inputBySlot[input.answeredSlot] = position }
        var covered = 0.0
        var all = 0.0
        for formula in model.formulas {
            guard let result = formula.result(for: index) else { continue }
            let size = evaluation[result.value].magnitude
            all += size
            let isCovered = evaluation.slotsRead(for: result.value).allSatisfy { slot in
                inputBySlot[slot].map { evaluation.person.answers[$0] != nil } ?? true
            }
            if isCovered { covered += size }
        }
        return all == 0 ? 1 : covered / all
    }
}

extension Evaluator {
    /// One person's footprint.
    ///
    /// - Parameter year: the year where the person states none.
    public func footprint(of person: Person, year: Int? = nil) throws(CompilationError) -> Footprint {
        Footprint(try evaluate(person, year: year), of: model)
    }
}
