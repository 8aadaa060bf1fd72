internal import EmpreinteText

extension Lowering {
    /// How many nodes contexts may make: 4 times what is written in the model, or what never matters.
    var contextBudget: Int { max(4 * rules.terms.count, 50_000) }

    /// Says that a context is beyond what contexts may make, which would have no end where each holds several others.
    mutating func reportContextBudget(_ overrides: [InContext.Override]) {
        guard let first = overrides.first, let range = rules.references[first.reference].range else { return }
        diagnostics.error(
            "publicodes.context.budget",
            "contexts make more than \(contextBudget) nodes, 4 times what is written in the model", at: range,
            hint: "let fewer contexts hold others, or ask for fewer rules at once")
    }
}
