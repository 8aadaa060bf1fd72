internal import EmpreinteAnalysis
internal import EmpreinteText

extension BallotsReport {
    /// A row for each proposal.
    var records: Report.Table {
        let ids =
            [
                "proposal", "votes", "blank", "mean_grade", "median", "approval", "approval_low", "approval_high",
                "consensus",
            ]
            + ["agreement", "opinion", "outcome"] + orders.map(\.method.rawValue)
        func cell(_ value: Double?) -> Report.Table.Cell { value.map { .figure(Figure($0)) } ?? .empty }
        func cell(_ text: String?) -> Report.Table.Cell { text.map { .text($0) } ?? .empty }
        return Report.Table(
            columns: ids.map { .init(id: $0, title: $0) },
            rows: poll.results.enumerated().map { index, result in
                [
                    .text(result.proposal), cell(Double(result.counts.total)), cell(Double(result.blanks)),
                    cell(result.mean), cell(result.median.map { Double($0) }), cell(result.approval?.value),
                    cell(result.approval?.range.lowerBound), cell(result.approval?.range.upperBound),
                    cell(result.counts.consensus), cell(result.counts.agreement), cell(result.opinion?.rawValue),
                    cell(result.outcome?.rawValue),
                ] + orders.map { cell($0.ranking.places[index].map { Double($0) }) }
            })
    }

    var data: [JSON.Member] {
        let table = records
        let rows = table.rows.map { row in
            JSON.object(
                zip(table.columns, row).compactMap { column, cell in
                    switch cell {
                    case .text(let text): .init(column.id, .string(text))
                    case .figure(let figure): .init(column.id, .number(figure.value))
                    case .missing, .empty: nil
                    }
                })
        }
        return [
            .init("scale", .array([.integer(poll.votes.scale.lowerBound), .integer(poll.votes.scale.upperBound)])),
            .init("electorate", .integer(poll.electorate)), .init("ballots", .array(rows)),
        ]
    }
}
