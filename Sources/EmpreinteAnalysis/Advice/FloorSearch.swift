internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

/// The search for the set of actions with the lowest result.
///
/// Actions that change no leaf in common, and do not know of one another, are searched apart: their effects add up.
/// Within such a group every compatible set is looked at, while all of them fit in `mostLanes`; in the other groups
/// actions are added and left out one by one as long as that helps.
struct FloorSearch {
    /// How many sets are looked at, at most.
    static let mostLanes = 1 << 16

    private let advisor: Advisor
    private let person: Person
    private let year: Int
    private let actions: [Int]
    /// The groups, by positions among the actions.
    private let groups: [[Int]]
    private let clashes: [Set<Int>]
    private let needs: [Set<Int>]

    /// - Parameter actions: those to choose from, all of which can be taken.
    init(_ advisor: Advisor, _ person: Person, _ year: Int, _ actions: [Int]) {
        self.advisor = advisor
        self.person = person
        self.year = year
        self.actions = actions
        let positions = Dictionary(uniqueKeysWithValues: actions.enumerated().map { ($1, $0) })
        func own(_ others: [Int]) -> Set<Int> { Set(others.compactMap { positions[$0] }) }
        clashes = actions.map { own(advisor.compatibility.clashes[$0]) }
        needs = actions.map { own(advisor.model.actions[$0].requires) }
        var partition = Partition(count: actions.count)
        for (position, action) in actions.enumerated() {
            for other in clashes[position].union(needs[position]) { partition.join(position, other) }
            for other in own(advisor.model.actions[action].supersedes) { partition.join(position, other) }
        }
        for leaf in advisor.actionsByLeaf {
            let touching = leaf.compactMap { positions[$0] }
            for other in touching.dropFirst() { partition.join(touching[0], other) }
        }
        groups = partition.groups
    }

    /// The lowest result found.
    ///
    /// - Parameter start: actions that can be taken together, to better one by one where not every set is looked at.
    func floor(from start: [Int]) throws(CompilationError) -> Floors.Floor {
        var lanes = 1
        var listed: [(group: Int, sets: [[Int]])] = []
        var open: [Int] = []
        // The smallest groups first, so that as many as possible are searched whole.
        for group in groups.indices.sorted(by: { (groups[$0].count, $0) < (groups[$1].count, $1) }) {
            if let sets = compatibleSets(of: groups[group], atMost: Self.mostLanes - lanes) {
                lanes += sets.count
                listed.append((group, sets))
            } else {
                open += groups[group]
            }
        }
        var chosen = try best(of: listed.map(\.sets))
        chosen += try bettered(Set(open), from: start)
        let taken = chosen.sorted().map { actions[$0] }
        let set = ActionSet(fully: taken)
        let value = try advisor.evaluator.values(of: [advisor.total], people: [person], under: [set], in: [year])
        return Floors.Floor(value: value[0, person: 0, set: 0], actions: taken, isExact: open.isEmpty)
    }

    /// The best set of each group, the smaller of two as good.
    private func best(of groups: [[[Int]]]) throws(CompilationError) -> [Int] {
        let sets = groups.flatMap(\.self)
        let values = try self.values(of: sets)
        var first = 0
        return groups.flatMap { group in
            defer { first += group.count }
            let best = group.indices.min {
                (values[first + $0], group[$0].count, $0) < (values[first + $1], group[$1].count, $1)
            }
            return best.map { group[$0] } ?? []
        }
    }

    /// Adds or leaves out one action at a time, with what goes with it, as long as the result falls.
    private func bettered(_ open: Set<Int>, from start: [Int]) throws(CompilationError) -> [Int] {
        guard !open.isEmpty else { return [] }
        var current = Set(actions.indices.filter { start.contains(actions[$0]) }).intersection(open)
        var value = try values(of: [Array(current)])[0]
        while true {
            let sets = open.sorted().map { current.contains($0) ? without($0, current) : with($0, current) }
            let values = try self.values(of: sets.map(Array.init))
            guard let best = values.indices.min(by: { values[$0] < values[$1] }), values[best] < value else {
                return current.sorted()
            }
            (current, value) = (sets[best], values[best])
        }
    }

    /// The set with an action and what it needs, without what does not go with them.
    private func with(_ position: Int, _ set: Set<Int>) -> Set<Int> {
        var added: Set<Int> = [position]
        var waiting = [position]
        while let next = waiting.popLast() {
            for need in needs[next].subtracting(added) {
                added.insert(need)
                waiting.append(need)
            }
        }
        let leaving = added.reduce(into: Set<Int>()) { $0.formUnion(clashes[$1]) }.intersection(set)
        return leaving.sorted().reduce(set) { without($1, $0) }.union(added)
    }

    /// The set without an action and what needs it.
    private func without(_ position: Int, _ set: Set<Int>) -> Set<Int> {
        var rest = set.subtracting([position])
        while let orphan = rest.sorted().first(where: { !needs[$0].isSubset(of: rest) }) { rest.remove(orphan) }
        return rest
    }

    /// Every set of actions of a group that go together, the empty one first; nothing when there are more than a number.
    private func compatibleSets(of group: [Int], atMost most: Int) -> [[Int]]? {
        var sets: [[Int]] = [[]]
        for position in group {
            for index in sets.indices where clashes[position].isDisjoint(with: sets[index]) {
                sets.append(sets[index] + [position])
                // Half of them may still fall for want of what they need.
                if sets.count > 2 * max(most, 0) { return nil }
            }
        }
        sets = sets.filter { set in set.allSatisfy { needs[$0].isSubset(of: set) } }
        return sets.count > most ? nil : sets
    }

    /// The results of sets of positions.
    private func values(of sets: [[Int]]) throws(CompilationError) -> [Double] {
        guard !sets.isEmpty else { return [] }
        let members = sets.map { set in
            set.reduce(into: [Bool](repeating: false, count: actions.count)) { $0[$1] = true }
        }
        return try advisor.evaluator.subsetValues(
            of: advisor.total, person, ActionSet(fully: actions), year, laneCount: sets.count
        ) { members[$0][$1] }
    }
}

extension Advisor {
    /// For each leaf of the indicator, the actions that can change it.
    var actionsByLeaf: [[Int]] {
        let graph = evaluator.acted.graph
        var actionBySlot: [Int: Int] = [:]
        for action in evaluator.offered { actionBySlot[model.actions[action].slots.level] = action }
        return model.formulas.compactMap { leaf in leaf.result(for: indicator).map { [$0.value, leaf.presence] } }.map {
            nodes in
            let reached = graph.reached(from: nodes.compactMap { $0.map { evaluator.acted[$0] } })
            return graph.inputs.compactMap { input in
                reached[input.index] ? graph.slot(of: input).flatMap { actionBySlot[$0] } : nil
            }.sorted()
        }
    }
}
