internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Assembler {
    /// Builds the branches and the totals.
    ///
    /// A branch is the sum of its members in the order written, the total the sum of the top branches, so that leaves,
    /// branches and total agree. Codes: `category.unknown`, `category.twice`, `category.not_leaf`, `category.unplaced`,
    /// `category.cycle`, `category.depth`.
    mutating func buildCategories() {
        let entries = resolution.entries(PackKinds.categories)
        let index = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.id, $0) })
        var parents: [String: Node] = [:]
        for entry in entries {
            var category = Category(
                id: entry.id, label: label(entry["label"], else: entry.id), place: Place(entry.key))
            category.isPublic = entry["acts"] != nil
            category.totals = Array(repeating: nil, count: model.indicators.count)
            for item in entry["contains"]?.items.map({ $0 }) ?? [] {
                if let member = member(item, index, &parents) { category.members.append(member) }
            }
            model.categories.append(category)
        }
        for category in model.categories {
            for case .category(let child) in category.members { model.categories[child].isTop = false }
        }
        reportUnplaced(parents)
        guard !builder.diagnostics.hasErrors else { return }
        sumCategories()
    }

    private mutating func member(
        _ item: Node, _ index: [String: Int], _ parents: inout [String: Node]
    ) -> Category.Member? {
        let id = item.text
        let member: Category.Member
        if let category = index[id] {
            member = .category(category)
        } else if case .formula(let formula)? = model.element(id) {
            guard isLeaf(formula) else {
                builder.diagnostics.error(
                    "category.not_leaf", "'\(id)' is a step of other formulas, not a leaf", at: item.range,
                    hint: "a leaf has gives:")
                return nil
            }
            member = .leaf(formula)
        } else if reportRemoved(id, at: Place(item)) {
            return nil
        } else {
            let leaves = model.formulas.filter(\.isLeaf).map(\.id)
            builder.diagnostics.error(
                "category.unknown", "no formula or category is called '\(id)'", at: item.range,
                hint: Spelling.didYouMean(id, among: leaves + index.keys.sorted()))
            return nil
        }
        if let first = parents.updateValue(item, forKey: id) {
            builder.diagnostics.error(
                "category.twice", "'\(id)' stands in two branches, and would be counted twice", at: item.range,
                related: [(first.range, "also here")])
            return nil
        }
        return member
    }

    /// Whether a formula feeds indicators; asked of the definition, which is read in place.
    private func isLeaf(_ formula: Int) -> Bool { !formulas[formula].gives.isEmpty }

    private mutating func reportUnplaced(_ parents: [String: Node]) {
        for index in formulas.indices where isLeaf(index) {
            let id = model.formulas[index].id
            guard parents[id] == nil else { continue }
            builder.diagnostics.error(
                "category.unplaced", "the leaf '\(id)' stands in no category, and would not be counted",
                at: model.formulas[index].place.range, hint: "add it to contains: of a category")
        }
    }

    /// Sums from the innermost branches outwards; a ring of branches never becomes ready.
    private mutating func sumCategories() {
        var waiting = Array(model.categories.indices)
        var isReady = [Bool](repeating: false, count: model.categories.count)
        var level = 0
        while !waiting.isEmpty {
            level += 1
            guard level <= Self.maximumDepth else { return reportDepth(waiting) }
            let ready = waiting.filter { index in
                model.categories[index].members.allSatisfy { member in
                    if case .category(let child) = member { isReady[child] } else { true }
                }
            }
            guard !ready.isEmpty else { return reportRing(waiting) }
            for index in ready {
                for indicator in model.indicators.indices {
                    let members = model.categories[index].members
                    model.categories[index].totals[indicator] = sum(members.map { value(of: $0, indicator) })
                }
                isReady[index] = true
            }
            waiting.removeAll { isReady[$0] }
        }
        for indicator in model.indicators.indices {
            model.indicators[indicator].total = sum(
                model.categories.filter(\.isTop).map { $0.totals[indicator] })
        }
    }

    /// Branches nested deeper are a mistake, and nobody could read them.
    private static let maximumDepth = 32

    private mutating func reportDepth(_ waiting: [Int]) {
        guard let first = waiting.first else { return }
        builder.diagnostics.error(
            "category.depth", "categories are nested more than \(Self.maximumDepth) deep",
            at: model.categories[first].place.range)
    }

    private func value(of member: Category.Member, _ indicator: Int) -> NodeID? {
        switch member {
        case .leaf(let index): model.formulas[index].value(for: indicator)
        case .category(let index): model.categories[index].totals[indicator]
        }
    }

    private mutating func sum(_ nodes: [NodeID?]) -> NodeID? {
        let covered = nodes.compactMap { $0 }
        guard let first = covered.first else { return nil }
        return covered.dropFirst().reduce(first) { builder.apply(.add, $0, $1) }
    }

    private mutating func reportRing(_ waiting: [Int]) {
        guard let first = waiting.first else { return }
        builder.diagnostics.error(
            "category.cycle",
            "these categories contain one another: \(waiting.map { model.categories[$0].id }.joined(separator: ", "))",
            at: model.categories[first].place.range)
    }
}
