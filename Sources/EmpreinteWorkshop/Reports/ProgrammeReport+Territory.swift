internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension ProgrammeReport {
    // MARK: Weighted to the territory

    var estimates: [Report.Section] {
        guard let weights, let aim = people.aim else { return [] }
        let isShown = isPublishable(weights)
        let rows = zip(aim.moments, weights.estimates).map { year, estimate -> [Report.Table.Cell] in
            [.text(String(year))]
                + (isShown ? [cell(estimate.mean), cell(estimate.standardError)] : [suppressed, suppressed])
        }
        let shares = weights.margins.enumerated().flatMap { margin, each in
            each.categories.indices.map { category -> [Report.Table.Cell] in
                [
                    .text(each.name), .text(each.categories[category]),
                    sampleShare(margin, category).map { .figure(Figure($0 * 100, "%")) } ?? suppressed,
                    .figure(Figure(each.shares[category] * 100, "%")),
                ]
            }
        }
        return [
            .init(
                say("Weighted to the territory", "Redressé sur le territoire"),
                .table(
                    .init(
                        columns: [
                            .init(id: "year", title: say("year", "année")),
                            .init(id: "mean", title: say("mean", "moyenne"), unit: unit),
                            .init(id: "error", title: say("standard error", "erreur type"), unit: unit),
                        ], rows: rows))),
            .init(
                say("The sample beside the territory", "L’échantillon et le territoire"),
                .table(
                    .init(
                        columns: [
                            .init(id: "margin", title: say("margin", "marge")),
                            .init(id: "category", title: say("group", "groupe")),
                            .init(id: "sample", title: say("sample", "échantillon"), unit: "%"),
                            .init(id: "territory", title: say("territory", "territoire"), unit: "%"),
                        ], rows: shares))),
        ]
    }

    /// The share of a group in the sample, unweighted; nothing where its people, or all of them, may not be told.
    private func sampleShare(_ margin: Int, _ category: Int) -> Double? {
        guard let all = tables.figures.weighted, all > 0 else { return nil }
        return tables.figures.margins[margin][category].map { Double($0) / Double(all) }
    }

    /// Whether the people of every group weighted may be told.
    var areGroupsShown: Bool {
        tables.figures.weighted != nil && tables.figures.margins.allSatisfy { $0.allSatisfy { $0 != nil } }
    }

    /// Whether enough people are weighted, and neither one of them nor those who are not can be told from the mean.
    func isPublishable(_ weights: ProgrammeWeights) -> Bool {
        weights.estimates.allSatisfy(\.isPublishable) && programme.disclosure.shows(weights.weighted.count)
            && tables.figures.isWeightingShown && weights.isBalanced
    }

    // MARK: If the territory followed

    var followed: [Report.Section] {
        guard let territory else { return [] }
        return [
            .init(
                say(
                    "If the territory followed, which is no forecast",
                    "Si le territoire suivait, ce qui n’est pas une prévision"),
                .series(
                    .init(
                        unit: unit, years: territory.years,
                        lines: [
                            .init(say("if it followed", "s’il suivait"), .total, territory.followed),
                            .init(say("as it goes", "au fil de l’eau"), .other, territory.background),
                        ])))
        ]
    }

    var notes: Report.Section {
        var lines: [String] = []
        if people.leftOut > 0 {
            lines.append(
                say(
                    "People left out, who left, did not answer or did not agree: \(shown(tables.figures.leftOut)).",
                    "Personnes non comptées, parties, sans réponses ou sans accord : \(shown(tables.figures.leftOut)).")
            )
        }
        let least = programme.disclosure.threshold
        lines.append(
            say(
                "No cell stands for fewer than \(least) people; more are suppressed so that none can be computed from the rest.",
                "Aucune case ne porte sur moins de \(least) personnes ; d’autres sont secrètes pour qu’aucune ne se déduise."
            ))
        if isSelfSelected {
            lines.append(
                say(
                    "People came of their own accord: their mean is not that of the territory, even weighted.",
                    "Les participants sont venus d’eux-mêmes : leur moyenne n’est pas celle du territoire, même redressée."
                ))
        }
        if let weights, areGroupsShown {
            lines.append(
                say(
                    "\(weights.weighted.count) people weighted, worth \(Int(weights.raking.effectiveSize)) of equal weight, in \(weights.raking.passes) passes.",
                    "\(weights.weighted.count) personnes redressées, qui en valent \(Int(weights.raking.effectiveSize)) de poids égal, en \(weights.raking.passes) passes."
                ))
        }
        for (category, factor) in calibration {
            let name = text(model.categories[category].label)
            let number = NumberStyle(language).text(factor)
            lines.append(
                say(
                    "To meet the mean of the territory, \(name) is multiplied by \(number).",
                    "Pour la moyenne du territoire, \(name) est multiplié par \(number)."))
        }
        if let retention = programme.retention {
            lines.append(
                say("Logs are to be deleted by \(retention).", "Les journaux sont à effacer avant \(retention)."))
        }
        return .init(nil, .notes(lines))
    }

    private func shown(_ count: Int?) -> String { count.map(String.init) ?? say("not told", "nombre secret") }

    /// What the means of branches are multiplied by to be those of the territory, where they may be shown.
    var calibration: [(category: Int, factor: Double)] {
        programme.calibration.compactMap { known in
            let id = model.categories[known.category].id
            guard let branch = branches.firstIndex(where: { $0.id == id }),
                let mean = tables.means(.start).branches[branch], mean != 0
            else { return nil }
            return (known.category, known.value / mean)
        }
    }
}
