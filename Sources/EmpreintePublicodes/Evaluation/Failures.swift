internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

extension Evaluator {
    /// Says of the outputs that could not be computed where that starts, each place once.
    func noteFailures(_ diagnostics: inout Diagnostics) {
        for place in failedOutputs {
            let name = program.outputs[place].name
            var node: NodeID?
            visit(program.outputs[place].value) { if program.graph.type(of: $0) == .number { node = $0 } }
            guard let node else { continue }
            let (reason, origin) = failure(from: node)
            diagnostics.report(
                .warning("publicodes.failed", "'\(name)' cannot be computed: \(reason)", at: origin?.range))
        }
    }

    /// Why a number cannot be computed: the first of those it is made of that is none, and where it is written.
    private func failure(from start: NodeID) -> (reason: String, origin: Place?) {
        var node = start
        var origin = program.origins[program.graph.origin(of: node)]
        while let operand = operandsRead(of: node).first(where: { !isComputed($0) }) {
            node = operand
            origin = program.origins[program.graph.origin(of: node)] ?? origin
        }
        let operands = program.graph.operands(of: node)
        switch program.graph.operation(of: node) {
        case .div where operands.last.map { value(of: $0) == 0 } ?? false: return ("this divides by 0", origin)
        case .log: return ("only numbers above 0 have a logarithm", origin)
        default: return ("this divides by 0, or is too large for a number", origin)
        }
    }

    private func isComputed(_ node: NodeID) -> Bool {
        program.graph.type(of: node) != .number || value(of: node).isFinite
    }
}
