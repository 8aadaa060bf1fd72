internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Reads the proposals of documents.
///
/// Codes: `estimate.order`, `competence.sum`, `key.unknown`, `date.syntax`, `unit.mismatch`, `criterion.weight`,
/// `criterion.no_weight`, `criterion.unknown`, `criterion.finance`, `finance.rate`, `finance.horizon`,
/// `budget.amount`, those of merging, of visions, of choices and of quantities.
struct ProposalReader {
    let documents: Documents
    let amounts: AmountReader
    let plans: PlanNodes
    /// The language of texts that state none.
    let language: String
    private let kind = DeliberationKinds.proposals

    init(_ documents: Documents, _ model: Model) {
        self.documents = documents
        amounts = AmountReader(units: model.units)
        plans = PlanNodes(model)
        language = model.identity.language
    }

    func read(_ diagnostics: inout Diagnostics) -> ProposalSet {
        var set = ProposalSet()
        var merges: [String: [Node]] = [:]
        for entry in documents.entries(kind) {
            set.proposals.append(proposal(entry, &diagnostics))
            merges[entry.id] = entry["merges"]?.items.map { $0 }
        }
        set.merge(merges, &diagnostics)
        set.isIllustrative = documents.all(kind).contains { $0["illustrative"]?.flag == true }
        set.visions = VisionReader(documents, plans, language).read(set, &diagnostics)
        set.finance = documents.field("finance", of: kind).flatMap { finance($0, &diagnostics) }
        set.budget = documents.field("budget", of: kind).flatMap { budget($0, &diagnostics) }
        if let criteria = documents.field("criteria", of: kind) {
            set.criteria = criteria.entries.compactMap { criterion($0, set, &diagnostics) }
            if !criteria.entries.isEmpty, !diagnostics.hasErrors, set.criteria.allSatisfy({ $0.weight == 0 }) {
                diagnostics.error("criterion.no_weight", "no criterion has a weight", at: criteria.firstLine)
            }
        }
        return set
    }

    // MARK: Proposals

    private func proposal(_ entry: Collection.Entry, _ diagnostics: inout Diagnostics) -> Proposal {
        var proposal = Proposal(
            entry.id, Label(entry["label"], language: language) ?? Label(entry.id, language: language))
        proposal.text = Label(entry["text"], language: language)
        for author in entry["authors"]?.items.map(\.text) ?? [] where !proposal.authors.contains(author) {
            proposal.authors.append(author)
        }
        proposal.origin = entry["origin"]?.text
        proposal.theme = entry["theme"]?.text
        proposal.plan = plans.choices(entry["plan"], &diagnostics)
        if let node = entry["competence"] { proposal.competence = competence(node, &diagnostics) }
        proposal.assessments = entry["assessments"]?.items.map { assessment($0, &diagnostics) } ?? []
        for score in entry["scores"]?.entries.map({ $0 }) ?? [] {
            proposal.scores[score.key.text] = amounts.value(score.value, in: "", &diagnostics)
        }
        let states = entry["status"]?.entries.compactMap { step -> (date: Day, state: Proposal.State)? in
            guard let date = amounts.day(step.key, &diagnostics), let state = Proposal.State(rawValue: step.value.text)
            else { return nil }
            return (date, state)
        }
        proposal.states = (states ?? []).enumerated().sorted {
            ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
        }.map(\.element)
        return proposal
    }

    private func competence(_ node: Node, _ diagnostics: inout Diagnostics) -> Competence {
        if node.kind == .scalar { return Competence(Competence.Part(rawValue: node.text) ?? .unknown) }
        var shares: [Competence.Part: Double] = [:]
        for entry in node.entries {
            guard let part = Competence.Part(rawValue: entry.key.text) else {
                let known = Competence.Part.allCases.map(\.rawValue)
                diagnostics.error(
                    "key.unknown", "'\(entry.key.text)' is no part of the powers there are", at: entry.key.range,
                    hint: Spelling.didYouMean(entry.key.text, among: known) ?? known.joined(separator: ", "))
                continue
            }
            shares[part] = amounts.value(entry.value, in: "", &diagnostics)
        }
        guard let competence = Competence(shares) else {
            diagnostics.error(
                "competence.sum", "shares are zero or more, and sum to 100 % at most", at: node.firstLine)
            return Competence(.unknown)
        }
        return competence
    }

