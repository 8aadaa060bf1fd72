public import EmpreinteModel

/// The kinds of document about coalitions and initiatives.
public enum TerritoryKinds {
    /// All of them.
    public static let all = [coalitions, initiatives, profile]

    private static let evidence = [
        Field("source", .text, "where it is published: the id of a source of the pack, or its title"),
        Field("assumption", .flag, "true for what is made up, which every report then says"),
        Field("reason", .text, "why it was assumed"),
        Field("note", .label, "what a reader should know"),
    ]

    private static let claim =
        [
            Field(
                "account", .text, required: true, "one member's quantity, as in member_a/outdoor_light",
                example: "member_a/lighting"),
            Field("shared", .id, "the name of a quantity that several members count, each as theirs"),
            Field("action", .id, "what is done, which counts once whoever claims it; the coalition's own unless said"),
            Field("base", .quantity, "the quantity before, a year", example: "100 MWh/year"),
            Field("reduce", .quantity, "the part, or the amount, that is taken away", example: "30 %"),
            Field(
                "people", .quantity,
                "instead of both, how many people the action is for, or which share of the territory: the action is one of the pack, which says what it brings"
            ),
            Field("adoption", .quantity, "the share of those people who take it; all unless said"),
            Field("level", .text, "how strongly they take it; whole unless said"),
            Field("increase", .flag, "true where the quantity is meant to grow"),
            Field("start", .year, required: true, "the first year it holds"),
            Field("until", .year, "the last year it holds"),
            Field("status", .map(.date, .word(Claim.Status.allCases.map(\.rawValue))), "what became of it, by date"),
            Field("overlap", .word(Claim.Relation.allCases.map(\.rawValue)), "how it goes with others on the account"),
            Field("sector", .id, "the sector of the inventory the quantity is counted in"),
            Field("issue", .id, "which of its coalition's issues it is for"),
            Field("share", .quantity, "the part of the account's effect that is credited, where that is declared"),
        ] + evidence

    /// Coalitions and what they claim.
    public static let coalitions = DocumentKind(
        "coalitions", "Actors who act together, and what they claim to reduce.",
        fields: [
            Field(
                "members",
                .map(
                    .id,
                    .record([
                        Field("kind", .id, "what sort of actor, as in school, firm, town"),
                        Field("label", .label, "its name, where it may be told"),
                    ])), "the members of all coalitions",
                example: "{member_a: {kind: school}, member_b: {kind: firm}}")
        ],
        entries: .init(
            "coalitions",
            [
                Field("label", .label, "its name for people"),
                Field("objective", .label, "what it wants to reach"),
                Field(
                    "perimeter",
                    .record([
                        Field("theme", .id, "what it is about"), Field("area", .id, "where it acts"),
                        Field("trade", .id, "of which trade it is"),
                    ]), "what holds it together"),
                Field("members", .list(.id), "who takes part", example: "[member_a, member_b]"),
                Field("roles", .map(.id, .text), "what each member does"),
                Field("facilitator", .id, "the member who runs it"),
                Field("working_mode", .label, "how it works"),
                Field("stage", .word(Coalition.Stage.allCases.map(\.rawValue)), "how far it is"),
                Field("formed", .date, "when it was formed: 2024-05"),
                Field("issues", .list(.id), "what of the climate plan it works on"),
                Field(
                    "claims",
                    .list(.record(claim, rules: [.oneOf(["base", "people"]), .needs("base", ["reduce"])])),
                    "what it says it reduces"),
            ] + evidence))

    /// Initiatives seen elsewhere.
    public static let initiatives = DocumentKind(
        "initiatives", "What was done elsewhere, and what it takes.",
        fields: [
            Field(
                "weights", .map(.id, .quantity), "how much each part of a context counts in a comparison; 1 unless said"
            )
        ],
        entries: .init(
            "initiatives",
            [
                Field("label", .label, "its name for people"),
                Field("theme", .id, "what it is about"),
                Field("context", .map(.id, .text), "where it was done: numbers with their unit, words, true or false"),
                Field("resources", .list(.label), "what it took"),
                Field("steps", .list(.label), "how it went"),
                Field("results", .list(.label), "what came of it"),
                Field("needs", .list(.text), "what must be so elsewhere, as in schools > 10, or waste"),
                Field("scale_by", .id, "the part of the context its effect goes with"),
                Field("effect", .map(.id, .quantity), "what it did there, by indicator"),
            ] + evidence))

    /// What a territory is like.
    public static let profile = DocumentKind(
        "profile", "What is known of the place that looks for initiatives.",
        fields: [
            Field("label", .label, "its name for people"),
            Field(
                "values", .map(.id, .text), required: true, "numbers with their unit, words, true or false",
                example: "{density: 90 /km2}"),
        ])
}
