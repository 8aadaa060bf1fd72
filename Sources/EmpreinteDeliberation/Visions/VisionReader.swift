internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// Reads the visions that stand beside proposals.
///
/// Codes: `vision.empty`, `proposal.unknown`, and those of plans.
struct VisionReader {
    private let documents: Documents
    private let plans: PlanNodes
    private let language: String

    init(_ documents: Documents, _ plans: PlanNodes, _ language: String) {
        self.documents = documents
        self.plans = plans
        self.language = language
    }

    func read(_ set: ProposalSet, _ diagnostics: inout Diagnostics) -> [Vision] {
        documents.field("visions", of: DeliberationKinds.proposals)?.entries.compactMap {
            vision($0.key, $0.value, set, &diagnostics)
        } ?? []
    }

    private func vision(
        _ key: Node, _ node: Node, _ set: ProposalSet, _ diagnostics: inout Diagnostics
    ) -> Vision? {
        let own = plans.choices(node["plan"], &diagnostics)
        let known = set.proposals.map(\.id)
        var members: [Proposal] = []
        for item in node["proposals"]?.items.map({ $0 }) ?? [] {
            guard let proposal = set.proposals.first(where: { $0.id == item.text }) else {
                diagnostics.error(
                    "proposal.unknown", "there is no proposal '\(item.text)'", at: item.range,
                    hint: Spelling.didYouMean(item.text, among: known))
                continue
            }
            members.append(proposal)
        }
        guard node["plan"] != nil || node["proposals"] != nil else {
            diagnostics.error(
                "vision.empty", "'\(key.text)' says nothing of what is to be done", at: key.range,
                hint: "give it a plan, or a list of proposals")
            return nil
        }
        let vision = Vision(
            id: key.text, label: Label(node["label"], language: language) ?? Label(key.text, language: language),
            group: node["group"]?.text, plans: [own] + members.map(\.plan), proposals: members.map(\.id),
            withoutPlan: members.filter(\.plan.isEmpty).map(\.id))
        // What one plan gets wrong by itself is told where it stands.
        for problem in ChoiceCheck(plans.model).problems(of: vision.fullSet) where !members.isEmpty {
            diagnostics.error(problem.code, problem.message(in: plans.model), at: key.range)
        }
        return vision
    }
}

extension Vision {
    /// All that is done, at its full strength.
    var fullSet: ActionSet { actions { ActionSet(atFullStrength: $0) } }

    /// All that is done, one plan beside another: an action of several counts once, where it goes furthest.
    ///
    /// - Parameter make: what one plan does.
    func actions(_ make: ([Choice]) -> ActionSet) -> ActionSet {
        var set = ActionSet()
        for plan in plans { set.formUnion(make(plan)) }
        return set
    }
}
