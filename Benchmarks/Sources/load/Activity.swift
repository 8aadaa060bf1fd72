/// One thing people do, as a pack describes it: 4 questions, 7 factors, 9 steps and 6 leaves.
///
/// The default person's footprint is computed beside the text it is written in, without the library, so that the
/// benchmark can tell that what it timed is right.
struct Activity {
    let id: String
    let domain: Domain
    let label: (english: String, french: String)
    let source: String

    let isDone: Bool
    let amount: Decimal
    let options: [String]
    let chosen: Int
    let stock: Decimal
    /// Whether the default stock is a formula of the household's size, in things a person.
    let isStockByPerson: Bool

    let direct: Decimal
    let byOption: [Decimal]
    let series: [(year: Int, value: Decimal)]
    let energy: Decimal
    let cost: Decimal
    let share: Decimal
    let making: Decimal
    let spread: Int

    init(_ number: Int, in domain: Domain, _ random: inout SplitMix64) {
        func decimal(_ range: ClosedRange<Int>) -> Decimal { Decimal(hundredths: .random(in: range, using: &random)) }
        let (english, french) = domain.things[number % domain.things.count]
        let word = english.lowercased().map { $0 == " " ? "_" : $0 }
        id = "\(domain.id).\(String(word))_\(number)"
        self.domain = domain
        label = ("\(english) \(number)", "\(french) \(number)")
        source = "src.publication_\(Int.random(in: 1...40, using: &random))"
        isDone = Int.random(in: 0..<4, using: &random) > 0
        amount = decimal(10...9_000)
        options = Array(
            ["average", "small", "medium", "large", "electric", "second_hand"].prefix(
                .random(in: 3...6, using: &random)))
        chosen = .random(in: options.indices, using: &random)
        stock = decimal(50...1_200)
        isStockByPerson = Int.random(in: 0..<4, using: &random) == 0
        direct = decimal(1...900)
        byOption = options.map { _ in decimal(1...900) }
        series = stride(from: 2015, through: 2050, by: 5).map { ($0, decimal(1...300)) }
        energy = decimal(5...500)
        cost = decimal(5...2_000)
        share = decimal(100...6_000)
        making = decimal(100...30_000)
        spread = .random(in: 1...12, using: &random) * 5
    }

    /// The default person's greenhouse gases of the six leaves, in kg a year, with so many people at home.
    func footprint(ofHouseholdOf size: Double) -> Double {
        let part = share.value / 100
        let level = chosen == 0 ? 1.0 : chosen == 1 ? 0.8 : 1.25
        let dated = series.first { $0.year == SyntheticPack.referenceYear }?.value.value ?? .nan
        let yearly = isDone ? amount.value * 52 : 0
        let things = isStockByPerson ? stock.value : stock.value / size
        let renewal = things * making.value / 10
        let band = things >= 5 ? 0.1 : things >= 1 ? 0.05 : 0
        let use = yearly * (direct.value * level + dated * (1 - part))
        let supply = yearly * (byOption[chosen].value + dated) * part
        let losses = max(yearly * direct.value - 10, 0) * part * (1 - part)
        let upkeep = renewal * part / level
        return use + supply + renewal + upkeep + (isDone ? losses : 0) + band * (renewal + upkeep)
    }
}

/// A top branch of the footprint.
struct Domain {
    let id: String
    let label: (english: String, french: String)
    /// What amounts are counted in.
    let unit: String
    let things: [(english: String, french: String)]

    static let all = [
        Domain(
            id: "transport", label: ("Transport", "Transport"), unit: "km",
            things: [
                ("Car", "Voiture"), ("Bus", "Autobus"), ("Train", "Train"), ("Electric bicycle", "Vélo électrique"),
                ("Ferry", "Bac"),
            ]),
        Domain(
            id: "food", label: ("Food", "Alimentation"), unit: "meal",
            things: [
                ("Breakfast", "Petit déjeuner"), ("Vegetarian meal", "Repas végétarien"), ("Canteen", "Cantine"),
                ("Picnic", "Pique-nique"),
            ]),
        Domain(
            id: "housing", label: ("Housing", "Logement"), unit: "kWh",
            things: [
                ("Heating", "Chauffage"), ("Hot water", "Eau chaude"), ("Lighting", "Éclairage"),
                ("Cooking", "Cuisson"), ("Ventilation", "Ventilation"),
            ]),
        Domain(
            id: "goods", label: ("Goods", "Biens"), unit: "item",
            things: [("Clothing", "Vêtement"), ("Furniture", "Mobilier"), ("Telephone", "Téléphone")]),
        Domain(
            id: "services", label: ("Services", "Services"), unit: "h",
            things: [("Sport", "Sport"), ("Culture", "Spectacle"), ("Health care", "Santé"), ("School", "École")]),
    ]
}
