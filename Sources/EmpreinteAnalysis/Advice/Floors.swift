internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// How low a person's result can go.
public struct Floors: Sendable {
    /// With the best compatible set of the actions that are the person's own.
    public let personal: Floor
    /// With those of public authorities and organisations too.
    public let all: Floor
    /// The part that only public action changes, as it is now.
    public let common: Double
    /// The same part once the public actions of `all` are whole.
    public let commonAfter: Double

    /// A lowest result and how to get there.
    public struct Floor: Sendable {
        /// How low the result gets.
        public let value: Double
        /// The actions that lead there, by position in `Model.actions`.
        public let actions: [Int]
        /// Whether every set was looked at; otherwise no single action, more or less, does better.
        public let isExact: Bool
    }
}

extension Advisor {
    /// How low a person can go, each action at its full strength.
    ///
    /// - Throws: why a value is no number.
    public func floors(of person: Person, year: Int? = nil) throws(CompilationError) -> Floors {
        let year = self.year(of: person, asked: year)
        let facts = try facts(of: [person], in: [year])[0]
        let able = model.actions.indices.filter { facts.applies[$0] && !model.actions[$0].effects.isEmpty }
        let own = compatibility.takable(able.filter(isOwn))
        let every = compatibility.takable(able)
        let personal = try FloorSearch(self, person, year, own).floor(from: [])
        let all = try FloorSearch(self, person, year, every).floor(from: personal.actions)
        let sets = [ActionSet(), ActionSet(fully: all.actions)]
        let nodes = commonTotals
        let common = try evaluator.values(of: nodes, people: [person], under: sets, in: [year])
        func sum(_ set: Int) -> Double { nodes.indices.reduce(0) { $0 + common[$1, person: 0, set: set] } }
        return Floors(personal: personal, all: all, common: sum(0), commonAfter: sum(1))
    }

    /// The totals of the outermost branches that only public action changes.
    private var commonTotals: [NodeID] {
        func totals(_ category: Int) -> [NodeID] {
            let category = model.categories[category]
            if category.isPublic { return category.totals[indicator].map { [$0] } ?? [] }
            return category.members.flatMap { member -> [NodeID] in
                if case .category(let child) = member { totals(child) } else { [] }
            }
        }
        return model.categories.indices.filter { model.categories[$0].isTop }.flatMap(totals)
    }
}
