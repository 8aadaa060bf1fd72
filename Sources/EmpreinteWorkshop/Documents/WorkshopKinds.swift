public import EmpreinteModel

/// The kinds of document about rooms, programmes and commitments.
public enum WorkshopKinds {
    /// All of them.
    public static let all = [workshop, session, programme, programmePart, commitments, relays, survey]

    /// What a document says of where it comes from.
    static let evidence = [
        Field("source", .text, "where it is published: the id of a source of the pack, or its title"),
        Field("assumption", .flag, "true for what is made up, which every report then says"),
        Field("reason", .text, "why it was assumed"),
        Field("note", .label, "what a reader should know"),
    ]

    /// Definitions of workshops.
    public static let workshop = DocumentKind(
        "workshop", "A workshop in rounds: who chooses, among what, until which year, within which limits.",
        fields: [
            Field("id", .id, required: true, "what sessions call it by"),
            Field("label", .label, "its name for people"),
            Field(
                "goal",
                .record([
                    Field("indicator", .id, "what is aimed at; ghg unless said"),
                    Field("per_person", .quantity, required: true, "the level aimed at, of one person"),
                    Field("by", .year, required: true, "the year aimed at"),
                ]), "the level to reach; two tonnes in 2050 unless said"),
            Field("start", .year, "the year everybody starts from; the pack's reference year unless said"),
            Field(
                "people",
                .record([
                    Field("min", .integer, "the fewest people it is made for; 10 unless said"),
                    Field("max", .integer, "the most people it is made for; 15 unless said"),
                ]), "the size of the group"),
            Field("rounds", .list(.record(round)), "the rounds in order; eight, by turns, up to the goal unless said"),
            Field("prices", .map(.id, .quantity), "what actions take of a budget in points"),
            Field(
                "gauges",
                .map(
                    .id,
                    .record([
                        Field("at_least", .quantity, "the lowest value wanted"),
                        Field("at_most", .quantity, "the highest value wanted"),
                    ])), "indicators to keep within a range"),
            Field(
                "influence",
                .map(
                    .id,
                    .record([
                        Field("raises", .id, required: true, "the action that others take up"),
                        Field("by", .quantity, required: true, "how many others each participant brings to it"),
                    ])), "actions of participants that others imitate"),
            Field("population", .integer, "how many people live where the workshop is held"),
            Field(
                "after",
                .record([
                    Field(
                        "commitments",
                        .record([
                            Field("one_per", .word(["domain", "none"]), "how many a person may take; one a domain"),
                            Field("horizon", .quantity, "for how long; 10 years unless said"),
                        ]), "what people are asked afterwards")
                ]), "what follows the workshop"),
        ] + evidence)

    private static let round = [
        Field("id", .id, required: true, "what events call it by"),
        Field("label", .label, "its name for people"),
        Field("who", .word(["person", "public"]), required: true, "person: each for oneself; public: for everybody"),
        Field("until", .year, required: true, "the last year it stands for"),
        Field("domains", .list(.id), "the branches whose actions may be chosen; all unless said"),
        Field("actions", .list(.id), "the actions that may be chosen, instead of domains"),
        Field("picks", .integer, "the most picks: of each person, or of the group in a public round"),
        Field("budget", .quantity, "the most that picks may take: of each person, or of the group"),
        Field(
            "decide",
            .either(
                .word(["facilitator", "majority"]),
                .record([Field("at_least", .quantity, required: true, "the share of the votes expressed")])),
            "how a public round decides; the facilitator enters the choice unless said"),
    ]

    /// Logs of rooms.
    public static let session = DocumentKind(
        "session", "What happened in one room, event after event.",
        fields: [
            Field("id", .id, "what the session is called by"),
            Field("workshop", .id, required: true, "the workshop held", example: "<workshop>"),
            Field("model", .text, "the model it was held with, as rouen@1.0.0", example: "<model>"),
            Field("date", .date, "when: 2025-03 or 2025-03-16"),
            Field("channel", .id, "how people came to it, as in citizens, staff"),
            Field("commune", .id, "where it was held"),
            Field("consent", .flag, "whether those who say nothing of it agree to be counted, without their name"),
            Field(
                "events", .list(.record(event)), required: true, "the events, the first first",
                example: """
                    - {join: p01, answers: {<question>}}
                    - {pick: <action>, person: p01}
                    - {close: r1}
                    """),
        ] + evidence, growing: "events")

    private static let event = [
        Field("join", .id, "who comes"),
        Field("answers", .map(.id, .answer), "the answers of who comes, or with person: more of them"),
        Field("profile", .map(.id, .id), "the groups a person belongs to, as in sex: f, to weigh by"),
        Field("consent", .flag, "whether who comes agrees to be counted, without their name"),
        Field("pick", .id, "the action chosen"),
        Field("unpick", .id, "the action given up"),
        Field("vote", .id, "the action voted on"),
        Field("choice", .word(Vote.allCases.map(\.rawValue)), "the vote; for unless said"),
        Field("person", .id, "who does it; nobody for what the facilitator enters for all"),
        Field("round", .id, "the round it was meant for; the open one unless said"),
        Field("level", .text, "how strongly: a name of the action, or a share; whole unless said"),
        Field("close", .id, "the round that ends: its picks stand"),
        Field("undo", .word(["last"]), "last: the last event since a round ended did not happen"),
        Field("leave", .id, "who goes"),
    ]
}
