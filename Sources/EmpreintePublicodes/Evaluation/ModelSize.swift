internal import EmpreinteGraph

/// How large a model is, as written and as compiled.
public struct ModelSize: Sendable, Hashable {
    /// How many rules there are.
    public let rules: Int
    /// What is written: values, operations, references.
    public let terms: Int
    /// How many contexts change what rules are worth.
    public let contexts: Int
    /// How many nodes contexts make beside those there are without them.
    public let contextNodes: Int
    /// How many nodes there would be were each context made alone.
    public let nodesUnshared: Int
    /// How many there are as contexts share them.
    public let nodesShared: Int
    /// How many are left once what is equal, constant or unused is gone.
    public let nodes: Int
}

extension PublicodesModel {
    /// How large some rules are, compiled for people who answer all questions or some.
    public func size(of names: [String]) -> ModelSize {
        var given: [RuleID: Given] = [:]
        for question in questions {
            guard let rule = rules.rule(question.name) else { continue }
            given[rule] = .column(Shape.Kind(question.kind), nil, isOptional: true)
        }
        var lowering = Lowering(rules, given: given, today: today)
        let outputs = DeepStack.run { lowering.read(names.map { rules.rule($0) }) }
        let program = Program(lowering, Array(zip(names, outputs)))
        let contexts = lowering.contextRoots.map { lowering.graph.reached(from: $0) }
        var roots = lowering.contextRoots.flatMap { $0 }
        for output in outputs {
            output.payload.visit { roots.append($0) }
            roots += [output.isAbsent, output.isUndefined]
        }
        let live = lowering.graph.reached(from: roots).count { $0 }
        let inContexts = lowering.graph.reached(from: lowering.contextRoots.flatMap { $0 }).count { $0 }
        return ModelSize(
            rules: rules.rules.count, terms: rules.terms.count, contexts: lowering.contextRoots.count,
            contextNodes: lowering.contextNodeCount,
            nodesUnshared: contexts.reduce(live - inContexts) { sum, reached in sum + reached.count { $0 } },
            nodesShared: live, nodes: program.graph.count)
    }
}
