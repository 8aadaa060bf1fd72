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
        var values = nodes.map { _ in [Double]() }
        for index in nodes.indices { values[index].reserveCapacity(people.count * setCount * years.count) }
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
        for person in people.indices {
            for set in paired ? person...person : 0...max(sets.count - 1, 0) where sets.indices.contains(set) {
                let variants = try self.variants(person, set, years, cast, splitting)
                for (position, year) in years.enumerated() {
                    let own = variants.map { $0.weights[position] }
                    for variant in variants {
                        rows.append(Row(person: person, set: set, year: year, draw: variant.draw))
                    }
                    weights.append(own.count == 1 ? [] : own)
                }
                if rows.count >= Self.mostRows { try flush() }
            }
        }
        try flush()
        return ActedValues(values: values, yearCount: years.count, setCount: setCount)
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

    /// Whether a person under a set has one variant in every year.
    func isWhole(person: Int, set: Int, _ years: [Int], _ cast: Cast) throws(CompilationError) -> Bool {
        let variants = try variants(person, set, years, cast, .exact(seed: 0))
        if variants.count == 1, case .whole = variants[0].draw { return true }
        return false
    }

    private struct Variant {
        var draw: Row.Draw
        /// By year.
        var weights: [Double]
    }

    /// The combinations of options a person under a set can have.
    private func variants(
        _ person: Int, _ set: Int, _ years: [Int], _ cast: Cast, _ splitting: Splitting
    ) throws(CompilationError) -> [Variant] {
        let whole = [Variant(draw: .whole, weights: years.map { _ in 1 })]
        let taken = cast.sets[set]
        let groups = acted.splits.map { $0.filter { taken[$0] != nil } }.filter { !$0.isEmpty }
        // One action a group, that everybody takes whole, splits nobody.
        guard groups.contains(where: { $0.count > 1 || !taken.isWhole($0[0], in: model) }) else { return whole }
        let actions = groups.flatMap(\.self)
        let shares = try values(
            of: actions.compactMap { acted.shares[$0] }, years.map { Row(person: person, set: set, year: $0) }, cast)
        let byAction = Dictionary(uniqueKeysWithValues: zip(actions, shares))
        if shares.allSatisfy({ $0.allSatisfy { $0 == 0 || $0 == 1 } }) { return whole }
        let drawn = [Variant(draw: .random(splitting.random), weights: years.map { _ in 1 })]
        guard case .exact = splitting else { return drawn }
        var variants = [(taken: [Int](), weights: years.map { _ in 1.0 })]
        for group in groups {
            let able = group.filter { byAction[$0]?.contains { $0 > 0 } ?? false }
            guard variants.count * (able.count + 1) <= Splitting.mostVariants else { return drawn }
            var next: [(taken: [Int], weights: [Double])] = []
            for variant in variants {
                var rest = years.map { _ in 1.0 }
                for action in able {
                    let shares = byAction[action] ?? []
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
