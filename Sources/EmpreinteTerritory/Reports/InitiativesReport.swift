internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// Sets out how initiatives seen elsewhere fit a place.
struct InitiativesReport {
    let request: Analysis.Request
    let profile: Profile
    let fits: [Fit]
    let count: Int
    let illustration: Illustration

    private var language: Language { request.language }
    private var numbers: NumberStyle { NumberStyle(language) }
    private func say(_ english: String, _ french: String) -> String { language.say(english, french) }
    private func text(_ label: Label) -> String { label.text(in: language.rawValue) }

    var report: Report {
        Report(
            title: say("Initiatives", "Initiatives") + illustration.mark, about: .init(request),
            sections: illustration.sections
                + [
                    .init(say("Likeness", "Ressemblance"), .table(table)),
                    .init(say("Shortlist", "Présélection"), .notes(shortlist)),
                ] + fits.prefix(count).flatMap(sheet) + [.init(nil, .notes([method]))],
            records: records, data: illustration.data + [.init("initiatives", .array(fits.map(data)))])
    }

    private var method: String {
        say(
            "Likeness is Gower's: numbers by their distance over the range, words alike or not; what one side does not state drops out. A condition that is not met is never made up for by likeness.",
            "Ressemblance de Gower : les nombres selon leur écart rapporté à l’étendue, les mots pareils ou non ; ce qu’un côté ne dit pas est laissé de côté. Une condition non remplie n’est jamais compensée par la ressemblance."
        )
    }

    private func conditions(_ fit: Fit) -> String {
        func list(_ answer: Initiative.Answer) -> String {
            zip(fit.initiative.needs, fit.answers).filter { $0.1 == answer }.map(\.0.text).joined(separator: ", ")
        }
        let met = fit.answers.filter { $0 == .met }.count
        var parts: [String] = []
        if met > 0 { parts.append(say("\(met) met", "\(met) remplies")) }
        if fit.answers.contains(.notMet) { parts.append(say("not met: ", "non remplies : ") + list(.notMet)) }
        if fit.answers.contains(.unknown) { parts.append(say("unknown: ", "inconnues : ") + list(.unknown)) }
        return parts.isEmpty ? say("none", "aucune") : parts.joined(separator: "; ")
    }

    private var table: Report.Table {
        let rows = fits.map { fit -> [Report.Table.Cell] in
            [
                .text(text(fit.initiative.label)),
                fit.similarity.score.map { .figure(Figure($0 * 100, "%")) }
                    ?? .missing(say("nothing in common", "rien de commun")),
                .text("\(fit.similarity.compared)/\(fit.similarity.compared + fit.similarity.missing.count)"),
                .text(conditions(fit)),
            ]
        }
        return Report.Table(
            columns: [
                .init(id: "initiative", title: "initiative"),
                .init(id: "likeness", title: say("likeness", "ressemblance"), unit: "%"),
                .init(id: "compared", title: say("compared", "comparés"), alignment: .trailing),
                .init(id: "conditions", title: "conditions"),
            ], rows: rows)
    }

    private var shortlist: [String] {
        fits.prefix(count).enumerated().map { index, fit in
            let failing =
                fit.failing == 0
                ? "" : say(" (\(fit.failing) condition(s) not met)", " (\(fit.failing) condition(s) non remplie(s))")
            return "\(index + 1). \(text(fit.initiative.label))\(failing)"
        }
    }

    // MARK: Sheets

    private func sheet(_ fit: Fit) -> [Report.Section] {
        guard
            let entry = request.documents.entries(TerritoryKinds.initiatives).first(where: {
                $0.id == fit.initiative.id
            })
        else { return [] }
        let own = request.model.identity.language
        func list(_ name: String, _ title: String) -> String? {
            let items = entry[name]?.items.map { text(Label($0, language: own)) } ?? []
            return items.isEmpty ? nil : title + language.say(": ", " : ") + items.joined(separator: "; ")
        }
        var notes = [
            list("resources", say("Resources", "Moyens")), list("steps", say("Steps", "Étapes")),
            list("results", say("Results", "Résultats")), say("Conditions: ", "Conditions : ") + conditions(fit),
        ].compactMap { $0 }
        notes += effects(fit)
        if let source = entry["source"]?.text {
            let title = request.model.references.first { $0.id == source }.map { text($0.title) } ?? source
            notes.append(say("Source: \(title)", "Source : \(title)"))
        }
        return [.init(text(fit.initiative.label), .notes(notes))]
    }

    private func effects(_ fit: Fit) -> [String] {
        let units = UnitWords(language)
        return fit.initiative.effects.map { effect in
            let there = units.text(Figure(effect.amount, effect.unit))
            guard let scale = fit.scale, let driver = fit.initiative.driver else {
                let driver = fit.initiative.driver ?? say("a driver", "un facteur d’échelle")
                return say(
                    "\(effect.indicator): \(there) there; not computable here without \(driver).",
                    "\(effect.indicator) : \(there) là-bas ; non calculable ici sans \(driver).")
            }
            let here = units.text(Figure(effect.amount * scale, effect.unit))
            let times = numbers.text(scale)
            return say(
                "\(effect.indicator): \(there) there, \(here) here, with \(times) times the \(driver).",
                "\(effect.indicator) : \(there) là-bas, \(here) ici, avec \(times) fois les \(driver).")
        }
    }

    // MARK: Programs

    private var records: Report.Table {
        let columns = ["id", "likeness", "compared", "missing", "met", "not_met", "unknown", "scale"]
        let rows = fits.map { fit -> [Report.Table.Cell] in
            func count(_ answer: Initiative.Answer) -> Report.Table.Cell {
                .figure(Figure(Double(fit.answers.filter { $0 == answer }.count)))
            }
            return [
                .text(fit.initiative.id), fit.similarity.score.map { .figure(Figure($0)) } ?? .empty,
                .figure(Figure(Double(fit.similarity.compared))),
                .text(fit.similarity.missing.joined(separator: " ")), count(.met), count(.notMet), count(.unknown),
                fit.scale.map { .figure(Figure($0)) } ?? .empty,
            ]
        }
        return Report.Table(columns: columns.map { .init(id: $0, title: $0) }, rows: rows)
    }

    private func data(_ fit: Fit) -> JSON {
        let conditions = zip(fit.initiative.needs, fit.answers).map { need, answer in
            JSON.object(of: ["condition": .string(need.text), "answer": .string(answer.rawValue)])
        }
        let effects = fit.initiative.effects.map { effect in
            JSON.object(of: [
                "indicator": .string(effect.indicator), "unit": .string(effect.unit), "there": .number(effect.amount),
                "here": fit.scale.map { .number(effect.amount * $0) } ?? .null,
            ])
        }
        return .object(of: [
            "id": .string(fit.initiative.id), "likeness": fit.similarity.score.map(JSON.number) ?? .null,
            "compared": .integer(fit.similarity.compared),
            "missing": .array(fit.similarity.missing.map(JSON.string)), "conditions": .array(conditions),
            "scale": fit.scale.map(JSON.number) ?? .null, "effects": .array(effects),
        ])
    }
}
