public import EmpreinteModel

/// The document kinds a pack is made of.
public enum PackKinds {
    /// All of them, in the order a pack is usually read.
    public static let all = [
        manifest, sources, factors, trends, questions, formulas, categories, actions, scenarios, supports, territory,
        migrations, tests,
    ]

    /// The kinds of what callers give, which may stand beside a pack and are no part of it.
    public static let callers = [people, .plan]

    static let sources = DocumentKind.sources
    static let actions = DocumentKind.actions
    static let scenarios = DocumentKind.scenarios

    static let evidence = Evidence.fields
    static let isFounded = Evidence.rules

    static let manifest = DocumentKind(
        "pack", "The manifest: which pack this is and what it builds on.",
        fields: [
            Field("id", .id, required: true, "the pack's name in results and in extends"),
            Field("version", .text, required: true, "three numbers, as in 1.2.0", example: "0.1.0"),
            Field("language", .text, required: true, "the language of texts that state none: fr, en", example: "fr"),
            Field("label", .label, "the pack's name for people"),
            Field(
                "extends",
                .record([
                    Field("pack", .text, required: true, "the parent's name or path"),
                    Field("version", .text, "the versions that fit; recorded, not yet enforced"),
                ]), "the pack this one changes", example: "{pack: <pack>}"),
            Field("plugins", .list(.id), "plugins that must be present"),
            Field("currency", .text, "the currency of amounts, as in EUR"),
            Field(
                "years",
                .record([
                    Field("from", .year, required: true, "the first year that may be asked for"),
                    Field("to", .year, required: true, "the last year"),
                    Field("reference", .year, required: true, "the year results are for unless said"),
                ]), "the years the pack speaks of"),
            Field(
                "units", .map(.name, .text), merge: .patch,
                "counted things, as in meal: count, or sizes, as in stere: 1 m3"),
            Field("must_localise", .list(.id), "ids a child pack is expected to override"),
        ], rules: [.someOf(["years", "extends"])])

    /// How answers are spread: a family with its parameters, or shares.
    private static let distribution = [
        Field("family", .word(["lognormal", "normal", "uniform"]), "the family of a number"),
        Field("mean", .quantity, "the mean, for lognormal and normal"),
        Field("sd", .quantity, "the standard deviation, for lognormal and normal"),
        Field("from", .quantity, "the lower end, for uniform"),
        Field("to", .quantity, "the upper end, for uniform"),
        Field("shares", .map(.id, .quantity), "the share of each option"),
        Field("share", .quantity, "the share of those who answer yes"),
    ]

    /// How a dated series goes on between and outside its years.
    private static let course = [
        Field("years", .map(.year, .quantity), "figures by year"),
        Field("between", .word(["step", "linear", "none"]), "what holds between two years"),
        Field("before", .word(["hold", "none"]), "what holds before the first year"),
        Field("after", .word(["hold", "none"]), "what holds after the last year"),
    ]

    static let factors = DocumentKind(
        "factors", "Emission factors and other figures taken from publications.",
        entries: .init(
            "factors",
            [
                Field("label", .label, "a short name"),
                Field("value", .quantity, "the figure, with its unit and range"),
                Field("by", .id, "the question whose options the figures are for"),
                Field(
                    "options",
                    .map(.id, .either(.quantity, .record([Field("value", .quantity, "the figure")] + course))),
                    merge: .patch, "figures by option"),
                Field("then", .word(["parent"]), "parent: follow the parent's years in proportion"),
                Field(
                    "spread", .word(Factor.Family.allCases.map(\.rawValue)),
                    "how true figures lie about the ranges after ±; lognormal unless said"),
                Field("note", .label, "what a reader should know"),
            ] + course + evidence,
            rules: isFounded + [.oneOf(["value", "years", "options"]), .needs("value", ["year"])]))

    static let trends = DocumentKind(
        "trends", "Dated series on anything uniform: population, prices, exogenous shifts.",
        entries: .init(
            "trends",
            [Field("label", .label, "a short name"), Field("note", .label, "what a reader should know")] + course
                + evidence, rules: isFounded + [.someOf(["years"])]))

    static let questions = DocumentKind(
        "questions", "What a person is asked, with the answer taken when there is none.",
        entries: .init(
            "questions",
            [
                Field("label", .label, "a short name"),
                Field("ask", .label, "the question as asked"),
                Field("unit", .text, "the unit of the answer"),
                Field("range", .list(.quantity), "the smallest and largest answer"),
                Field("options", .map(.id, .label), merge: .patch, "the possible answers"),
                Field(
                    "default",
                    .either(.constant, .record([Field("formula", .expression, required: true, "how it is computed")])),
                    required: true, "the answer taken when there is none"),
                Field("ask_if", .expression, "when the question applies"),
                Field(
                    "per", .word(["household"]), "household: the answer is for the household and is divided by its size"
                ),
                Field("on_out_of_range", .word(["refuse", "clamp"]), "what an answer outside the range gets"),
                Field(
                    "distribution", .record(distribution + evidence, rules: isFounded),
                    "how answers are spread over a population"),
                Field("note", .label, "what a reader should know"),
            ] + evidence,
            rules: [
                .atMostOne(["unit", "options"]), .needs("range", ["unit"]), .needs("assumption", ["reason"]),
            ]))

    static let formulas = DocumentKind(
        "formulas", "How results are computed.",
        entries: .init(
            "formulas",
            [
                Field("label", .label, "a short name"),
                Field("applies_if", .expression, "when the formula applies"),
                Field("gives", .map(.id, .expression), merge: .patch, "one expression for each indicator it feeds"),
                Field("value", .expression, "the expression of a step that other formulas read"),
                Field("note", .label, "what a reader should know"),
            ], rules: [.oneOf(["gives", "value"])]))

    static let categories = DocumentKind(
        "categories", "The branches of the footprint.",
        entries: .init(
            "categories",
            [
                Field("label", .label, "a short name"),
                Field("contains", .list(.id), required: true, "formulas and categories, in order"),
                Field("acts", .word(["public"]), "public: only public action changes it"),
                Field("note", .label, "what a reader should know"),
            ]))

    static let tests = DocumentKind(
        "tests", "People with the results expected for them.",
        fields: [
            Field(
                "tests",
                .list(
                    .record([
                        Field("name", .text, required: true, "what is tested"),
                        Field("person", .map(.name, .answer), "answers by question"),
                        Field("with", .list(.id), "actions taken, at their full strength"),
                        Field("year", .year, "the year; the reference year unless said"),
                        Field(
                            "expect", .map(.id, .quantityOr(Expectation.Value.Change.allCases.map(\.rawValue))),
                            required: true,
                            "expected values, with a tolerance after ±, or what the actions do: decreases, increases, "
                                + "stays"),
                    ])), required: true, "the tests")
        ])

    /// People, a caller's document; it may stand beside a pack but is no part of it.
    public static let people = DocumentKind(
        "people", "People and their answers.",
        fields: [
            Field("model", .text, "the pack and version answered, as in france@1.0.0", example: "<model>"),
            Field(
                "people",
                .list(
                    .record([
                        Field("id", .id, "a neutral id such as p01, never a name", example: "p01"),
                        Field("weight", .quantity, "how many people this one stands for"),
                        Field("year", .year, "the year to evaluate"),
                        Field("answers", .map(.name, .answer), "answers by question", example: "<questions>"),
                        Field("taken", .list(.id), "actions taken"),
                    ])), required: true, "the people"),
        ])
}
