public import EmpreinteModel

/// The kinds of document about money.
public enum FundingKinds {
    /// All of them.
    public static let all = [funds, applications, aids, works, purchases]

    /// What an entry says of where it comes from.
    private static let evidence = [
        Field("source", .text, "where it is published: the id of a source of the pack, or its title"),
        Field("assumption", .flag, "true for what is made up, which every report then says"),
        Field("reason", .text, "why it was assumed"),
        Field("note", .label, "what a reader should know"),
    ]

    /// Who and what may be helped; everybody and everything where nothing is said.
    private static let target = Field(
        "for",
        .record([
            Field("who", .list(.id), "who may ask, as in association, school"),
            Field("theme", .list(.id), "what for"),
            Field("area", .list(.id), "where"),
        ]), "whom it is for")

    /// Participation funds and revolving funds.
    public static let funds = DocumentKind(
        "funds", "Funds that pay a part of projects, or lend to works that save.",
        entries: .init(
            "funds",
            [
                Field("label", .label, "the fund's name for people"),
                Field("type", .word(["grant", "advance"]), required: true, "grant: given; advance: lent and repaid"),
                Field(
                    "envelope",
                    .record([
                        Field("total", .quantity, "all the money of all its years"),
                        Field("years", .list(.year), "the years the total is for"),
                        Field("by_year", .map(.year, .quantity), "the money of each year, instead of a total"),
                        Field(
                            "carry_over", .flag, "false: what a year leaves lapses; a total is then cut in equal parts"),
                    ]), "the money of a grant fund", example: "{total: 50000 EUR, years: [<year>]}"),
                Field("ceiling", .quantity, "the most one project may get", example: "1500 EUR"),
                Field("rate", .quantity, "the largest part of a project's plan that may be paid", example: "50 %"),
                target,
                Field("policy", .word(GrantFund.Policy.allCases.map(\.rawValue)), "who is served first"),
                Field("seed", .quantity, "what a revolving fund starts with"),
                Field("from", .year, "the year a revolving fund starts in; that of the first works unless said"),
                Field("years", .integer, "for how many years a revolving fund is followed; 40 unless said"),
                Field("interest", .quantity, "the interest of a year"),
                Field("max_payback", .quantity, "the longest simple payback"),
                Field(
                    "repay",
                    .record([
                        Field("from", .word(["savings", "annuity"]), required: true, "what pays"),
                        Field("share", .quantity, "the part of the saving that repays; all of it unless said"),
                        Field("years", .integer, "over how many years an annuity repays"),
                    ]), "how an advance is repaid: with all that is saved unless said"),
                Field("discount", .quantity, "the yearly rate at which later money counts less"),
            ] + evidence))

    /// What is asked of funds.
    public static let applications = DocumentKind(
        "applications", "Projects that ask for money.",
        entries: .init(
            "applications",
            [
                Field("label", .label, "the project's name for people"),
                Field(
                    "fund", .id, "the fund that is asked; nothing for a project in search of aids", example: "<fund>"),
                Field("who", .id, "what sort of actor asks, as in association", example: "association"),
                Field("theme", .id, "what it is about"),
                Field("area", .id, "where it is"),
                Field("actions", .list(.id), "which actions of the pack it takes"),
                Field("date", .date, "when it asks: 2022-05 or 2022-05-16", example: "<date>"),
                Field(
                    "expenses", .map(.name, .quantity), required: true, "what it costs", example: "{tools: 2000 EUR}"),
                Field("resources", .map(.name, .quantity), "what comes from elsewhere", example: "{own: 1000 EUR}"),
                Field("asked", .quantity, "what is asked of the fund", example: "1000 EUR"),
                Field("rank", .integer, "its place, 1 for the first, where files are ranked"),
                Field("impact", .quantity, "how much good it does, where the best impact decides"),
            ] + evidence))

    /// Aids that may be stacked.
    public static let aids = DocumentKind(
        "aids", "Helps with the cost of projects, and what the law says of having several.",
        fields: [
            Field("public_share", .quantity, "the largest part of a cost public money may pay"),
            Field("own_share", .quantity, "the smallest part of a cost the project pays itself"),
        ],
        entries: .init(
            "aids",
            [
                Field("label", .label, "the aid's name for people"),
                target,
                Field("actions", .list(.id), "the actions it helps with"),
                Field("opens", .date, "the first date it may be asked for"),
                Field("closes", .date, "the last one"),
                Field(
                    "cost",
                    .record([Field("from", .quantity, "the least cost"), Field("to", .quantity, "the largest cost")]),
                    "the costs it helps with"),
                Field("rate", .quantity, "the part of the cost it pays"),
                Field("ceiling", .quantity, "the most it pays"),
                Field("public", .flag, "false: it is no public money"),
                Field("excludes", .list(.id), "the aids it cannot be had with"),
            ] + evidence))

    /// Works paid by advances.
    public static let works = DocumentKind(
        "works", "Works that save energy and repay what was lent for them.",
        entries: .init(
            "works",
            [
                Field("label", .label, "the works' name for people"),
                Field("fund", .id, required: true, "the fund that lends", example: "fund_1"),
                Field("cost", .quantity, required: true, "what they cost", example: "10000 EUR"),
                Field("count", .integer, "how many of them there are, alike; one unless said"),
                Field(
                    "saves",
                    .record([
                        Field("money", .quantity, "money a year"),
                        Field("energy", .quantity, "energy a year; it is money too where a price is given"),
                        Field("ghg", .quantity, "greenhouse gases a year"),
                    ]), required: true, "what they save in a year", example: "{money: 900 EUR/year}"),
                Field("price", .map(.year, .quantity), "the price of energy, on straight lines between the years"),
                Field("performance", .quantity, "the part of the forecast that is really saved; all of it unless said"),
                Field("start", .year, required: true, "the year they are paid for; savings start the year after"),
                Field("measured", .map(.year, .quantity), "money really saved, which replaces the forecast"),
                Field("lifetime", .integer, "for how many years they save, for what they are worth in all"),
            ] + evidence))

    /// What was bought, year by year.
    public static let purchases = DocumentKind(
        "purchases", "What public bodies bought, and from whom.",
        fields: [
            Field(
                "purchases",
                .list(
                    .record(
                        [
                            Field("year", .year, required: true, "when"),
                            Field("family", .id, required: true, "what sort of thing"),
                            Field("amount", .quantity, required: true, "for how much", example: "1000 EUR"),
                            Field(
                                "supplier",
                                .record([
                                    Field("id", .id, "a neutral id, never a name; for the concentration"),
                                    Field("local", .flag, "whether it is local; not known where nothing is said"),
                                    Field("small", .flag, "whether it is small"),
                                ]), "who was paid"),
                            Field("clauses", .list(.word(["environmental", "social"])), "the clauses of the contract"),
                        ] + evidence)), required: true, "the purchases")
        ])
}
