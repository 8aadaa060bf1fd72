internal import EmpreinteText

/// The proposals of an assembly with what they are compared by.
public struct ProposalSet: Sendable {
    /// The proposals, in the order of the documents.
    public internal(set) var proposals: [Proposal] = []
    /// What they are judged by.
    public internal(set) var criteria: [DecisionMatrix.Criterion] = []
    /// What groups want the future to be.
    public internal(set) var visions: [Vision] = []
    /// How money is counted over time; nothing where no document says.
    public internal(set) var finance: Finance?
    /// What may be spent at once, in cents.
    public internal(set) var budget: Int?
    /// Whether these are examples nobody made.
    public internal(set) var isIllustrative = false

    init() {}

    /// The proposals that stand: those that did not go into another.
    public var standing: [Proposal] { proposals.filter { $0.mergedInto == nil } }

    /// The standing proposals by whose power they are within; every one is in a part.
    public func standing(_ part: Competence.Part) -> [Proposal] { standing.filter { $0.competence.part == part } }

    /// Gives every proposal the authors and the sources of those it was made of.
    ///
    /// Codes: `proposal.unknown`, `proposal.merged_twice`, `proposal.merge_cycle`.
    mutating func merge(_ merges: [String: [Node]], _ diagnostics: inout Diagnostics) {
        let places = Dictionary(proposals.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var goal: [Int: (whole: Int, key: Node)] = [:]
        for (whole, proposal) in proposals.enumerated() {
            for part in merges[proposal.id] ?? [] {
                guard let place = places[part.text] else {
                    diagnostics.error(
                        "proposal.unknown", "there is no proposal '\(part.text)'", at: part.range,
                        hint: Spelling.didYouMean(part.text, among: places.keys.sorted()))
                    continue
                }
                if let other = goal.updateValue((whole, part), forKey: place) {
                    diagnostics.error(
                        "proposal.merged_twice", "'\(part.text)' went into another proposal already", at: part.range,
                        related: [(other.key.range, "here")])
                }
            }
        }
        for start in proposals.indices {
            var (place, steps) = (start, 0)
            while let next = goal[place], steps <= proposals.count {
                (place, steps) = (next.whole, steps + 1)
                if place == start, let key = goal[start]?.key {
                    diagnostics.error(
                        "proposal.merge_cycle", "'\(proposals[start].id)' is made of itself", at: key.range)
                    break
                }
            }
        }
        guard !diagnostics.hasErrors else { return }
        for place in goal.keys { proposals[place].mergedInto = goal[place].map { proposals[$0.whole].id } }
        let own = proposals.map(\.authors)
        for place in proposals.indices {
            var next = goal[place]?.whole
            while let whole = next {
                proposals[whole].sources.append(proposals[place].id)
                proposals[whole].authors += own[place].filter { !proposals[whole].authors.contains($0) }
                next = goal[whole]?.whole
            }
        }
    }
}
