internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

extension CoalitionsReport {
    // MARK: Coverage

    /// Whether each issue, by row, is one of each coalition's, by column.
    var coverage: [[Bool]] {
        issues.map { issue in book.coalitions.map { $0.issues.contains(issue) } }
    }

    var coverageSections: [Report.Section] {
        let issues = issues
        guard !issues.isEmpty else { return [] }
        let matrix = coverage
        // As columns while they fit on a page, as names beyond.
        let isMatrix = book.coalitions.count <= 5
        let rows = zip(issues, matrix).map { issue, row -> [Report.Table.Cell] in
            let names = zip(book.coalitions, row).filter(\.1).map { text($0.0.label) }
            let none = Report.Table.Cell.missing(say("no coalition", "aucune coalition"))
            if isMatrix {
                return [.text(label(ofIssue: issue))] + row.map { .text($0 ? "●" : "·") }
                    + [names.isEmpty ? none : .empty]
            }
            return [.text(label(ofIssue: issue)), names.isEmpty ? none : .text(names.joined(separator: ", "))]
        }
        var columns: [Report.Table.Column] = [.init(id: "issue", title: say("issue", "enjeu"))]
        if isMatrix {
            columns += book.coalitions.map { .init(id: $0.id, title: text($0.label)) }
            columns.append(.init(id: "gap", title: ""))
        } else {
            columns.append(.init(id: "coalitions", title: "coalitions"))
        }
        return [.init(say("Coverage", "Couverture"), .table(.init(columns: columns, rows: rows)))]
    }

    // MARK: Forum

    func word(_ status: Claim.Status?) -> String {
        switch status {
        case .planned: say("planned", "prévu")
        case .started: say("started", "commencé")
        case .done: say("done", "fait")
        case .dropped: say("dropped", "abandonné")
        case nil: say("not stated", "non dit")
        }
    }

    /// The status of each claim at the report before and at this one.
    var changes: [(claim: Claim, before: Claim.Status?, now: Claim.Status?)] {
        book.claims.map { claim in
            (claim, dates.since.flatMap { claim.status(at: $0) }, claim.status(at: dates.at))
        }
    }

    var forumSections: [Report.Section] {
        guard !book.claims.isEmpty else { return [] }
        let changes = changes
        let states: [Claim.Status?] = Claim.Status.allCases + [nil]
        let counts = states.compactMap { state -> [Report.Table.Cell]? in
            let now = changes.filter { $0.now == state }.count
            let before = changes.filter { $0.before == state }.count
            guard now > 0 || (before > 0 && dates.since != nil) else { return nil }
            return [.text(word(state)), .figure(Figure(Double(now)))]
                + (dates.since == nil ? [] : [.figure(Figure(Double(before)))])
        }
        let title = dates.at.map { say("Forum of \($0)", "Forum de \($0)") } ?? say("Forum", "Forum")
        var columns: [Report.Table.Column] = [
            .init(id: "status", title: say("status", "état")),
            .init(id: "now", title: say("claims", "engagements"), alignment: .trailing),
        ]
        if let since = dates.since { columns.append(.init(id: "before", title: "\(since)", alignment: .trailing)) }
        var sections: [Report.Section] = [.init(title, .table(.init(columns: columns, rows: counts)))]
        if let since = dates.since {
            let moved = changes.filter { $0.before != $0.now }.map { change in
                "\(text(book.coalitions[change.claim.coalition].label)), \(change.claim.account): "
                    + "\(word(change.before)) → \(word(change.now))"
            }
            sections.append(
                .init(
                    say("Changes since \(since)", "Changements depuis \(since)"),
                    .notes(moved.isEmpty ? [say("None.", "Aucun.")] : moved)))
        }
        return sections
    }

    // MARK: Members and sheets

    /// Members of more than one coalition.
    var several: [(member: String, coalitions: [Int])] {
        book.members.compactMap { member in
            let positions = book.coalitions.indices.filter { index in
                book.coalitions[index].members.contains { $0.id == member.id }
            }
            return positions.count > 1 ? (member.id, positions) : nil
        }
    }