    private func assessment(_ node: Node, _ diagnostics: inout Diagnostics) -> Assessment {
        var assessment = Assessment()
        assessment.group = node["by_group"]?.text
        assessment.date = node["date"].flatMap { amounts.day($0, &diagnostics) }
        assessment.note = Label(node["note"], language: language)
        for measure in Assessment.Measure.allCases {
            guard let given = measure.isMoney ? node["money"]?[measure.rawValue] : node[measure.rawValue] else {
                continue
            }
            assessment.estimates[measure] = amounts.estimate(given, in: measure.unit, &diagnostics)
        }
        return assessment
    }

    // MARK: What they are compared by

    private func finance(_ node: Node, _ diagnostics: inout Diagnostics) -> Finance? {
        guard let rateNode = node["rate"], let horizonNode = node["horizon"] else { return nil }
        guard let rate = amounts.rate(rateNode, &diagnostics),
            let years = amounts.value(horizonNode, in: "year", &diagnostics)
        else { return nil }
        guard Finance(rate: rate, years: 1) != nil else {
            diagnostics.error("finance.rate", "a rate is from −50 % to 1 000 %", at: rateNode.range)
            return nil
        }
        guard let whole = Int(exactly: years), let finance = Finance(rate: rate, years: whole) else {
            diagnostics.error(
                "finance.horizon", "a horizon is a whole number of years, from 1 to 200", at: horizonNode.range)
            return nil
        }
        return finance
    }

    private func budget(_ node: Node, _ diagnostics: inout Diagnostics) -> Int? {
        guard let amount = amounts.value(node, in: "EUR", &diagnostics) else { return nil }
        guard let cents = Cents.exactly(amount), cents >= 0 else {
            diagnostics.error(
                "budget.amount", "a budget is zero or more, in whole cents", at: node.range,
                hint: "as in 5 MEUR or 1250.50 EUR")
            return nil
        }
        return cents
    }

    private func criterion(
        _ entry: (key: Node, value: Node), _ set: ProposalSet, _ diagnostics: inout Diagnostics
    ) -> DecisionMatrix.Criterion? {
        let id = entry.key.text
        let own = Set(set.proposals.flatMap { $0.scores.keys })
        guard CriterionValue(rawValue: id) != nil || own.contains(id) else {
            let known = CriterionValue.allCases.map(\.rawValue) + own.sorted()
            diagnostics.error(
                "criterion.unknown", "no proposal has a figure for '\(id)'", at: entry.key.range,
                hint: Spelling.didYouMean(id, among: known) ?? "there are \(known.joined(separator: ", "))")
            return nil
        }
        if CriterionValue(rawValue: id) == .cost, set.finance == nil {
            diagnostics.error(
                "criterion.finance", "costs are compared over years at a rate, and none is stated",
                at: entry.key.range, hint: "add finance: {rate: 3 %, horizon: 20 year}")
            return nil
        }
        guard let weightNode = entry.value["weight"], let weight = amounts.value(weightNode, in: "", &diagnostics)
        else { return nil }
        guard weight >= 0 else {
            diagnostics.error("criterion.weight", "a weight is zero or more", at: weightNode.range)
            return nil
        }
        var criterion = DecisionMatrix.Criterion(
            id, weight: weight, wantsMore: entry.value["better"]?.textEquals("more") ?? true)
        let unit = CriterionValue(rawValue: id)?.unit ?? ""
        for name in ["indifference", "preference"] {
            guard let node = entry.value[name], let value = amounts.value(node, in: unit, &diagnostics) else {
                continue
            }
            if name == "indifference" { criterion.indifference = value } else { criterion.preference = value }
            if value < 0 || name == "preference" && value < criterion.indifference {
                diagnostics.error(
                    "criterion.weight", "a preference is no less than the indifference, and both are zero or more",
                    at: node.range)
            }
        }
        return criterion
    }
}

extension Label {
    /// The text of a key: plain, then in that language, or one a language; nothing where there is none.
    init?(_ node: Node?, language: String) {
        guard let node else { return nil }
        if node.kind == .mapping {
            self.init(node.entries.map { .init(language: $0.key.text, text: $0.value.text) })
        } else {
            self.init(node.text, language: language)
        }
    }
}
