internal import EmpreinteText

/// Rules that read one another a long way down, or in a ring.
extension Lowering {
    /// How many rules may be lowered inside one another before it is worth looking for long chains.
    private static let longChain = 2_000
    /// How far apart the rules of a long chain are that are lowered first.
    private static let stride = 500

    /// What some rules are worth to someone outside of the model.
    ///
    /// Lowering recurses as rules read one another; of long chains the bottom is lowered first, so that a chain may be
    /// of any length.
    mutating func read(_ wanted: [RuleID?]) -> [Value] {
        let heights = readers.heights(below: wanted.compactMap { $0 })
        if heights.contains(where: { $0.height > Self.longChain }) {
            for (rule, height) in heights where height.isMultiple(of: Self.stride) {
                _ = shapes.of(rule)
                _ = inner(rule)
            }
        }
        return wanted.map { rule in rule.map { read($0, from: nil) } ?? undefined }
    }

    /// Says which rules read one another in a ring, each with the place where it reads the next.
    mutating func report(ring: [RuleID]) {
        guard let first = ring.first else { return }
        let names = (ring.prefix(6) + [first]).map { "'\(rules[$0].name)'" }
        let shown = ring.count > 6 ? names.dropLast() + ["…"] + names.suffix(1) : names[...]
        var related: [Diagnostic.Related] = []
        for (rule, next) in zip(ring, ring.dropFirst() + [first]).prefix(6) {
            let reading = rules[rule].references.first { rules.references[$0].target == next }
            guard let range = reading.flatMap({ rules.references[$0].range }) else { continue }
            related.append(.init(range, "'\(rules[rule].name)' reads '\(rules[next].name)'"))
        }
        diagnostics.report(
            .warning(
                "publicodes.cycle",
                ring.count < 2
                    ? "the rule \(names[0]) reads itself, and is undefined there"
                    : "rules read one another in a ring and are undefined there: " + shown.joined(separator: " → "),
                at: rules[first].key.range, related: related,
                hint: "add 'résoudre la référence circulaire: oui' to a rule if that is meant"))
    }
}
