extension DocumentKind {
    /// What can be done, as a catalog lists it.
    public static let actions = DocumentKind(
        "actions", "What people, households, organisations and the public authority can do.",
        entries: .init(
            "actions",
            [
                Field("label", .label, "a short name"),
                Field("note", .label, "what a reader should know"),
                Field("who", .word(["person", "household", "organisation", "public"]), required: true, "who does it"),
                Field("domain", .id, required: true, "the top branch it belongs to"),
                Field("applies_if", .expression, "when it applies, read on the answers"),
                Field("requires", .list(.id), merge: .append, "actions it cannot go without"),
                Field("excludes", .list(.id), merge: .append, "actions it cannot go with"),
                Field("supersedes", .list(.id), merge: .append, "weaker actions it turns off"),
                Field("levels", .map(.id, .quantity), "named strengths from 0 to 1"),
                Field(
                    "effects", .either(.word(["none"]), .list(.record(effect, rules: [.oneOf(verbs)]))), required: true,
                    merge: .append,
                    "what it changes; none, with a reason, where that is not known"),
                Field(
                    "ramp", .record(ramp, rules: [.needs("p", ["q"]), .needs("q", ["p"])]),
                    "how it comes to its strength; whole from the start where absent"),
                Field("rebound", .quantity, "the share of what is saved that comes back"),
                Field("allow_backfire", .flag, "true where a rebound above 100 % is meant"),
                Field("effort", .quantity, "how hard it is, on the source's scale"),
                Field(
                    "cost",
                    .record([
                        Field("upfront", .expression, "once, at the start"),
                        Field("yearly", .expression, "every year; below zero where it saves"),
                        Field("lifetime", .quantity, "how many years what was bought lasts"),
                    ]), "what it costs whoever does it"),
                Field(
                    "typical_saving", .quantity, "what its source gives for a typical person: a check, never an input"),
            ] + Evidence.fields,
            rules: [.someOf(["source", "assumption", "reason"]), .needs("assumption", ["reason"])]))

    private static let verbs = ["set", "add", "scale", "cap", "floor", "move"]

    private static func changed(_ name: String, _ amount: String, _ words: String) -> Field {
        Field(
            name,
            .record([
                Field("target", .text, required: true, "a question, or a figure for public actions"),
                Field(amount, .expression, required: true, "the amount"),
            ]), words)
    }

    private static let effect = [
        changed("set", "to", "gives a value or an option"),
        changed("add", "by", "adds an amount"),
        changed("scale", "to", "multiplies"),
        changed("cap", "at", "takes no more than"),
        changed("floor", "at", "takes no less than"),
        Field(
            "move",
            .record([
                Field("from", .text, required: true, "the question it is taken from"),
                Field("to", .text, required: true, "the question it is added to"),
                Field("share", .expression, required: true, "how much of it"),
                Field("rate", .expression, "how much is added for each that is taken"),
            ]), "takes a share of one question and adds it to another"),
        Field("adoption", .quantity, "the share of those concerned who do it"),
    ]

    /// The shapes a ramp may have without any plugin.
    public static let rampShapes = ["step", "linear", "logistic", "bass", "table"]

    private static let ramp = [
        Field(
            "shape", .id, required: true,
            "how it grows: \(rampShapes.joined(separator: ", ")), or a plugin's shape by its name"),
        Field(
            "years", .either(.integer, .map(.year, .quantity)), "how long it takes; for a table, the strengths by year"),
        Field("start", .year, "the year it starts unless a plan says another"),
        Field("end", .year, "the year it is whole"),
        Field("steepness", .quantity, "of a logistic ramp; 10 unless said"),
        Field("p", .quantity, "of a Bass ramp: the yearly drive to be among the first"),
        Field("q", .quantity, "of a Bass ramp: the yearly drive to imitate"),
    ]

    /// Named sets of choices among the actions of a catalog.
    public static let scenarios = DocumentKind(
        "scenarios", "Named sets of choices.",
        entries: .init(
            "scenarios",
            [
                Field("label", .label, "a short name"),
                Field("note", .label, "what a reader should know"),
                Field("extends", .id, "the scenario whose choices it starts from"),
                Field("plan", .list(.record(ChoiceReader.fields)), required: true, merge: .append, "the choices"),
                Field(
                    "left_at_trend", .list(.label), merge: .append, "what the source moves and the scenario does not"),
            ] + Evidence.fields, rules: [.needs("assumption", ["reason"])]))

    /// The publications that figures and catalogs name.
    public static let sources = DocumentKind(
        "sources", "The publications figures are taken from.",
        entries: .init(
            "sources",
            [
                Field("title", .label, required: true, "the publication's title"),
                Field("publisher", .text, "who published it"),
                Field("date", .text, "when, as precisely as known"),
                Field("licence", .text, "what may be done with its figures"),
                Field("url", .text, "where to find it"),
                Field("note", .label, "what a reader should know"),
            ]))
}

extension Evidence {
    /// What every figure says of where it comes from.
    public static let fields = [
        Field("source", .id, "the id of the publication"),
        Field("year", .year, "the year the figure is valid for"),
        Field("confidence", .word(["read", "recalled"]), "recalled: written from memory, to be checked"),
        Field("assumption", .flag, "true where no publication gives the figure"),
        Field("reason", .text, "why it was assumed"),
    ]
    /// What they owe: a figure comes from somewhere, or says why it was assumed.
    public static let rules = [Rule.someOf(["source", "assumption"]), .needs("assumption", ["reason"])]
}
