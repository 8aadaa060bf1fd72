internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// Sets out what funds give and lend.
struct FundsReport {
    let request: Analysis.Request
    let accounts: [FundAccount]
    let currency: String

    var language: Language { request.language }
    var words: MoneyWords { MoneyWords(language: language, currency: currency) }

    var report: Report {
        let illustrations = Illustration(entries, language)
        return Report(
            title: words.say("Funds", "Fonds") + illustrations.mark, about: .init(request),
            sections: illustrations.sections + accounts.flatMap(sections), records: records,
            data: illustrations.data + [.init("funds", .array(accounts.map(data)))])
    }

    private var entries: [FundingEntry] {
        accounts.flatMap { account -> [FundingEntry] in
            switch account.outcome {
            case .grants(_, let applications, _): [account.fund.entry] + applications.map(\.entry)
            case .advances(_, let works, _, _): [account.fund.entry] + works.map(\.works.entry)
            }
        }
    }

    func text(_ label: Label) -> String { label.text(in: language.rawValue) }

    private func sections(_ account: FundAccount) -> [Report.Section] {
        switch account.outcome {
        case .grants(let rules, let files, let result): sections(account.fund, rules, files, result)
        case .advances(let terms, let works, let revolving, let projects):
            sections(account.fund, terms, works, revolving, projects)
        }
    }

    private func data(_ account: FundAccount) -> JSON {
        let members: [JSON.Member]
        switch account.outcome {
        case .grants(let rules, _, let result): members = data(rules, result)
        case .advances(_, let works, let revolving, let projects): members = data(works, revolving, projects)
        }
        return .object(
            [.init("id", .string(account.fund.entry.id)), .init("currency", .string(currency))] + members)
    }

    /// The source and the note of a fund, in one line each.
    func remarks(_ entry: FundingEntry) -> [String] {
        var remarks: [String] = []
        if let note = entry.note { remarks.append(text(note)) }
        if let source = entry.source {
            let title = request.model.references.first { $0.id == source }.map { text($0.title) } ?? source
            remarks.append(words.say("Source: \(title)", "Source : \(title)"))
        }
        return remarks
    }

    /// One row a file or works, whatever the fund.
    private var records: Report.Table {
        let columns: [Report.Table.Column] = [
            .init(id: "fund", title: "fund"), .init(id: "id", title: "id"),
            .init(id: "asked", title: "asked", unit: currency), .init(id: "granted", title: "granted", unit: currency),
            .init(id: "rule", title: "rule"), .init(id: "payback", title: "payback", unit: "year"),
            .init(id: "payments", title: "payments"), .init(id: "interest", title: "interest", unit: currency),
        ]
        let rows = accounts.flatMap { account -> [[Report.Table.Cell]] in
            let fund = Report.Table.Cell.text(account.fund.entry.id)
            switch account.outcome {
            case .grants(_, _, let result):
                return result.decisions.map { decision in
                    [
                        fund, .text(decision.file), words.figure(decision.asked), words.figure(decision.grant),
                        .text(decision.binding.rawValue),
                    ]
                }
            case .advances(_, let works, _, _):
                return works.map { each in
                    [
                        fund, .text(each.works.entry.id), words.figure(each.works.cost),
                        words.figure(each.schedule == nil ? .zero : each.works.cost),
                        .text(each.schedule == nil ? "payback" : ""), .figure(Figure(each.simplePayback, "year")),
                        each.schedule.map { .figure(Figure(Double($0.count))) } ?? .empty,
                        each.schedule.map { words.figure($0.map(\.interest).total) } ?? .empty,
                    ]
                }
            }
        }
        return Report.Table(columns: columns, rows: rows)
    }
}

/// What a report says of figures that are made up.
struct Illustration {
    private let reasons: [String]
    private let language: Language

    init(_ entries: [FundingEntry], _ language: Language) {
        var seen: Set<String> = []
        reasons = entries.compactMap(\.assumption).filter { seen.insert($0).inserted }
        self.language = language
    }

    var isThere: Bool { !reasons.isEmpty }

    /// What the title adds.
    var mark: String { isThere ? language.say(" · illustrative figures", " · chiffres illustratifs") : "" }

    var sections: [Report.Section] {
        guard isThere else { return [] }
        let said = reasons.filter { !$0.isEmpty }.joined(separator: "; ")
        let start = language.say("Illustrative figures, not published ones", "Chiffres illustratifs, non publiés")
        return [.init(nil, .notes([said.isEmpty ? "\(start)." : "\(start)\(language.say(": ", " : "))\(said)."]))]
    }

    var data: [JSON.Member] { [.init("illustrative", .bool(isThere))] }
}
