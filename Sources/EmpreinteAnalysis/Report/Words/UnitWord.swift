/// How one unit name is said in each language, and its rank among the multiples of the same thing.
struct UnitWord {
    /// The name in canonical unit texts.
    let name: String
    private let fr: String
    private let en: String
    /// What units with larger and smaller multiples have in common; nothing for the others.
    var family: Family?
    /// The power of ten over the family's first unit.
    var exponent = 0
    /// The smallest amount, in the family's first unit, people say in this multiple; nothing when they never do.
    var from: Double?

    enum Family {
        case carbon, mass, energy, euro
    }

    private init(_ name: String, fr: String, en: String) {
        self.name = name
        self.fr = fr
        self.en = en
    }

    private init(_ name: String, _ word: String, _ family: Family, _ exponent: Int, from: Double?) {
        self.init(name, fr: word, en: word)
        self.family = family
        self.exponent = exponent
        self.from = from
    }

    func word(_ language: Language) -> String { language == .fr ? fr : en }

    /// The word for columns whose title says what is counted: `t` for `t CO2e`.
    func symbol(_ language: Language) -> String {
        let word = word(language)
        return family == .carbon ? String(word.prefix { $0 != " " }) : word
    }

    /// The unit of that name, or nothing when it is said as it is written.
    static func named(_ name: some StringProtocol) -> UnitWord? { all.first { $0.name == name } }

    /// The multiple people use for an amount in the family's first unit.
    static func usual(_ family: Family, for amount: Double) -> UnitWord? {
        all.last { $0.family == family && $0.from.map { amount >= $0 } ?? false }
    }

    /// How "each year" and the like are said after an amount.
    static func each(_ period: String, _ language: Language) -> String? {
        guard let article = articles[period] else { return nil }
        return (language == .fr ? "par " : article + " ") + (named(period)?.word(language) ?? period)
    }

    /// Periods with their English article.
    private static let articles = ["year": "a", "month": "a", "week": "a", "day": "a", "hour": "an"]

    /// Multiples of one family stand in increasing order.
    private static let all = [
        UnitWord("gCO2e", "g CO2e", .carbon, -3, from: 0),
        UnitWord("kgCO2e", "kg CO2e", .carbon, 0, from: 1),
        UnitWord("tCO2e", "t CO2e", .carbon, 3, from: 1e3),
        UnitWord("ktCO2e", "kt CO2e", .carbon, 6, from: 1e6),
        UnitWord("MtCO2e", "Mt CO2e", .carbon, 9, from: 1e9),
        UnitWord("g", "g", .mass, -3, from: 0),
        UnitWord("kg", "kg", .mass, 0, from: 1),
        UnitWord("t", "t", .mass, 3, from: 1e3),
        UnitWord("Wh", "Wh", .energy, -3, from: 0),
        UnitWord("kWh", "kWh", .energy, 0, from: 1),
        UnitWord("MWh", "MWh", .energy, 3, from: 1e5),
        UnitWord("GWh", "GWh", .energy, 6, from: 1e6),
        UnitWord("TWh", "TWh", .energy, 9, from: 1e9),
        UnitWord("EUR", "€", .euro, 0, from: 0),
        UnitWord("kEUR", "k€", .euro, 3, from: nil),
        UnitWord("MEUR", "M€", .euro, 6, from: 1e6),
        UnitWord("m2", fr: "m²", en: "m²"),
        UnitWord("m3", fr: "m³", en: "m³"),
        UnitWord("hkm", fr: "100 km", en: "100 km"),
        UnitWord("person", fr: "personne", en: "person"),
        UnitWord("household", fr: "ménage", en: "household"),
        UnitWord("vehicle", fr: "véhicule", en: "vehicle"),
        UnitWord("year", fr: "an", en: "year"),
        UnitWord("month", fr: "mois", en: "month"),
        UnitWord("week", fr: "semaine", en: "week"),
        UnitWord("day", fr: "jour", en: "day"),
        UnitWord("hour", fr: "heure", en: "hour"),
    ]
}
