internal import EmpreinteAnalysis
internal import EmpreinteText

/// What every report on made-up documents says of them.
struct Assumptions {
    private let reasons: [String]
    private let language: Language

    init(_ reasons: [String?], _ language: Language) {
        var seen: Set<String> = []
        self.reasons = reasons.compactMap { $0 }.filter { seen.insert($0).inserted }
        self.language = language
    }

    /// What the title adds.
    var mark: String { reasons.isEmpty ? "" : language.say(" · illustrative figures", " · chiffres illustratifs") }

    var sections: [Report.Section] {
        guard !reasons.isEmpty else { return [] }
        let start = language.say("Illustrative figures, not observed ones", "Chiffres illustratifs, non observés")
        let said = reasons.filter { !$0.isEmpty }.joined(separator: language.say("; ", " ; "))
        return [.init(nil, .notes([said.isEmpty ? "\(start)." : "\(start)\(language.say(": ", " : "))\(said)."]))]
    }

    var data: JSON.Member { .init("illustrative", .bool(!reasons.isEmpty)) }
}
