internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Reads ballots: all documents of the kind together, on one scale.
///
/// Codes: `ballot.scale`, `ballot.grade`, `ballot.double`, `ballot.weight`, `ballot.electorate`, `ballot.approve`,
/// `ballot.share`, `proposal.unknown`.
struct BallotReader {
    let documents: Documents
    let amounts: AmountReader
    /// The proposals there are; nothing where none were given, and any may be voted on.
    let known: [String]?
    private let kind = DeliberationKinds.ballots

    init(_ documents: Documents, _ units: UnitCatalogue, known: [String]?) {
        self.documents = documents
        self.known = known
        amounts = AmountReader(units: units)
    }

    /// Nothing where there are no ballots, or no scale they are on.
    func read(_ diagnostics: inout Diagnostics) -> Poll? {
        let documents = documents.all(kind)
        guard let first = documents.first, let scale = scale(documents, first, &diagnostics) else { return nil }
        var table = BallotTable(scale: scale)
        for document in documents {
            for column in document["votes"]?.entries.map({ $0 }) ?? [] {
                check(column.key, &diagnostics)
                for ballot in column.value.entries { table.add(ballot, to: column.key, &diagnostics) }
            }
        }
        let votes = table.votes
        let electorate = integer("electorate", &diagnostics) { votes.weights.reduce(0, +) <= $0 }
        let approve = integer("approve", &diagnostics) { scale.contains($0) && $0 > scale.lowerBound }
        return Poll(
            votes, approve: approve, electorate: electorate, adoption: adoption(&diagnostics),
            cutOffs: cutOffs(&diagnostics),
            isIllustrative: documents.contains { $0["illustrative"]?.flag == true })
    }

    /// The scale of the first document that states one; the others state the same or none.
    private func scale(
        _ documents: [Document], _ first: Document, _ diagnostics: inout Diagnostics
    ) -> ClosedRange<Int>? {
        var found: (range: ClosedRange<Int>, node: Node)?
        for document in documents {
            guard let node = document["scale"] else { continue }
            guard let from = node["from"].flatMap({ Int($0.text) }), let to = node["to"].flatMap({ Int($0.text) })
            else { return nil }
            guard from < to, (-1_000...1_000).contains(from), to.subtractingReportingOverflow(from).partialValue <= 100,
                to <= 1_100
            else {
                diagnostics.error(
                    "ballot.scale", "a scale rises, and has 101 grades at most", at: node.firstLine,
                    hint: "as in {from: 1, to: 5}")
                return nil
            }
            if let found, found.range != from...to {
                diagnostics.error(
                    "ballot.scale", "ballots are on one scale", at: node.firstLine,
                    related: [(found.node.firstLine, "the first one")])
            }
            found = found ?? (from...to, node)
        }
        if found == nil {
            diagnostics.error(
                "ballot.scale", "the ballots do not say their scale", at: first.root.firstLine,
                hint: "add scale: {from: 1, to: 5}, here or in a document of kind ballots beside a table")
        }
        return found?.range
    }

    private func check(_ proposal: Node, _ diagnostics: inout Diagnostics) {
        guard let known, !known.contains(proposal.text) else { return }
        diagnostics.error(
            "proposal.unknown", "there is no proposal '\(proposal.text)'", at: proposal.range,
            hint: Spelling.didYouMean(proposal.text, among: known))
    }

    // MARK: Rules

    private func integer(_ name: String, _ diagnostics: inout Diagnostics, isFit: (Int) -> Bool) -> Int? {
        guard let node = documents.field(name, of: kind), let value = Int(node.text) else { return nil }
        if isFit(value) { return value }
        diagnostics.error(
            "ballot.\(name)",
            name == "electorate"
                ? "more voters than that are named" : "this grade is not above the lowest one of the scale",
            at: node.range)
        return nil
    }

