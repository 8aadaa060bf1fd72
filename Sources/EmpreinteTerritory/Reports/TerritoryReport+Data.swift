internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

extension TerritoryReport {
    /// One row a year and account, then one a year and target.
    func records(_ accounts: [TargetAccount]) -> Report.Table {
        var rows: [[Report.Table.Cell]] = []
        for point in territory.population {
            rows.append([.text("population"), .text(String(point.year)), .figure(Figure(point.value)), .text("person")])
        }
        for subject in Territory.Target.Subject.allCases {
            guard let series = try? territory.series(of: subject) else { continue }
            for (year, value) in zip(series.years, series.values) {
                let figure = figure(value, subject)
                rows.append([.text(subject.rawValue), .text(String(year)), .figure(figure), .text(figure.unit)])
            }
        }
        for each in accounts {
            guard let (path, _) = each.result, let base = path.base?.year ?? each.series?.years.first else { continue }
            for year in min(base, path.goal.year)...path.goal.year {
                guard let value = path.value(in: year) else { continue }
                let figure = figure(value, each.target.subject)
                rows.append([.text(each.target.id), .text(String(year)), .figure(figure), .text(figure.unit)])
            }
        }
        let columns = ["id", "year", "value", "unit"].map { Report.Table.Column(id: $0, title: $0) }
        return Report.Table(columns: columns, rows: rows)
    }

    func data(_ accounts: [TargetAccount]) -> [JSON.Member] {
        let subjects = Territory.Target.Subject.allCases.compactMap { subject -> JSON.Member? in
            guard let series = try? territory.series(of: subject), !series.years.isEmpty else { return nil }
            return .init(
                subject.rawValue,
                .object(of: [
                    "unit": .string(unit(of: subject)), "years": .array(series.years.map(JSON.integer)),
                    "values": .array(series.values.map { .number(figure($0, subject).value) }),
                ]))
        }
        return [
            .init("territory", .string(territory.id)),
            .init(
                "population",
                .object(territory.population.map { .init(String($0.year), .number($0.value)) })),
            .init("competence", .array(territory.competence.map(JSON.string))),
            .init("series", .object(subjects)), .init("inventory", .array(territory.inventory.map(json))),
            .init("undated", .array(territory.undated.map(json))), .init("targets", .array(accounts.map(json))),
        ] + drawData
    }

    private func json(_ entry: Territory.Inventory) -> JSON {
        let subject: Territory.Target.Subject = entry.account == .ghg ? .ghg : .energy
        let cells = entry.cells.map { cell in
            JSON.object(of: [
                "sector": cell.sector.map(JSON.string), "carrier": cell.carrier.map(JSON.string),
                "value": .number(figure(cell.amount, subject).value), "spread": cell.spread.map(JSON.number),
            ])
        }
        return .object(of: [
            "account": .string(entry.account.rawValue), "year": entry.year > 0 ? .integer(entry.year) : .null,
            "unit": .string(unit(of: subject)), "total": .number(figure(entry.total, subject).value),
            "cells": .array(cells), "source": entry.evidence.source.map(JSON.string),
            "assumption": entry.evidence.assumption.map(JSON.string),
        ])
    }

    private func json(_ each: TargetAccount) -> JSON {
        let subject = each.target.subject
        func value(_ amount: Double) -> JSON { .number(figure(amount, subject).value) }
        let outcome = each.result?.outcome
        let path = each.result?.path
        return .object(of: [
            "id": .string(each.target.id), "indicator": .string(subject.rawValue), "unit": .string(unit(of: subject)),
            "by": .integer(each.target.year), "not_computed": each.reason.map(JSON.string),
            "base": path?.base.map { .object(of: ["year": .integer($0.year), "value": value($0.value)]) },
            "goal": path.map { value($0.goal.value) },
            "last": each.last.map { .object(of: ["year": .integer($0.year), "value": value($0.value)]) },
            "gap": each.last?.gap.map(value),
            "rate": outcome.map { $0.requiredRate.map(JSON.number) ?? .null },
            "met": outcome.map { $0.isMet.map(JSON.bool) ?? .null },
            "first_year_met": outcome.map { $0.firstYearMet.map(JSON.integer) ?? .null },
            "overshoot": outcome.map { value($0.overshoot) },
            "chance": (drawn?.chances[each.target.id]).map(JSON.number),
            "source": each.target.evidence.source.map(JSON.string),
        ])
    }
}
