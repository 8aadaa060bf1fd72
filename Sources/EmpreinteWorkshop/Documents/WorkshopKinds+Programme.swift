public import EmpreinteModel

extension WorkshopKinds {
    /// Programmes of sessions.
    public static let programme = DocumentKind(
        "programme", "A programme of workshops: how many people it wants by which channel, and how it publishes.",
        fields: [
            Field("id", .id, "what it is called by"),
            Field("label", .label, "its name for people"),
            Field(
                "channels",
                .map(
                    .id,
                    .record([
                        Field("label", .label, "its name for people"),
                        Field("goal", .integer, required: true, "how many people are wanted"),
                        Field("payer", .text, "who pays"),
                    ])), required: true, "the ways people come, with the number wanted",
                example: "{citizens: {goal: 100}}"),
            Field("sessions", .list(.text), "the files of its sessions, beside this one: sessions/*.yaml"),
            Field("planned", .list(.record(planned)), "the sessions to come"),
            Field("retention", .date, "when logs are to be deleted: 2036-01"),
            Field("threshold", .integer, "the fewest people a published cell stands for: 5 or more, 10 unless said"),
            Field("sample", .word(["self_selected", "random"]), "how people were chosen; by themselves unless said"),
            Field("population", .integer, "how many people live in the territory"),
            Field("margins", .map(.id, .map(.id, .quantity)), "the shares of the territory's groups, to weigh by"),
            Field("collapse", .map(.id, .map(.id, .id)), "the groups that are counted with another one, by margin"),
            Field(
                "weights",
                .record([
                    Field("min", .quantity, required: true, "the least weight, over the mean one: 0 to 1"),
                    Field("max", .quantity, required: true, "the largest, over the mean one: 1 or more"),
                ]), "the bounds of weights; none unless said"),
            Field("calibrate", .map(.id, .quantity), "known means of the territory, by branch"),
            Field(
                "followed",
                .record([
                    Field("from", .year, required: true, "the year the territory starts to follow"),
                    Field("to", .year, required: true, "the year it has followed"),
                    Field("share", .quantity, required: true, "the share of people who have followed then"),
                ]), "what is asked of the trajectory if the territory followed"),
        ] + evidence)

    private static let planned = [
        Field("date", .date, required: true, "when: 2026-03 or 2026-03-16"),
        Field("channel", .id, required: true, "how people come"),
        Field("commune", .id, "where"),
        Field("places", .integer, required: true, "for how many people"),
    ]

    /// Commitments and what becomes of them.
    public static let commitments = DocumentKind(
        "commitments", "What people and organisations commit to, and what became of it.",
        fields: [
            Field("at", .date, "the day of the follow-up: nothing later may be told"),
            Field("one_per", .word(["domain", "none"]), "how many a person may take after one session"),
            Field("commitments", .list(.record(commitment)), required: true, "the commitments"),
        ] + evidence)

    private static let commitment = [
        Field("id", .id, required: true, "what it is called by", example: "c1"),
        Field("person", .id, required: true, "who: a pseudonym", example: "p01"),
        Field("actor", .word(Commitment.Actor.allCases.map(\.rawValue)), required: true, "what sort of actor"),
        Field("action", .id, required: true, "the action", example: "<action>"),
        Field("level", .text, "how strongly; whole unless said"),
        Field("start", .date, required: true, "from when: 2025-04"),
        Field("until", .date, "up to when"),
        Field("session", .id, "the session it was taken after"),
        Field("relay", .id, "who brought it about"),
        Field("support", .id, "the scheme that helps"),
        Field("follow", .list(.record(observation)), "what was observed, in any order"),
    ]

    private static let observation = [
        Field("date", .date, required: true, "when: 2026-04"),
        Field("status", .word(Observation.Status.allCases.map(\.rawValue)), required: true, "what became of it"),
        Field("level", .text, "the level observed, which partial needs"),
        Field("proof", .word(["declared", "measured"]), "how it is known; declared unless said"),
        Field("reason", .id, "why it was dropped or kept in part, as a word"),
    ]

    /// Relays and whom they reach.
    public static let relays = DocumentKind(
        "relays", "Those who bring commitments about, and what they report.",
        entries: .init(
            "relays",
            [
                Field("label", .label, "its name for people"),
                Field("actor", .word(Commitment.Actor.allCases.map(\.rawValue)), required: true, "what sort of actor"),
                Field("commune", .id, "where it works"),
                Field("audience", .id, "whom it speaks to"),
                Field("reports", .list(.record(report)), "what it reports, by year"),
            ] + evidence))

    private static let report = [
        Field("period", .year, required: true, "the year reported on"),
        Field("actions_run", .integer, "how many actions it ran"),
        Field("contacts", .integer, required: true, "how many contacts it had, people met twice counted twice"),
        Field("distinct", .integer, "how many people that was"),
        Field("cost", .quantity, "what it cost"),
        Field("themes", .list(.id), "what about"),
    ]

    /// Answers before and after.
    public static let survey = DocumentKind(
        "survey", "What people said of their habits, before and after.",
        fields: [
            Field(
                "waves", .map(.id, .date), required: true, "the waves and when they were, the first first",
                example: "{before: 2025-03, after: 2026-03}"),
            Field(
                "answers", .map(.id, .map(.id, .map(.id, .flag))), required: true,
                "by person, then by wave, the questions with true or false",
                example: "{p01: {before: {cycles: false}, after: {cycles: true}}}"),
            Field("population", .integer, "how many people were asked"),
        ] + evidence)
}
