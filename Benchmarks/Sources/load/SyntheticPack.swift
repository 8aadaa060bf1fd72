/// A pack as a territory's modellers would write it, large: 1 500 formulas, 401 questions, 700 factors.
struct SyntheticPack {
    static let formulaCount = 1_500
    static let referenceYear = 2025
    static let folder = "synthetic"
    private static let householdSize = 2.15

    /// The texts by path.
    let files: [String: String]
    /// The default person's greenhouse gases, computed without the library.
    let footprint: Double

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var files = ["pack.yaml": Self.manifest, "sources.yaml": Self.sources, "questions/people.yaml": Self.people]
        var footprint = 0.0
        var categories = "kind: categories\ncategories:\n"
        for domain in Domain.all {
            let activities = (1...20).map { Activity($0, in: domain, &random) }
            files["questions/\(domain.id).yaml"] = Self.document("questions", activities.map(\.questions))
            files["factors/\(domain.id).yaml"] = Self.document("factors", activities.map(\.factors))
            files["formulas/\(domain.id).yaml"] = Self.document("formulas", activities.map(\.formulas))
            categories += "  \(domain.id): {label: {en: \(domain.label.english), fr: \(domain.label.french)}, "
            categories += "contains: [\(activities.map(\.id).joined(separator: ", "))]}\n"
            categories += activities.map(\.category).joined()
            footprint += activities.reduce(0) { $0 + $1.footprint(ofHouseholdOf: Self.householdSize) }
        }
        files["categories.yaml"] = categories
        self.files = Dictionary(uniqueKeysWithValues: files.map { ("\(Self.folder)/\($0)", $1) })
        self.footprint = footprint
    }

    private static func document(_ kind: String, _ entries: [String]) -> String {
        "kind: \(kind)\n\(kind):\n" + entries.joined()
    }

    private static let manifest = """
        kind: pack
        id: synthetic
        version: 1.0.0
        language: fr
        label: {en: Synthetic, fr: Synthétique}
        currency: EUR
        years: {from: 2015, to: 2050, reference: \(referenceYear)}
        units: {meal: count, item: count}

        """

    private static let people = """
        kind: questions
        questions:
          household.size:
            label: {en: Household, fr: Foyer}
            ask: {en: "How many people live in your home?", fr: "Combien de personnes vivent dans votre logement ?"}
            unit: person
            range: [1, 30]
            default: \(householdSize)
            source: src.publication_1
            year: 2024

        """

    private static let sources =
        "kind: sources\nsources:\n"
        + (1...40).map { number in
            """
              src.publication_\(number):
                title: {en: Yearly balance number \(number), fr: Bilan annuel numéro \(number)}
                publisher: Observatoire régional
                date: 20\(10 + number % 15)-11
                licence: Etalab 2.0
                url: "https://example.org/balances/\(number)"

            """
        }.joined()
}
