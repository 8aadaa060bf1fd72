internal import EmpreinteModel
internal import EmpreinteText

/// The search for the cheapest set of actions that reaches a level.
struct CheapestSearch {
    let advisor: Advisor
    let person: Person
    let year: Int
    let target: Double
    /// Those to choose from, beside what the person has taken.
    let actions: [Int]
    /// By action.
    let prices: [Double]

    struct Found {
        var positions: [Int]
        var cost: Double
        var value: Double
        var leastCost: Double?
    }

    /// How many sets are evaluated at once.
    private static let pieceHeight = 4_096

    // MARK: Every set

    /// Looks at every set, the cheapest first; where none reaches the level, gives the one with the lowest result.
    ///
    /// - Precondition: at most 32 actions.
    func exact() throws(CompilationError) -> Found {
        let masks = compatibleMasks.map { (mask: $0, cost: cost(positions(of: $0))) }
            .sorted { ($0.cost, $0.mask) < ($1.cost, $1.mask) }
        var best: Found?
        var lowest: Found?
        for first in stride(from: 0, to: masks.count, by: Self.pieceHeight) {
            if let best, masks[first].cost > best.cost { break }
            let piece = masks[first..<min(first + Self.pieceHeight, masks.count)]
            let sets = piece.map { positions(of: $0.mask) }
            let values = try values(of: sets)
            for (index, (_, cost)) in piece.enumerated() {
                let found = Found(positions: sets[index], cost: cost, value: values[index])
                if found.value <= target, best.map({ (cost, found.value) < ($0.cost, $0.value) }) ?? true {
                    best = found
                }
                if lowest.map({ found.value < $0.value }) ?? true { lowest = found }
            }
        }
        guard var result = best ?? lowest else { return Found(positions: [], cost: 0, value: .nan) }
        result.leastCost = best?.cost
        return result
    }

    private func positions(of mask: UInt32) -> [Int] { actions.indices.filter { mask >> $0 & 1 == 1 } }

    /// The sets of actions that go together and have what they need.
    private var compatibleMasks: [UInt32] {
        let taken = Set(person.taken)
        func mask(_ others: [Int]) -> UInt32 {
            actions.enumerated().reduce(0) { others.contains($1.element) ? $0 | 1 << $1.offset : $0 }
        }
        let clashes = actions.map { mask(advisor.compatibility.clashes[$0]) }
        let needs = actions.map { mask(advisor.compatibility.needs(of: $0, beside: taken)) }
        var masks: [UInt32] = [0]
        for position in actions.indices {
            for other in masks where other & clashes[position] == 0 { masks.append(other | 1 << position) }
        }
        return masks.filter { mask in
            actions.indices.allSatisfy { mask >> $0 & 1 == 0 || needs[$0] & ~mask == 0 }
        }
    }

    // MARK: Step by step

    /// Takes what saves most for its price until the level is reached, then leaves out and swaps what that allows.
    func greedy() throws(CompilationError) -> Found {
        var current = Found(positions: [], cost: 0, value: try values(of: [[]])[0])
        let start = current.value
        // What each brings first, with what it needs: the most it can bring unless another makes it stronger.
        let gains = try values(of: actions.indices.map(closure)).map { start - $0 }
        while current.value > target {
            let sets = actions.indices.filter { !current.positions.contains($0) }
                .map { (current.positions + closure($0)).uniqued }.filter(isAllowed)
            let values = try values(of: sets)
            let steps = zip(sets, values).map { Found(positions: $0, cost: cost($0), value: $1) }
                .filter { $0.value < current.value }
            guard let best = steps.min(by: { worth($0, current) > worth($1, current) }) else { break }
            current = best
        }
        if current.value <= target { current = try swapped(current) }
        current.leastCost = leastCost(gains, need: start - target)
        return current
    }

    /// What a step saves for its price; what costs nothing comes first.
    private func worth(_ step: Found, _ current: Found) -> (Int, Double) {
        let (gain, price) = (current.value - step.value, step.cost - current.cost)
        return price > 0 ? (0, gain / price) : (1, gain)
    }

    /// Leaves one out, or takes one in for one or two, as long as that is cheaper and the level still reached.
    private func swapped(_ found: Found) throws(CompilationError) -> Found {
        var current = found
        while true {
            var sets: [[Int]] = []
            for (index, first) in current.positions.enumerated() {
                let others = current.positions.filter { $0 != first }
                sets.append(others)
                let outside = actions.indices.filter { !current.positions.contains($0) }
                sets += outside.map { others + [$0] }
                for second in current.positions[(index + 1)...] {
                    sets += outside.map { position in others.filter { $0 != second } + [position] }
                }
            }
            let cheaper = sets.filter { cost($0) < current.cost && isAllowed($0) }
            let values = try values(of: cheaper)
            let reaching = cheaper.indices.filter { values[$0] <= target }
            guard
                let best = reaching.min(by: {
                    (cost(cheaper[$0]), values[$0], $0) < (cost(cheaper[$1]), values[$1], $1)
                })
            else { return current }
            current = Found(positions: cheaper[best], cost: cost(cheaper[best]), value: values[best])
        }
    }

    /// The least that covers a need with parts of actions that bring no more than their gains: no set costs less.
    private func leastCost(_ gains: [Double], need: Double) -> Double? {
        var need = need
        var least = 0.0
        let useful = actions.indices.filter { gains[$0] > 0 || prices[$0] < 0 }
        for position in useful where prices[position] <= 0 {
            least += prices[position]
            need -= max(gains[position], 0)
        }
        let paid = useful.filter { prices[$0] > 0 }.sorted { gains[$0] / prices[$0] > gains[$1] / prices[$1] }
        for position in paid where need > 0 {
            least += prices[position] * min(1, need / gains[position])
            need -= gains[position]
        }
        guard need <= 0 else { return nil }
        // Whole prices add up to whole numbers; a hair above one is that one.
        return prices.allSatisfy { $0 == 1 } ? (least - 1e-9).rounded(.up) : least
    }

    // MARK: Sets

    private func cost(_ set: [Int]) -> Double { set.sorted().reduce(0) { $0 + prices[$1] } }

    private func isAllowed(_ set: [Int]) -> Bool {
        advisor.compatibility.allows(person.taken + set.map { actions[$0] })
    }

    /// An action and all that it needs.
    private func closure(_ position: Int) -> [Int] {
        let taken = Set(person.taken)
        var set = [position]
        var next = 0
        while next < set.count {
            for need in advisor.compatibility.needs(of: actions[set[next]], beside: taken) {
                if let place = actions.firstIndex(of: need), !set.contains(place) { set.append(place) }
            }
            next += 1
        }
        return set
    }

    /// The results with sets of positions, beside what is taken.
    private func values(of sets: [[Int]]) throws(CompilationError) -> [Double] {
        let order = person.taken + actions
        let members = sets.map { set in
            set.reduce(into: order.indices.map { $0 < person.taken.count }) { $0[person.taken.count + $1] = true }
        }
        return try advisor.evaluator.subsetValues(
            of: advisor.total, person, ActionSet(fully: order), year, laneCount: sets.count
        ) { members[$0][$1] }
    }
}

extension Array where Element: Hashable {
    /// The elements, each at its first place.
    fileprivate var uniqued: [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}
