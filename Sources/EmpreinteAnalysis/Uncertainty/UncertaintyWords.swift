internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// What is said of draws, to people and programs.
struct UncertaintyWords {
    let language: Language
    let model: Model
    let draws: Draws
    let shocks: FigureShocks

    init(_ request: Analysis.Request, _ draws: Draws) {
        language = request.language
        model = request.model
        self.draws = draws
        shocks = FigureShocks(request.model)
    }

    private var words: UnitWords { UnitWords(language) }

    func percent(_ share: Double) -> String { words.text(Figure(share * 100, "%"), digits: 2) }

    /// What ranges are made of.
    var method: String {
        let count = NumberStyle(language, digits: 6).text(Double(draws.count))
        return language.say(
            "In brackets: nine in ten of \(count) draws of the figures within their published ranges, seed \(draws.seed).",
            "Entre parenthèses : neuf sur dix des \(count) tirages des chiffres dans leurs marges publiées, graine \(draws.seed)."
        )
    }

    /// The figures that count as exact.
    var exact: String {
        guard !shocks.exact.isEmpty else {
            return language.say("Every figure has a published range.", "Chaque chiffre a une marge publiée.")
        }
        let names = shocks.exact.prefix(3).joined(separator: ", ")
        let (exact, count) = (shocks.exact.count, shocks.count)
        let all = exact > 3 ? "\(names)…" : names
        return language.say(
            "\(exact) of \(count) figures have no published range and count as exact: \(all)",
            "\(exact) chiffres sur \(count) n’ont pas de marge publiée et comptent comme exacts : \(all)")
            + (exact > 3 ? "" : ".")
    }

    /// How likely a target is met.
    func chance(_ target: Target, _ chance: Double) -> String {
        let label = target.label.text(in: language.rawValue)
        return language.say("\(label): met in \(part(chance)).", "\(label) : atteint dans \(part(chance)).")
    }

    /// A part of the draws; none of them is not never.
    func part(_ chance: Double) -> String {
        if chance == 0 { return language.say("none of the draws", "aucun tirage") }
        if chance == 1 { return language.say("all draws", "tous les tirages") }
        return language.say("\(percent(chance)) of the draws", "\(percent(chance)) des tirages")
    }

    /// What makes a result unsure.
    func variance(_ uncertainty: Uncertainty) -> String? {
        guard !uncertainty.shares.isEmpty else { return nil }
        let telling = uncertainty.shares.prefix(3).map { share in
            "\(model.factors[share.factor].label.text(in: language.rawValue)) (\(percent(share.share)))"
        }.joined(separator: ", ")
        let rsquared = words.text(Figure(uncertainty.explained), digits: 2)
        return language.say(
            "What makes it uncertain: \(telling); R² \(rsquared).",
            "Ce qui le rend incertain : \(telling) ; R² \(rsquared).")
    }

    // MARK: For programs

    var about: JSON {
        .object(of: [
            "draws": .integer(draws.count), "seed": .string(String(draws.seed)),
            "exact": .object(of: [
                "count": .integer(shocks.exact.count), "of": .integer(shocks.count),
                "figures": .array(shocks.exact.map(JSON.string)),
            ]),
        ])
    }

    func json(_ uncertainty: Uncertainty) -> JSON {
        .object(of: [
            "p5": .number(uncertainty.band.p5), "p50": .number(uncertainty.band.p50),
            "p95": .number(uncertainty.band.p95), "r2": .number(uncertainty.explained),
            "variance": .object(
                uncertainty.shares.map { .init(model.factors[$0.factor].id, .number($0.share)) }),
        ])
    }
}

extension Band {
    var json: JSON { .object(of: ["p5": .number(p5), "p50": .number(p50), "p95": .number(p95)]) }

    /// Three cells, in the order of `titles`.
    func cells(_ unit: String) -> [Report.Table.Cell] { [p5, p50, p95].map { .figure(Figure($0, unit)) } }

    /// The columns of a result's band.
    static func columns(_ id: String, _ title: String, _ unit: String) -> [Report.Table.Column] {
        ["p5", "p50", "p95"].map { .init(id: "\(id).\($0)", title: "\(title) \($0)", unit: unit) }
    }
}
