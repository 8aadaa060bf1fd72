public import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

extension ActedEvaluator {
    /// The means of people by their weights under sets of actions in some years, each person going on with what was taken
    /// already; read as the values of one person.
    ///
    /// - Parameters:
    ///   - nodes: of the model's graph.
    ///   - people: at least one; the actions they have taken are among those offered.
    /// - Throws: why a value is no number.
    public func means(
        of nodes: [NodeID], people: [Person], under sets: [ActionSet], in years: [Int],
        splitting: Splitting = .exact(seed: 1)
    ) throws(CompilationError) -> ActedValues {
        var sums = nodes.map { _ in [Double](repeating: 0, count: sets.count * years.count) }
        let weight = people.reduce(0) { $0 + $1.weight }
        for person in people {
            let taken = ActionSet(fully: person.taken)
            let own = sets.map { set in
                var set = set
                set.formUnion(taken)
                return set
            }
            let values = try values(of: nodes, people: [person], under: own, in: years, splitting: splitting)
            // The mean of one is its value, bit for bit.
            let part = people.count == 1 ? 1 : person.weight / weight
            for output in nodes.indices {
                for row in sums[output].indices { sums[output][row] += part * values.values[output][row] }
            }
        }
        return ActedValues(values: sums, yearCount: years.count, setCount: sets.count)
    }
}
