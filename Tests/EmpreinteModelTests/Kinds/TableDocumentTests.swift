import EmpreinteModel
import EmpreinteText
import Testing

@Suite struct TableDocumentTests {
    private static let ideas = DocumentKind(
        "ideas", "Ideas.",
        entries: .init(
            "ideas",
            [
                Field("label", .label, required: true, "the idea"),
                Field("authors", .list(.id), "who had it"),
                Field("topics", .list(.text), "what it is about"),
                Field("open", .flag, "whether it may still change"),
                Field("share", .either(.word(["own", "other"]), .map(.id, .quantity)), "whose it is"),
                Field("status", .map(.name, .text), "what happened, by date"),
                Field(
                    "costs",
                    .list(
                        .record([
                            Field("by", .id, "who says so"),
                            Field(
                                "money",
                                .record([Field("low", .quantity, "at least"), Field("high", .quantity, "at most")]),
                                "how much"),
                        ])), "what it costs"),
            ]))
    private static let purchases = DocumentKind(
        "purchases", "Purchases.",
        fields: [
            Field(
                "purchases",
                .list(
                    .record([Field("year", .integer, required: true, "when"), Field("amount", .quantity, "how much")])),
                "what was bought")
        ])
    private static let votes = DocumentKind(
        "votes", "Votes.",
        fields: [
            Field(
                "votes",
                .map(
                    .id,
                    .map(
                        .id,
                        .either(
                            .quantity,
                            .record([Field("grade", .quantity, "the vote"), Field("weight", .quantity, "of how many")]))
                    )),
                "grades by idea and voter")
        ], matrix: .init("votes", column: "idea", row: "voter", cell: "grade"))

    /// The document of a table as JSON-like text, or its problems as `code line:column`.
    private func read(_ text: String, path: String) -> String {
        var reader = DocumentReader([Self.ideas, Self.purchases, Self.votes])
        var diagnostics = Diagnostics()
        var documents = Documents()
        let read = reader.read(Array(text.utf8), path: path, &diagnostics)
        for document in read { documents.add(document, &diagnostics) }
        guard diagnostics.isEmpty else {
            return diagnostics.sorted.map { diagnostic in
                let place = diagnostic.range.map { reader.sources.location(of: $0) }
                return diagnostic.code + (place.map { " \($0.line):\($0.column)" } ?? "")
            }.joined(separator: ", ")
        }
        return read.first?.root.flow ?? ""
    }

    @Test func aRowIsAnItemAndADottedColumnAPartOfIt() {
        let text = """
            id;label.en;label.fr;authors;topics;open;share.own;status.2022-08;costs.2.money.low;costs.1.by;costs.1.money.high
            dim;Dim;Baisser;m01 m02;night| light;oui;70 %;seen;;lab;1,5 EUR
            dark;"Off; ""now\""";;;;;;;12,25 EUR;;

            """
        #expect(
            read(text, path: "ideas.csv")
                == "{kind: ideas, ideas: {dim: {label: {en: Dim, fr: Baisser}, authors: [m01, m02], topics: [night, light], "
                + "open: true, share: {own: 70 %}, status: {2022-08: seen}, costs: [{by: lab, money: {high: 1.5 EUR}}]}, "
                + "dark: {label: {en: Off; \"now\"}, costs: [{money: {low: 12.25 EUR}}]}}}")
    }

    @Test(arguments: ["purchases.csv", "bought.csv"])
    func aListNeedsNoId(path: String) {
        #expect(
            read("year,amount\n2024,'-5 EUR\n2025,\n", path: path)
                == "{kind: purchases, purchases: [{year: 2024, amount: -5 EUR}, {year: 2025}]}")
    }

    @Test func aHeaderAloneGivesNothing() {
        #expect(read("year,amount\n", path: "purchases.csv") == "{kind: purchases, purchases: []}")
        #expect(read("id,label\n", path: "ideas.csv") == "{kind: ideas, ideas: {}}")
    }

    @Test func aMatrixHasAColumnForEachOuterKeyOrARowForEachValue() {
        let expected = "{kind: votes, votes: {dim: {m01: 5, m02: 4}, dark: {m02: 1}}}"
        #expect(read("voter,dim,dark\nm01,5,\nm02,4,1\n", path: "votes.csv") == expected)
        #expect(read("voter,idea,grade\nm01,dim,5\nm02,dim,4\nm02,dark,1\n", path: "votes.csv") == expected)
        #expect(
            read("idea,voter,weight,grade\ndim,g1,6,5\ndim,m01,,4\n", path: "votes.csv")
                == "{kind: votes, votes: {dim: {g1: {grade: 5, weight: 6}, m01: 4}}}")
    }

    @Test(arguments: [
        ("ideas.csv", "id,lable,label\ndim,Dim,\n", "csv.unknown_column 1:4"),
        ("ideas.csv", "id,label,label.fr\ndim,Dim,\n", "csv.duplicate_column 1:10"),
        ("ideas.csv", "id,label,label\ndim,Dim,\n", "csv.duplicate_column 1:10"),
        ("ideas.csv", "label\nDim\n", "csv.missing_column 1:1"),
        ("ideas.csv", "id,label\ndim,Dim\ndim,Dim\n", "csv.duplicate_key 3:1"),
        ("ideas.csv", "id,label\nDim,Dim\n", "id.syntax 2:1"),
        ("ideas.csv", "id,label,open\ndim,Dim,true\ndark,,maybe\n", "value.flag 3:7, key.missing 3:7"),
        ("ideas.csv", "id,label\ndim\n", "csv.ragged 2:1"),
        ("purchases.csv", "year;amount\n2024;1,5\n2025;2.5\n", "csv.mixed_decimals 3:6"),
        ("purchases.csv", "year,amount\nsoon,5\n", "value.integer 2:1"),
        ("votes.csv", "voter,dim\nm01,5\nm01,4\n", "csv.duplicate_key 3:1"),
        ("votes.csv", "voter,idea,grade\nm01,dim,5\nm01,dim,4\n", "csv.duplicate_key 3:1"),
        ("votes.csv", "idea,grade\ndim,5\n", "csv.missing_column 1:1"),
        ("table.csv", "colour,weight\nred,5\n", "csv.kind 1:1"), ("votes.csv", "", "file.empty 1:1"),
    ])
    func refuses(path: String, text: String, problems: String) {
        #expect(read(text, path: path) == problems)
    }
}

extension Node {
    /// The value on one line.
    fileprivate var flow: String {
        switch kind {
        case .scalar: text
        case .sequence: "[\(items.map(\.flow).joined(separator: ", "))]"
        case .mapping: "{\(entries.map { "\($0.key.text): \($0.value.flow)" }.joined(separator: ", "))}"
        }
    }
}
