internal import EmpreinteEngine
public import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// How the people split who switch options only in part.
public enum Splitting: Sendable {
    /// Every combination, with its weight in each year; drawn above 64 combinations a person.
    case exact(seed: UInt64)
    /// Each person switches or not, for good, as a number of the seed, the person and the action says.
    case drawn(seed: UInt64)

    /// The most combinations of one person that are evaluated.
    public static let mostVariants = 64

    /// Every list of actions that people can take of groups that they take one action of, or none; no list at all where
    /// there would be too many.
    public static func variants(_ groups: [[Int]]) -> [[Int]] {
        var variants: [[Int]] = [[]]
        for group in groups {
            guard variants.count * (group.count + 1) <= mostVariants else { return [] }
            variants = variants.flatMap { variant in group.map { variant + [$0] } + [variant] }
        }
        return variants
    }

    var random: Philox {
        switch self {
        case .exact(let seed), .drawn(let seed): Philox(key: seed)
        }
    }
}

/// Values of people under sets of actions, by year.
public struct ActedValues: Sendable {
    let values: [[Double]]
    let yearCount: Int
    let setCount: Int

    /// The values of an output over the years, for a person under a set.
    func series(_ output: Int, person: Int, set: Int) -> ArraySlice<Double> {
        let start = (person * setCount + set) * yearCount
        return values[output][start..<start + yearCount]
    }

    /// The value of an output for a person under a set, in the first of the years unless said.
    public subscript(output: Int, person person: Int, set set: Int, year year: Int = 0) -> Double {
        values[output][(person * setCount + set) * yearCount + year]
    }
}

extension ActedEvaluator {
    /// Evaluates people under sets of actions in some years.
    ///
    /// - Parameters:
    ///   - nodes: of the model's graph, read as the actions change them.
    ///   - sets: every person under each of these; or the first person under the first and so on where `paired`.
    /// - Throws: why a value is no number.
    public func values(
        of nodes: [NodeID], people: [Person], under sets: [ActionSet], paired: Bool = false, in years: [Int],
        splitting: Splitting = .exact(seed: 1)
    ) throws(CompilationError) -> ActedValues {
        let cast = Cast(people: people, sets: sets)
        let setCount = paired ? 1 : sets.count
        let pairs = people.indices.flatMap { person in
            (paired ? person..<person + 1 : sets.indices).lazy.filter(sets.indices.contains).map {
                Pair(person: person, set: $0)
            }
        }
        let groups = sets.map(splittingGroups)
        var values = nodes.map { _ in [Double]() }
        for index in nodes.indices { values[index].reserveCapacity(pairs.count * years.count) }
        var rows: [Row] = []
        var weights: [[Double]] = []
        func flush() throws(CompilationError) {
            let results = try self.values(of: nodes.map { acted[$0] }, rows, cast)
            for output in nodes.indices {
                var row = 0
                for weights in weights {
                    values[output].append(Self.mean(results[output][row..<row + max(weights.count, 1)], weights))
                    row += max(weights.count, 1)
                }
            }
            try checkFinite(values, nodes, rows, weights, cast)
            rows.removeAll(keepingCapacity: true)
            weights.removeAll(keepingCapacity: true)
        }
        let height = max(Self.mostRows / max(years.count, 1), 1)
        for first in stride(from: 0, to: pairs.count, by: height) {
            let piece = pairs[first..<min(first + height, pairs.count)]
            for (pair, variants) in zip(piece, try self.variants(of: piece, groups, years, cast, splitting)) {
                for (position, year) in years.enumerated() {
                    for variant in variants {
                        rows.append(Row(person: pair.person, set: pair.set, year: year, draw: variant.draw))
                    }
                    weights.append(variants.count == 1 ? [] : variants.map { $0.weights[position] })
                }
                if rows.count >= Self.mostRows { try flush() }
            }
        }
        try flush()
        return ActedValues(values: values, yearCount: years.count, setCount: setCount)
    }

    /// A person under a set.
    private struct Pair {
        let person: Int
        let set: Int
    }

