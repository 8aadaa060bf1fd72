public import EmpreinteModel

/// The kinds of document an assembly writes.
public enum DeliberationKinds {
    /// A figure, or unknown, or a range around a central figure.
    private static let estimate = Shape.either(
        .quantityOr(["unknown"]),
        .record([
            Field("low", .quantity, "the low end"), Field("central", .quantity, required: true, "the central figure"),
            Field("high", .quantity, "the high end"), Field("unit", .text, "the unit of figures that state none"),
        ]))

    private static let assessment = [
        Field("by_group", .id, "who assessed it"), Field("date", .date, "when, as in 2022-08"),
        Field("ghg", estimate, "the change of emissions a year; less than zero where they are avoided"),
        Field("energy", estimate, "the change of energy use a year"),
        Field(
            "money",
            .record([
                Field("upfront", estimate, "what the authority pays once"),
                Field("yearly", estimate, "what it pays every year"),
                Field("revenue", estimate, "what it earns every year"),
            ]), "what it costs the authority"),
        Field("bills", estimate, "the change of households' bills a year"),
        Field("jobs", estimate, "the jobs it makes in the territory"),
        Field("local_spend", estimate, "what is spent in the territory a year"),
        Field("note", .label, "what a reader should know"),
    ]

    /// What is proposed to an assembly.
    public static let proposals = DocumentKind(
        "proposals", "What is proposed, what became of it, and what it is worth.",
        fields: [
            Field(
                "criteria",
                .map(
                    .id,
                    .record([
                        Field("weight", .quantity, required: true, "how much it counts beside the others"),
                        Field("better", .word(["more", "less"]), required: true, "whether more of it is better"),
                        Field("indifference", .quantity, "the difference that does not count"),
                        Field("preference", .quantity, "the difference from which it counts whole"),
                    ])), "what proposals are compared by"),
            Field(
                "finance",
                .record([
                    Field("rate", .quantity, required: true, "the discount rate, as in 3 %"),
                    Field("horizon", .quantity, required: true, "over how many years, as in 20 year"),
                ]), "how amounts of different years are compared"),
            Field("budget", .quantity, "what may be spent at once"),
            Field(
                "visions",
                .map(
                    .id,
                    .record([
                        Field("label", .label, required: true, "the vision in a few words"),
                        Field("group", .id, "whose vision it is"),
                        Field("plan", .list(.record(ChoiceReader.fields)), "the actions it stands for"),
                        Field("proposals", .list(.id), "the proposals it is made of"),
                    ])), "what groups want the future to be, to compare with scenarios"),
            Field("illustrative", .flag, "true where the proposals are examples nobody made"),
        ],
        entries: .init(
            "proposals",
            [
                Field("label", .label, required: true, "the proposal in a few words"),
                Field("text", .label, "the proposal in full"),
                Field("authors", .list(.id), "who made it, by neutral id"),
                Field("origin", .word(["platform", "mail", "paper", "workshop"]), "how it came in"),
                Field("theme", .id, "what it is about"),
                Field(
                    "competence",
                    .either(.word(Competence.Part.allCases.map(\.rawValue)), .map(.id, .quantity)),
                    "whose power it is within, whole or by shares"),
                Field("merges", .list(.id), "the proposals it was made of"),
                Field("plan", .list(.record(ChoiceReader.fields)), "the actions it stands for"),
                Field("assessments", .list(.record(assessment)), "what groups found it to be worth"),
                Field("scores", .map(.id, .quantity), "figures by criteria of the assembly's own"),
                Field("status", .map(.date, .word(Proposal.State.allCases.map(\.rawValue))), "states by date"),
            ]))

    private static let grade = Shape.either(
        .text,
        .record([
            Field("grade", .text, required: true, "the grade, or blank"),
            Field("weight", .integer, "how many voters it is of"),
        ]))

    /// What voters gave to proposals.
    public static let ballots = DocumentKind(
        "ballots", "The grades voters gave to proposals.",
        fields: [
            Field(
                "scale",
                .record([
                    Field("from", .integer, required: true, "the lowest grade"),
                    Field("to", .integer, required: true, "the highest grade"),
                ]), "the grades there are", example: "{from: 1, to: 5}"),
            Field(
                "votes", .map(.id, .map(.id, grade)), "grades by proposal and voter",
                example: "{proposal_1: {voter_1: 3, voter_2: blank}}"),
            Field("electorate", .integer, "how many may vote; those who did, unless said"),
            Field(
                "approve", .integer, "the grade from which a ballot approves; the first above the middle unless said"),
            Field(
                "adopt",
                .record([
                    Field("quorum", .quantity, "the least share of the electorate that votes"),
                    Field("threshold", .quantity, required: true, "the least share of expressed votes that approve"),
                ]), "what adopts a proposal"),
            Field(
                "classes",
                .record([
                    Field("consensus_at_least", .quantity, "from which consensus voters agree"),
                    Field("for_at_least", .quantity, "from where on the scale, 0 to 1, the mean is for"),
                    Field("against_at_most", .quantity, "up to where it is against"),
                ]), "where one opinion ends and another begins"),
            Field("illustrative", .flag, "true where the ballots are examples nobody cast"),
        ], matrix: .init("votes", column: "proposal", row: "voter", cell: "grade"))

    /// What the council made of proposals.
    public static let decisions = DocumentKind(
        "decisions", "What the council decided on proposals.",
        fields: [
            Field(
                "council",
                .map(
                    .date,
                    .map(
                        .id,
                        .either(
                            decision,
                            .record([
                                Field("decision", decision, required: true, "what was decided"),
                                Field("note", .label, "what a reader should know"),
                            ])))), required: true, "decisions by date and proposal",
                example: "{<date>: {proposal_1: adopted}}")
        ], matrix: .init("council", column: "date", row: "proposal", cell: "decision"))

    private static let decision = Shape.word(Decision.Outcome.allCases.map(\.rawValue))
}
