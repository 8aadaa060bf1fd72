internal import EmpreinteModel

extension PackKinds {
    static let supports = DocumentKind(
        "supports", "Schemes of the territory that help to take actions.",
        entries: .init(
            "supports",
            [
                Field("label", .label, required: true, "its name"),
                Field("note", .label, "what a reader should know"),
                Field("operator", .text, "who runs it"),
                Field("for", .record([Field("who", .list(.text), "who may use it")]), "whom it is for"),
                Field("actions", .list(.id), merge: .append, "the actions it helps with"),
            ] + evidence))

    static let migrations = DocumentKind(
        "migrations", "What became of answers given to older versions.",
        fields: [
            Field(
                "changes",
                .list(
                    .record(
                        [
                            Field(
                                "rename", .either(.id, .map(.id, .id)),
                                "the older id of a question or an action; for option:, the new names by the older ones"),
                            Field("convert", .id, "a question now asked in another unit"),
                            Field("option", .id, "a question whose options have other names"),
                            Field("split", .id, "the older id of a number now asked in parts"),
                            Field("retire", .id, "the older id of what is no longer asked"),
                            Field("to", .text, "the new id, or the new unit"),
                            Field("from", .text, "the older unit"),
                            Field("factor", .quantity, "what the number is multiplied by"),
                            Field("into", .map(.id, .quantity), "the share of each part"),
                            Field("reason", .text, "why it is no longer asked"),
                        ], rules: [.someOf(["rename", "convert", "split", "retire"])])), required: true,
                "the changes, in the order made")
        ])
}
