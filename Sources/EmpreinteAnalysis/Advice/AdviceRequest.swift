internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// What is asked of an advisor, read from the options of a request.
struct AdviceRequest {
    let request: Analysis.Request
    let key: AdviceKey
    let indicator: Int
    /// How many actions a list shows people.
    let count: Int
    /// The level to reach at the least price, and its name.
    let target: (value: Double, label: Label?)?
    /// The figure that says what spending saved money emits.
    let respend: Int?
    let showsFloors: Bool
    let showsCurve: Bool
    let showsTypical: Bool
    /// The draws of figures asked for.
    let draws: Draws?

    static let options: [Analysis.Option] = [
        .init(
            "by", .word(AdviceKey.allCases.map(\.rawValue)), standing: AdviceKey.gain.rawValue,
            "what the next actions are ranked by"),
        .init("indicator", .text, standing: "", "what gains are counted in; the first indicator unless said"),
        .init("count", .text, standing: "10", "how many actions a list shows"),
        .init("target", .text, standing: "", "the level to reach at the least price: a quantity, or a target's id"),
        .init("respend", .text, standing: "", "the figure for what spending saved money emits"),
        .init("floors", .word(["auto", "yes", "no"]), standing: "auto", "how low one can go; auto: for one person"),
        .init("curve", .word(["yes", "no"]), standing: "no", "what each further saving costs"),
        .init("typical", .word(["yes", "no"]), standing: "no", "published savings beside the computed ones"),
        Draws.option, Draws.seedOption,
    ]

    /// - Throws: `indicator.unknown`, `option.count`, `option.target`, `respend.unknown`, `respend.unit`, `year.outside`,
    ///   `option.draws`, `option.seed`, `draws.one`.
    init(_ request: Analysis.Request) throws(CompilationError) {
        let model = request.model
        self.request = request
        key = AdviceKey(rawValue: request["by"]) ?? .gain
        indicator = try Self.indicator(request["indicator"], model)
        guard let count = Int(request["count"]), count > 0 else {
            throw CompilationError("option.count", "count is a whole number above zero, not '\(request["count"])'")
        }
        self.count = count
        target = try Self.target(request["target"], model, indicator)
        respend = try Self.respend(request["respend"], model, indicator)
        showsFloors = request["floors"] == "yes" || request["floors"] == "auto" && request.everyone.count == 1
        showsCurve = request["curve"] == "yes"
        showsTypical = request["typical"] == "yes"
        if let year = request.year { try model.checkYear(year) }
        draws = try Draws(request)
        guard draws == nil || request.everyone.count == 1 else {
            throw CompilationError(
                "draws.one", "what actions bring is drawn for one person, not \(request.everyone.count)",
                hint: "footprint and trajectory draw for many", in: request.sources)
        }
    }

    static func indicator(_ id: String, _ model: Model) throws(CompilationError) -> Int {
        guard !id.isEmpty else { return 0 }
        let known = model.indicators.filter { $0.total != nil }.map(\.id)
        guard known.contains(id), let index = model.indicator(id) else {
            throw CompilationError(
                "indicator.unknown", "no indicator is called '\(id)'",
                hint: Spelling.didYouMean(id, among: known) ?? "indicators: \(known.joined(separator: ", "))")
        }
        return index
    }

    private static func target(
        _ text: String, _ model: Model, _ indicator: Int
    ) throws(CompilationError) -> (value: Double, label: Label?)? {
        guard !text.isEmpty else { return nil }
        if let target = model.targets.first(where: { $0.id == text && $0.indicator == indicator }) {
            return (target.value, target.label)
        }
        let unit = model.indicators[indicator].unit
        guard let quantity = try? model.units.quantity(text), let convert = quantity.unit.conversion(to: unit) else {
            let ids = model.targets.filter { $0.indicator == indicator }.map(\.id)
            throw CompilationError(
                "option.target", "'\(text)' is neither a target nor a quantity in \(unit.description)",
                hint: Spelling.didYouMean(text, among: ids)
                    ?? "write 2 tCO2e/year, say\(ids.isEmpty ? "" : ", or one of \(ids.joined(separator: ", "))")")
        }
        return (convert(quantity.value), nil)
    }

    private static func respend(
        _ id: String, _ model: Model, _ indicator: Int
    ) throws(CompilationError) -> Int? {
        guard !id.isEmpty else { return nil }
        guard case .factor(let index)? = model.element(id), model.factors[index].value != nil else {
            let ids = model.factors.filter { $0.value != nil }.map(\.id)
            throw CompilationError(
                "respend.unknown", "no single figure is called '\(id)'", hint: Spelling.didYouMean(id, among: ids))
        }
        let money = model.indicators.first { $0.id == "money" }?.unit
        let expected = money.flatMap { try? model.indicators[indicator].unit.divided(by: $0) }
        guard let expected, model.factors[index].unit.isCompatible(with: expected) else {
            throw CompilationError(
                "respend.unit",
                "'\(id)' is in \(model.factors[index].unit.description), "
                    + "not in \(expected?.description ?? "an amount for money")")
        }
        return index
    }
}

/// What spending the money saved brings back.
struct Respending {
    /// Each year.
    let saved: Double
    let emitted: Double
}

extension Advisor {
    /// What spending what was saved brings back; nothing where the model does not cover money.
    func respending(_ advice: PersonalAdvice, on factor: Int) throws(CompilationError) -> Respending? {
        guard let money = advice.money, let value = model.factors[factor].value,
            let unit = model.indicators.first(where: { $0.id == "money" })?.unit,
            let expected = try? model.indicators[indicator].unit.divided(by: unit),
            let convert = model.factors[factor].unit.conversion(to: expected)
        else { return nil }
        let figure = try evaluator.values(
            of: [value], people: [advice.person], under: [ActionSet()], in: [advice.year])[0, person: 0, set: 0]
        let saved = money.before - money.after
        return Respending(saved: saved, emitted: saved * convert(figure))
    }
}