    var severalSections: [Report.Section] {
        guard !several.isEmpty else { return [] }
        return [
            .init(
                say("In several coalitions", "Dans plusieurs coalitions"),
                .notes(
                    several.map { each in
                        label(ofMember: each.member) + say(": ", " : ")
                            + each.coalitions.map { text(book.coalitions[$0].label) }.joined(separator: ", ")
                    }))
        ]
    }

    private func label(ofMember id: String) -> String {
        book.members.first { $0.id == id }.map { text($0.label) } ?? id
    }

    private func words(_ missing: [Coalition.Requirement]) -> String {
        missing.map { requirement in
            switch requirement {
            case .members: say("two members", "deux membres")
            case .objective: say("an objective", "un objectif")
            case .issues: say("an issue of the plan", "un enjeu du plan")
            }
        }.joined(separator: ", ")
    }

    var incompleteSections: [Report.Section] {
        let incomplete = book.coalitions.filter { !$0.missing.isEmpty }
        guard !incomplete.isEmpty else { return [] }
        return [
            .init(
                say("Incomplete sheets", "Fiches incomplètes"),
                .notes(incomplete.map { text($0.label) + say(": lacks ", " : manque ") + words($0.missing) }))
        ]
    }

    private func word(_ stage: Coalition.Stage) -> String {
        switch stage {
        case .explore: say("exploring", "explore")
        case .inspire: say("seeking inspiration", "s’inspire")
        case .planned: say("planned", "planifiée")
        case .validated: say("validated", "validée")
        }
    }

    private func word(_ perimeter: String) -> String {
        switch perimeter {
        case "theme": say("theme", "thème")
        case "area": say("area", "secteur")
        default: say("trade", "filière")
        }
    }

    /// One coalition on one page.
    func sheet(_ position: Int, _ all: RollUp, _ illustration: Illustration) -> [Report.Section] {
        let coalition = book.coalitions[position]
        func line(_ title: String, _ value: String?) -> String? {
            value.flatMap { $0.isEmpty ? nil : title + language.say(": ", " : ") + $0 }
        }
        let members = coalition.members.map { member in
            label(ofMember: member.id) + (member.role.map { " (\($0))" } ?? "")
        }
        let notes = [
            line(say("Stage", "Étape"), coalition.stage.map(word)),
            line(say("Objective", "Objectif"), coalition.objective.map(text)),
            line(
                say("Perimeter", "Périmètre"),
                coalition.perimeter.map { "\(word($0.sort)) \($0.name)" }.joined(separator: ", ")),
            line(say("Members", "Membres"), members.joined(separator: ", ")),
            line(say("Facilitator", "Animation"), coalition.facilitator.map(label(ofMember:))),
            line(say("Way of working", "Fonctionnement"), coalition.workingMode.map(text)),
            line(say("Formed", "Formée"), coalition.formed?.description),
            line(say("Issues", "Enjeux"), coalition.issues.map(label(ofIssue:)).joined(separator: ", ")),
            line(say("Credited", "Crédit"), credits(position, all)),
            line(say("Lacks", "Manque"), words(coalition.missing)),
            book.notes[position].map(text),
        ].compactMap { $0 }
        let claims = book.claims.filter { $0.coalition == position }
        var sections: [Report.Section] = [
            .init(text(coalition.label) + illustration.mark, .notes(notes), rank: .sheet)
        ]
        guard !claims.isEmpty else { return sections }
        let rows = claims.map { claim -> [Report.Table.Cell] in
            [
                .text(claim.account), .text(claim.action), .figure(Figure(claim.effect, claim.unit)),
                .text(String(claim.start)), .text(word(claim.status(at: dates.at))),
            ]
        }
        sections.append(
            .init(
                nil,
                .table(
                    .init(
                        columns: [
                            .init(id: "account", title: say("account", "compte")), .init(id: "action", title: "action"),
                            .init(id: "effect", title: say("less", "de moins"), alignment: .trailing),
                            .init(id: "start", title: say("from", "dès")),
                            .init(id: "status", title: say("status", "état")),
                        ], rows: rows)), rank: .part))
        return sections
    }

    private func credits(_ position: Int, _ all: RollUp) -> String {
        all.totals.compactMap { total in
            let share = total.shares[position]
            return share == 0 ? nil : units.text(Figure(share, total.unit))
        }.joined(separator: ", ")
    }
}
