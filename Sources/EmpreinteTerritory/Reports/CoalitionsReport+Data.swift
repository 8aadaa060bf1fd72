internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

extension CoalitionsReport {
    /// One row a claim.
    var records: Report.Table {
        let columns = [
            "coalition", "account", "shared", "action", "base", "unit", "reduction", "effect", "start", "until",
            "issue",
            "status", "before",
        ].map { Report.Table.Column(id: $0, title: $0) }
        let rows = changes.map { change -> [Report.Table.Cell] in
            let claim = change.claim
            return [
                .text(book.coalitions[claim.coalition].id), .text(claim.account),
                claim.shared.map { .text($0) } ?? .empty, .text(claim.action), .figure(Figure(claim.base)),
                .text(claim.unit), .figure(Figure(claim.reduction)), .figure(Figure(claim.effect)),
                .text(String(claim.start)), claim.end.map { .text(String($0)) } ?? .empty,
                issue(of: claim).map { .text($0) } ?? .empty, change.now.map { .text($0.rawValue) } ?? .empty,
                change.before.map { .text($0.rawValue) } ?? .empty,
            ]
        }
        return Report.Table(columns: columns, rows: rows)
    }

    func data(_ all: RollUp) -> [JSON.Member] {
        let totals = all.totals.map { total in
            JSON.object(of: [
                "unit": .string(total.unit), "footprint": .bool(total.measure.isFootprint),
                "gross": .number(total.gross), "net": .number(total.net),
                "overlap": .number(total.overlap),
                "capped": .array(total.capped.map { $0.map(JSON.string) ?? .string("territory") }),
                "credit": .object(
                    zip(book.coalitions, total.shares).map { .init($0.0.id, .number($0.1)) }),
            ])
        }
        let roadmap = years.flatMap { year in
            self.roadmap(year).map { each in
                JSON.object(of: [
                    "year": .integer(year), "unit": .string(each.measure.unit),
                    "footprint": .bool(each.measure.isFootprint), "net": .number(each.net),
                    "begun": .number(each.begun),
                    "issues": .object(
                        zip(issues + ["several"], each.byIssue).map { .init($0.0, .number($0.1)) }),
                ])
            }
        }
        let coverage = zip(issues, coverage).map { issue, row in
            JSON.Member(
                issue, .array(zip(book.coalitions, row).filter(\.1).map { .string($0.0.id) }))
        }
        return [
            .init("totals", .array(totals)), .init("roadmap", .array(roadmap)), .init("coverage", .object(coverage)),
            .init("gaps", .array(coverage.filter { $0.value == .array([]) }.map { .string($0.key) })),
            .init("coalitions", .array(book.coalitions.map(json))),
            .init(
                "several",
                .object(
                    several.map { each in
                        .init(each.member, .array(each.coalitions.map { .string(book.coalitions[$0].id) }))
                    })),
            .init("claims", .array(changes.map(json))),
        ]
    }

    private func json(_ coalition: Coalition) -> JSON {
        .object(of: [
            "id": .string(coalition.id), "stage": coalition.stage.map { .string($0.rawValue) },
            "members": .array(coalition.members.map { .string($0.id) }),
            "issues": .array(coalition.issues.map(JSON.string)),
            "missing": .array(coalition.missing.map { .string($0.rawValue) }),
        ])
    }

    private func json(_ change: (claim: Claim, before: Claim.Status?, now: Claim.Status?)) -> JSON {
        .object(of: [
            "coalition": .string(book.coalitions[change.claim.coalition].id),
            "account": .string(change.claim.account), "action": .string(change.claim.action),
            "people": change.claim.taking.map { .number($0.people) },
            "adoption": change.claim.taking.map { .number($0.adoption) },
            "effect": .number(change.claim.effect), "unit": .string(change.claim.unit),
            "before": change.before.map { .string($0.rawValue) } ?? .null,
            "status": change.now.map { .string($0.rawValue) } ?? .null,
        ])
    }
}
