internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension ProgrammeReport {
    /// The barometer; with a key, the people under their pseudonyms instead, which is not for publication.
    var records: Report.Table {
        let key = request["key"]
        return key.isEmpty ? barometer : pseudonyms(key)
    }

    private var indicator: String { people.aim.map { model.indicators[$0.indicator].id } ?? "" }
    private static let moments = ["start", "ten_years", "goal"]

    private var barometer: Report.Table {
        let columns: [Report.Table.Column] =
            [
                .init(id: "indicator", title: say("indicator", "indicateur")),
                .init(id: "year", title: say("year", "année")), .init(id: "commune", title: "commune"),
                .init(id: "channel", title: say("channel", "canal")),
                .init(id: "people", title: say("people", "personnes")),
            ]
            + Self.moments.map { .init(id: $0, title: $0, unit: unit) }
        let rows = tables.barometer.map { row -> [Report.Table.Cell] in
            [.text(indicator), .text(String(row.year)), .text(row.commune), .text(row.channel), cell(row.count)]
                + row.means.map(cell)
        }
        return .init(columns: columns, rows: rows)
    }

    private func pseudonyms(_ key: String) -> Report.Table {
        let outputs = ["total"] + branches.map(\.id)
        let columns: [Report.Table.Column] =
            ["person", "channel", "commune", "year"].map { .init(id: $0, title: $0) }
            + Self.moments.flatMap { moment in
                outputs.map { .init(id: "\(moment).\($0)", title: "\(moment).\($0)", unit: unit) }
            }
        let rows = people.pseudonymous(key).members.sorted { $0.key.person < $1.key.person }
            .map { member -> [Report.Table.Cell] in
                [
                    .text(member.key.person), .text(member.channel), .text(member.commune),
                    member.year.map { .text(String($0)) } ?? .empty,
                ] + member.values.flatMap { $0.map { .figure(Figure($0, unit)) } }
            }
        return .init(columns: columns, rows: rows)
    }

    var data: [JSON.Member] {
        let counts = tables.counts
        return [
            .init("programme", .string(text(programme.label))), assumptions.data, .init("unit", .string(unit)),
            .init("threshold", .integer(programme.disclosure.threshold)),
            .init("self_selected", .bool(isSelfSelected)),
            .init("retention", programme.retention.map { .string($0.description) } ?? .null),
            .init("channels", .array(programme.channels.map(channel))),
            .init(
                "counts",
                .object(of: [
                    "communes": .array(tables.communes.map(JSON.string)),
                    "channels": .array(tables.channels.map(JSON.string)),
                    "cells": .array(counts.cells.map { .array($0.map(json)) }),
                    "by_commune": .array(counts.rowTotals.map(json)),
                    "by_channel": .array(counts.columnTotals.map(json)), "total": json(counts.total),
                ])),
            .init(
                "footprints",
                .object(zip(Self.moments, ProgrammePeople.Moment.allCases).map { .init($0, footprint($1)) })),
            .init(
                "picks",
                .array(
                    tables.popularity.map { each in
                        .object(of: [
                            "round": .integer(each.round + 1), "action": .string(model.actions[each.action].id),
                            "people": json(each.count),
                        ])
                    })),
            .init(
                "commitments",
                .object(
                    promisesByDomain.domains.map { .init(model.categories[$0.category].id, json($0.count)) })),
            .init("supports", .array(supportRows.map(support))),
            .init("barometer", .array(tables.barometer.map(barometerRow))),
            .init("estimates", weights.map(estimates) ?? .null),
            .init(
                "calibration", .object(calibration.map { .init(model.categories[$0.category].id, .number($0.factor)) })),
            .init("if_followed", territory.map(followed) ?? .null),
        ]
    }

    /// A count, or the word that says it is suppressed.
    private func json(_ count: Int?) -> JSON { count.map(JSON.integer) ?? "suppressed" }
    private func json(_ value: Double?) -> JSON { value.map(JSON.number) ?? "suppressed" }

    private func channel(_ channel: Programme.Channel) -> JSON {
        let progress = tables.progress(channel)
        let planned = programme.planned.filter { $0.channel == channel.id }
        return .object(of: [
            "id": .string(channel.id), "goal": .integer(channel.goal), "payer": channel.payer.map(JSON.string),
            "sessions": .integer(progress.sessions), "people": json(progress.attended),
            "progress": json(progress.share), "fill": progress.fill.map(JSON.number) ?? .null,
            "planned_sessions": .integer(planned.count),
            "planned_places": .integer(planned.reduce(0) { $0 + $1.places }),
            "sessions_needed": progress.needed.map(JSON.integer) ?? .null,
        ])
    }

    private func footprint(_ moment: ProgrammePeople.Moment) -> JSON {
        let means = tables.means(moment)
        return .object(of: [
            "mean": json(means.all), "decile_1": json(tables.quantile(0.1, moment)),
            "median": json(tables.quantile(0.5, moment)), "decile_9": json(tables.quantile(0.9, moment)),
            "by_channel": .object(zip(tables.channels, means.channels).map { .init($0, json($1)) }),
            "categories": .object(
                zip(branches, means.branches).map { .init($0.id, json($1)) }),
        ])
    }

    private func support(_ row: SupportRow) -> JSON {
        .object(of: [
            "id": .string(row.support.id), "actions": .integer(row.support.actions.count),
            "people_who_picked": json(row.picks), "commitments": json(row.commitments),
            "kept_rate": row.commitments == nil ? "suppressed" : row.keptRate.map(JSON.number) ?? .null,
            "dropped": .object(row.dropped.map { .init($0.reason, json($0.count)) }),
        ])
    }

    private func barometerRow(_ row: ProgrammeTables.BarometerRow) -> JSON {
        .object(of: [
            "indicator": .string(indicator), "year": .integer(row.year), "commune": .string(row.commune),
            "channel": .string(row.channel),
            "people": json(row.count), "suppressed": .bool(row.count == nil),
            "footprints": .object(zip(Self.moments, row.means).map { .init($0, json($1)) }),
        ])
    }

    private func estimates(_ weights: ProgrammeWeights) -> JSON {
        let isShown = isPublishable(weights)
        // Weights tell how many people a group has.
        func told(_ value: Double?) -> JSON { json(areGroupsShown ? value : nil) }
        return .object(of: [
            "publishable": .bool(isShown), "self_selected": .bool(isSelfSelected),
            "n_eff": told(weights.raking.effectiveSize), "design_effect": told(weights.raking.designEffect),
            "largest_weight": told(weights.raking.weights.max()),
            "smallest_weight": told(weights.raking.weights.min()),
            "passes": .integer(weights.raking.passes), "worst_error": .number(weights.raking.worstError),
            "means": .object(
                zip(Self.moments, weights.estimates).map { moment, estimate in
                    .init(
                        moment,
                        .object(of: [
                            "mean": json(isShown ? estimate.mean : nil),
                            "standard_error": json(isShown ? estimate.standardError : nil),
                            "total": programme.population.map { json(isShown ? Double($0) * estimate.mean : nil) },
                        ]))
                }),
        ])
    }

    private func followed(_ territory: FollowedTerritory) -> JSON {
        .object(of: [
            "forecast": .bool(false), "years": .array(territory.years.map(JSON.integer)),
            "followed": .array(territory.followed.map(JSON.number)),
            "as_it_goes": .array(territory.background.map(JSON.number)),
        ])
    }
}
