/// The exact choice of files, each whole, that do most together within an envelope.
///
/// Walks the files once, those that do most for their cost first, and keeps the sets that no other beats on both cost
/// and impact and that may still come out best.
struct BestImpact {
    struct Item {
        let position: Int
        let cost: Int
        let impact: Double
    }

    /// A set: the last item taken and the set it was added to.
    private struct Chosen {
        let cost: Int
        let impact: Double
        let item: Int
        let rest: Int
    }

    private let items: [Item]
    private let budget: Int
    /// What the first items cost and do together.
    private var sums: [(cost: Int, impact: Double)] = [(0, 0)]
    private var sets = [Chosen(cost: 0, impact: 0, item: -1, rest: -1)]

    /// The positions chosen: the most impact, then the least cost.
    ///
    /// - Throws: `search` beyond two million sets.
    static func choice(_ items: [Item], within budget: Int) throws(FundingProblem) -> Set<Int> {
        var search = BestImpact(items, budget)
        return try search.choice()
    }

    private init(_ items: [Item], _ budget: Int) {
        self.budget = budget
        self.items = items.filter { $0.impact > 0 && $0.cost > 0 && $0.cost <= budget }.sorted { left, right in
            let (first, second) = (left.impact * Double(right.cost), right.impact * Double(left.cost))
            return first == second ? left.position < right.position : first > second
        }
        for item in self.items {
            guard let last = sums.last else { break }
            let cost = last.cost.addingReportingOverflow(item.cost)
            sums.append((cost.overflow ? .max : cost.partialValue, last.impact + item.impact))
        }
    }

    private mutating func choice() throws(FundingProblem) -> Set<Int> {
        // By rising cost and rising impact.
        var front = [0]
        let floor = greedyImpact * (1 - 1e-12)
        for index in items.indices {
            var added: [Int] = []
            for set in front {
                guard let grown = grown(set, by: index) else { continue }
                added.append(sets.count)
                sets.append(grown)
            }
            guard sets.count <= 2_000_000 else { throw .search(items.count) }
            front = merged(front, added).filter { bound(of: $0, before: index + 1) >= floor }
        }
        var chosen: Set<Int> = []
        var set = front.last ?? 0
        while set > 0 {
            chosen.insert(items[sets[set].item].position)
            set = sets[set].rest
        }
        return chosen
    }

    private func grown(_ set: Int, by index: Int) -> Chosen? {
        let (item, before) = (items[index], sets[set])
        guard before.cost <= budget - item.cost else { return nil }
        return Chosen(cost: before.cost + item.cost, impact: before.impact + item.impact, item: index, rest: set)
    }

    /// The sets of both lists that none of the others beats.
    private func merged(_ old: [Int], _ new: [Int]) -> [Int] {
        var merged: [Int] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            let takesOld = right == new.count || (left < old.count && stands(old[left], before: new[right]))
            let set = takesOld ? old[left] : new[right]
            if takesOld { left += 1 } else { right += 1 }
            if let last = merged.last, sets[last].impact >= sets[set].impact { continue }
            merged.append(set)
        }
        return merged
    }

    private func stands(_ first: Int, before second: Int) -> Bool {
        let (first, second) = (sets[first], sets[second])
        return first.cost < second.cost || (first.cost == second.cost && first.impact >= second.impact)
    }

    /// The most a set may come to with the items left, the last one cut to fit.
    private func bound(of set: Int, before index: Int) -> Double {
        let room = budget - sets[set].cost
        let start = sums[index]
        var (low, high) = (index, items.count)
        while low < high {
            let middle = (low + high + 1) / 2
            if sums[middle].cost - start.cost <= room { low = middle } else { high = middle - 1 }
        }
        var impact = sets[set].impact + sums[low].impact - start.impact
        if low < items.count {
            let rest = Double(room - (sums[low].cost - start.cost))
            impact += items[low].impact * rest / Double(items[low].cost)
        }
        return impact
    }

    /// What taking whatever still fits comes to.
    private var greedyImpact: Double {
        var (room, impact) = (budget, 0.0)
        for item in items where item.cost <= room {
            room -= item.cost
            impact += item.impact
        }
        return impact
    }
}