    private func adoption(_ diagnostics: inout Diagnostics) -> AdoptionRule? {
        guard let node = documents.field("adopt", of: kind),
            let threshold = share(node["threshold"], &diagnostics)
        else { return nil }
        return AdoptionRule(quorum: share(node["quorum"], &diagnostics), threshold: threshold)
    }

    private func cutOffs(_ diagnostics: inout Diagnostics) -> Opinion.CutOffs {
        var cutOffs = Opinion.CutOffs()
        guard let node = documents.field("classes", of: kind) else { return cutOffs }
        cutOffs.consensus = share(node["consensus_at_least"], &diagnostics) ?? cutOffs.consensus
        cutOffs.inFavour = share(node["for_at_least"], &diagnostics) ?? cutOffs.inFavour
        cutOffs.against = share(node["against_at_most"], &diagnostics) ?? cutOffs.against
        if cutOffs.against >= cutOffs.inFavour {
            diagnostics.error(
                "ballot.share", "what is against ends beneath where what is for begins", at: node.firstLine)
        }
        return cutOffs
    }

    private func share(_ node: Node?, _ diagnostics: inout Diagnostics) -> Double? {
        guard let node, let share = amounts.value(node, in: "", &diagnostics) else { return nil }
        if (0...1).contains(share) { return share }
        diagnostics.error("ballot.share", "a share is from 0 to 100 %", at: node.range, hint: "as in 50 %")
        return nil
    }
}

/// Ballots as they are read, by voter and proposal.
private struct BallotTable {
    let scale: ClosedRange<Int>
    private var proposals: [String] = []
    private var proposalPlaces: [String: Int] = [:]
    private var voters: [String] = []
    private var voterPlaces: [String: Int] = [:]
    private var cells: [[Int: (vote: Votes.Vote, key: Node)]] = []

    init(scale: ClosedRange<Int>) {
        self.scale = scale
    }

    mutating func add(_ ballot: (key: Node, value: Node), to proposal: Node, _ diagnostics: inout Diagnostics) {
        let column = Self.place(proposal.text, in: &proposals, &proposalPlaces)
        let row = Self.place(ballot.key.text, in: &voters, &voterPlaces)
        if row == cells.count { cells.append([:]) }
        if let first = cells[row][column] {
            diagnostics.error(
                "ballot.double", "'\(ballot.key.text)' has voted on '\(proposal.text)' already", at: ballot.key.range,
                related: [(first.key.range, "here")])
        } else if let vote = vote(ballot.value, &diagnostics) {
            cells[row][column] = (vote, ballot.key)
        }
    }

    private func vote(_ node: Node, _ diagnostics: inout Diagnostics) -> Votes.Vote? {
        let gradeNode = node.kind == .mapping ? node["grade"] : node
        guard let gradeNode else { return nil }
        var weight = 1
        if let weightNode = node["weight"] {
            guard let stated = Int(weightNode.text), (1...Votes.Vote.largestGroup).contains(stated) else {
                diagnostics.error(
                    "ballot.weight", "a group has from 1 to 1 000 000 voters", at: weightNode.range)
                return nil
            }
            weight = stated
        }
        if gradeNode.textEquals("blank") || gradeNode.textEquals("blanc") { return Votes.Vote(nil, weight: weight) }
        guard let grade = Int(gradeNode.text), scale.contains(grade) else {
            diagnostics.error(
                "ballot.grade",
                "'\(gradeNode.text)' is no grade: the scale is \(scale.lowerBound) to \(scale.upperBound)",
                at: gradeNode.range, hint: "a ballot without a grade is blank")
            return nil
        }
        return Votes.Vote(grade, weight: weight)
    }

    private static func place(_ id: String, in list: inout [String], _ places: inout [String: Int]) -> Int {
        if let place = places[id] { return place }
        places[id] = list.count
        list.append(id)
        return list.count - 1
    }

    var votes: Votes {
        Votes(
            scale: scale, proposals: proposals, voters: voters,
            votes: cells.map { row in proposals.indices.map { row[$0]?.vote } })
    }
}
