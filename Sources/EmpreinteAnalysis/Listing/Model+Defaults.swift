internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

extension Model {
    /// The default as written for a constant; nothing for one that is computed.
    func constantDefault(of input: Input) -> String? {
        guard let fallback = graph.operands(of: input.stated).last, let constant = graph.constant(of: fallback)
        else { return nil }
        switch input.kind {
        case .flag: return constant != 0 ? "true" : "false"
        case .option(let codes, _): return codes.name(of: Int32(constant))
        case .number: return JSON.text(of: constant)
        }
    }

    /// The default in words: the constant, or what a computed one reads.
    func defaultDescription(of input: Input) -> String {
        constantDefault(of: input)
            ?? "computed from \(input.uses.map { id(of: $0.element) }.joined(separator: ", "))"
    }
}
