public import EmpreinteModel

extension WorkshopKinds {
    public static let programmePart = DocumentKind(
        "programme_part",
        "What one machine counted of a programme, under pseudonyms, for another to put together; not for publication.",
        fields: [
            Field("format", .integer, "the layout of the file"),
            Field("engine", .text, "what wrote it"),
            Field("pack", .id, required: true, "the pack everybody was evaluated with"),
            Field("version", .text, "its version"),
            Field("hash", .text, required: true, "the hash of its content"),
            Field("indicator", .id, required: true, "what is aimed at"),
            Field("start", .integer, required: true, "the year everybody starts from"),
            Field("goal", .integer, required: true, "the year of the goal"),
            Field("rooms", .list(.record(room)), required: true, "the sessions"),
            Field("people", .list(.record(person)), required: true, "those who are counted"),
        ] + evidence)

    private static let room = [
        Field("id", .text, required: true, "a pseudonym"),
        Field("channel", .text, required: true, "how people came"),
        Field("attended", .integer, required: true, "how many took part"),
        Field("left_out", .integer, required: true, "how many of them are not counted"),
        Field("places", .integer, required: true, "how many there was room for"),
        Field("from", .integer, required: true, "the first year of the path"),
        Field("background", .list(.text), required: true, "the path of those who were not there"),
    ]

    private static let person = [
        Field("session", .text, required: true, "a pseudonym"),
        Field("person", .text, required: true, "a pseudonym"),
        Field("channel", .text, required: true, "how the person came"),
        Field("commune", .text, required: true, "where the session was held"),
        Field("year", .integer, "when"),
        Field("profile", .map(.name, .text), "the groups the person is of"),
        Field(
            "values", .list(.list(.text)), required: true, "the total and the branches, at the start, later, at last"),
        Field("from", .integer, required: true, "the first year of the path"),
        Field("path", .list(.text), required: true, "the total by year"),
        Field("picks", .list(.list(.text)), required: true, "the actions picked, each with its round"),
    ]
}