    /// How many rows are evaluated at once.
    private static let mostRows = 1 << 15

    /// The one value, or the mean by weights.
    private static func mean(_ values: ArraySlice<Double>, _ weights: [Double]) -> Double {
        guard !weights.isEmpty, let first = values.first else { return values.first ?? .nan }
        if values.allSatisfy({ $0 == first }) { return first }
        return zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    // MARK: Variants

    private struct Variant {
        var draw: Row.Draw
        /// By year.
        var weights: [Double]
    }

    /// The actions of a set that may split the people: together with others, or by themselves where not everybody
    /// takes them whole.
    func splittingGroups(of set: ActionSet) -> [[Int]] {
        let groups = acted.splits.map { $0.filter { set[$0] != nil } }.filter { !$0.isEmpty }
        return groups.contains { $0.count > 1 || !set.isWhole($0[0], in: model) } ? groups : []
    }

    /// The combinations of options each person under a set can have; their shares are computed for all at once.
    private func variants(
        of pairs: ArraySlice<Pair>, _ groups: [[[Int]]], _ years: [Int], _ cast: Cast, _ splitting: Splitting
    ) throws(CompilationError) -> [[Variant]] {
        let splitting = pairs.contains { !groups[$0.set].isEmpty } ? splitting : nil
        let whole = [Variant(draw: .whole, weights: years.map { _ in 1 })]
        guard let splitting else { return pairs.map { _ in whole } }
        let undecided = pairs.filter { !groups[$0.set].isEmpty }
        let actions = Set(undecided.flatMap { groups[$0.set].joined() }).sorted()
        let positions = Dictionary(uniqueKeysWithValues: actions.enumerated().map { ($1, $0) })
        let shares = try values(
            of: actions.compactMap { acted.shares[$0] },
            undecided.flatMap { pair in years.map { Row(person: pair.person, set: pair.set, year: $0) } }, cast)
        var row = 0
        return pairs.map { pair in
            guard !groups[pair.set].isEmpty else { return whole }
            defer { row += years.count }
            return variants(groups[pair.set], years, splitting) { action in
                positions[action].map { shares[$0][row..<row + years.count] } ?? []
            }
        }
    }

    /// - Parameter shares: of those who take an action of the groups, by year.
    private func variants(
        _ groups: [[Int]], _ years: [Int], _ splitting: Splitting, _ shares: (Int) -> ArraySlice<Double>
    ) -> [Variant] {
        let ones = years.map { _ in 1.0 }
        if groups.joined().allSatisfy({ shares($0).allSatisfy { $0 == 0 || $0 == 1 } }) {
            return [Variant(draw: .whole, weights: ones)]
        }
        let drawn = [Variant(draw: .random(splitting.random), weights: ones)]
        guard case .exact = splitting else { return drawn }
        var variants = [(taken: [Int](), weights: ones)]
        for group in groups {
            let able = group.filter { shares($0).contains { $0 > 0 } }
            guard variants.count * (able.count + 1) <= Splitting.mostVariants else { return drawn }
            var next: [(taken: [Int], weights: [Double])] = []
            for variant in variants {
                var rest = ones
                for action in able {
                    let shares = shares(action)
                    for (year, share) in shares.enumerated() { rest[year] -= share }
                    next.append((variant.taken + [action], zip(variant.weights, shares).map { $0 * $1 }))
                }
                next.append((variant.taken, zip(variant.weights, rest).map { $0 * max($1, 0) }))
            }
            variants = next
        }
        return variants.map { Variant(draw: .variant($0.taken), weights: $0.weights) }
    }

    private func checkFinite(
        _ values: [[Double]], _ nodes: [NodeID], _ rows: [Row], _ weights: [[Double]], _ cast: Cast
    ) throws(CompilationError) {
        for (output, values) in values.enumerated() {
            guard let place = values.suffix(weights.count).enumerated().first(where: { !$0.element.isFinite }) else {
                continue
            }
            let row = weights[..<place.offset].reduce(0) { $0 + max($1.count, 1) }
            try explainFailure(of: nodes[output], rows[row], cast)
        }
    }
}
