internal import EmpreinteModel

extension PackKinds {
    static let territory = DocumentKind(
        "territory", "What is known and aimed at for the territory.",
        fields: [
            Field("id", .id, required: true, "the territory's name"),
            Field("label", .label, "its name for people"),
            Field("population", .map(.year, .quantity), "how many people live there, by year"),
            Field("competence", .list(.id), "what its authority decides, as in waste, transport"),
            Field("inventory", .map(.year, .record(accounts)), "emissions and energy by year"),
            Field("undated", .record(accounts), "totals of a year nobody stated; they are shown and nothing more"),
            Field(
                "renewables", .map(.year, .either(.quantity, .map(.id, .quantity))),
                "energy from renewable sources by year and form, or their part of the energy used"),
            Field("margins", .map(.id, .map(.id, .quantity)), "the shares of the people in groups"),
            Field("issues", .map(.id, .label), "what its climate plan is about"),
            Field(
                "sources", .map(.id, .either(.id, .list(.id))),
                "where population, inventory, renewables, margins are published"),
            Field("targets", .map(.id, .record(target, rules: targetRules)), "levels to reach"),
        ])

    /// An amount; by sector; by sector and form of energy.
    private static let amount = Shape.either(
        .quantity, .map(.id, .either(.quantity, .map(.id, .quantity))))

    private static let accounts =
        [
            Field("ghg", amount, "emissions in the territory, by sector where known; or an index in %"),
            Field("energy", amount, "final energy, by sector and form where known; or an index in %"),
        ] + evidence

    private static let targetRules =
        isFounded + [.oneOf(["per_person", "divide_by", "reduce_by", "at_most", "share_at_least"])]

    private static let target =
        [
            Field("label", .label, "a short name"),
            Field("indicator", .id, required: true, "what is aimed at"),
            Field("per_person", .quantity, "the level for one person"),
            Field("divide_by", .quantity, "by how much the value of the base year is divided"),
            Field("reduce_by", .quantity, "by which part the value of the base year is reduced"),
            Field("at_most", .quantity, "the level of the territory"),
            Field("share_at_least", .quantity, "the least part, for renewables_share"),
            Field(
                "account", .word(["footprint", "inventory"]),
                "for a level per person: that of its footprint, unless said, or of the inventory"),
            Field("by", .year, required: true, "the year it is to be met"),
            Field("base_year", .text, "the year the way there starts in, or unknown with a reason"),
            Field(
                "path",
                .either(
                    .word(["linear", "exponential"]),
                    .record([
                        Field("table", .map(.year, .quantity), "levels of years in between"),
                        Field("budget", .quantity, "what may be spent from base year to target"),
                    ])), "the way there: a straight line unless said"),
        ] + evidence
}
