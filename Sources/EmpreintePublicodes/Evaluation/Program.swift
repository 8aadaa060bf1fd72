public import EmpreinteGraph
internal import EmpreinteModel

/// Some rules of a model compiled for one kind of situation: a graph, what its inputs carry, where results are read.
///
/// A program is immutable and may be used from any thread.
public struct Program: Sendable {
    /// What computes everything, once for all outputs.
    public let graph: Graph
    /// The rules asked for, in that order.
    public let outputs: [Output]
    /// What may be given, in the order of the graph's slots.
    public let inputs: [Input]
    /// What is read from the situation, in the order of the graph's slots.
    let slots: [InputSlot]
    let templates: [[TemplatePart]]
    let texts: TextTable
    let units: UnitTable
    /// Where operations are written.
    let origins: Origins
    /// How many nodes there were before what is equal, constant or unused went.
    public let nodeCountBefore: Int
    /// How many times a context changed what some rules are worth.
    public let contextCount: Int

    /// One rule asked for.
    public struct Output: Sendable {
        /// The rule's name.
        public let name: String
        let value: Value

        /// The node of the number, when the rule is one in a single unit.
        public var number: NodeID? {
            if case .number(let node, _) = value.payload { node } else { nil }
        }

        /// The node that says that the rule does not apply; its number is then 0.
        public var isAbsent: NodeID { value.isAbsent }

        /// The node that says that an answer is missing.
        public var isUndefined: NodeID { value.isUndefined }
    }

    init(_ lowering: Lowering, _ outputs: [(String, Value)]) {
        var roots: [NodeID] = []
        for (_, value) in outputs { value.visit { roots.append($0) } }
        for part in lowering.templates.joined() {
            if case .value(let value) = part { value.visit { roots.append($0) } }
        }
        let rewrite = lowering.graph.optimised(roots: roots)
        nodeCountBefore = lowering.graph.count
        contextCount = lowering.scopes.count - 1
        graph = rewrite.graph
        slots = lowering.slots
        inputs = lowering.slots.enumerated().map { Input($1, at: $0, lowering) }
        texts = lowering.texts
        units = lowering.units
        origins = lowering.origins
        self.outputs = outputs.map { Output(name: $0, value: $1.moved(by: rewrite)) }
        templates = lowering.templates.map { parts in
            parts.map { part in
                if case .value(let value) = part { .value(value.moved(by: rewrite)) } else { part }
            }
        }
    }
}

extension Payload {
    /// Calls back with every node.
    func visit(_ body: (NodeID) -> Void) {
        switch self {
        case .none, .template: break
        case .number(let node, _), .flag(let node), .text(let node), .date(let node): body(node)
        case .choice(let flag, let yes, let no):
            body(flag)
            yes.visit(body)
            no.visit(body)
        }
    }

    func moved(by rewrite: Rewrite) -> Payload {
        switch self {
        case .none, .template: self
        case .number(let node, let unit): .number(rewrite[node], unit)
        case .flag(let node): .flag(rewrite[node])
        case .text(let node): .text(rewrite[node])
        case .date(let node): .date(rewrite[node])
        case .choice(let flag, let yes, let no):
            .choice(rewrite[flag], yes.moved(by: rewrite), no.moved(by: rewrite))
        }
    }
}

extension Value {
    func visit(_ body: (NodeID) -> Void) {
        payload.visit(body)
        body(isAbsent)
        body(isUndefined)
    }

    func moved(by rewrite: Rewrite) -> Value {
        Value(
            payload: payload.moved(by: rewrite), isAbsent: rewrite[isAbsent], isUndefined: rewrite[isUndefined])
    }
}
