internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Assembler {
    /// Reads how answers are spread over a population.
    ///
    /// Codes: `distribution.form`, `distribution.parameter`, `distribution.shares`, `option.unknown`, and those of
    /// quantities and evidence.
    mutating func distribution(of question: QuestionDefinition) -> Distribution? {
        guard let node = question.entry["distribution"], node.kind == .mapping else { return nil }
        let family: Distribution.Family? =
            switch question.kind {
            case .number(let unit): spread(node, unit)
            case .option(let codes): shares(node, codes)
            case .flag: share(node)
            }
        let evidence = evidence(of: { node[$0] })
        if evidence.source == nil && evidence.assumption == nil {
            builder.diagnostics.error(
                "source.missing", "the distribution of '\(question.entry.id)' does not say where it comes from",
                at: node.firstLine, hint: "add source:, or assumption: true with a reason")
        }
        return family.map { Distribution($0, evidence: evidence, place: Place(node)) }
    }

    private mutating func spread(_ node: Node, _ unit: Unit) -> Distribution.Family? {
        guard let family = node["family"] else { return refuse(node, "family: lognormal, normal or uniform") }
        if family.textEquals("uniform") {
            guard let from = node["from"], let to = node["to"] else { return refuse(node, "from: and to:") }
            guard let low = number(from, in: unit), let high = number(to, in: unit) else { return nil }
            guard low < high else { return refuse(from, because: "the lower end is not below the upper one") }
            return .uniform(low...high)
        }
        guard let mean = node["mean"], let deviation = node["sd"] else { return refuse(node, "mean: and sd:") }
        guard let center = number(mean, in: unit), let width = number(deviation, in: unit) else { return nil }
        guard width > 0 else { return refuse(deviation, because: "a standard deviation is above zero") }
        guard family.textEquals("lognormal") else { return .normal(mean: center, deviation: width) }
        guard center > 0 else { return refuse(mean, because: "the mean of a lognormal is above zero") }
        return .lognormal(mean: center, deviation: width)
    }

    private mutating func shares(_ node: Node, _ codes: Codes) -> Distribution.Family? {
        guard let map = node["shares"] else { return refuse(node, "shares: with one for each option") }
        var shares = [Double](repeating: 0, count: codes.count)
        for entry in map.entries {
            guard builder.option(entry.key.text, of: codes, at: Place(entry.key)) != nil,
                let code = codes.code(of: entry.key.text), let share = part(entry.value)
            else { return nil }
            shares[Int(code)] = share
        }
        guard (shares.reduce(0, +) - 1).magnitude < 1e-6 else {
            builder.diagnostics.error(
                "distribution.shares", "the shares add up to \(JSON.text(of: shares.reduce(0, +) * 100)) %, not 100 %",
                at: map.firstLine)
            return nil
        }
        return .shares(shares)
    }

    private mutating func share(_ node: Node) -> Distribution.Family? {
        guard let value = node["share"] else { return refuse(node, "share: of those who answer yes") }
        return part(value).map { .share($0) }
    }

    /// A share between 0 and 1.
    private mutating func part(_ node: Node) -> Double? {
        guard let value = number(node, in: .one) else { return nil }
        guard (0...1).contains(value) else {
            builder.diagnostics.error("distribution.parameter", "a share lies between 0 and 100 %", at: node.range)
            return nil
        }
        return value
    }

    private mutating func refuse(_ node: Node, _ wanted: String) -> Distribution.Family? {
        builder.diagnostics.error(
            "distribution.form", "a distribution of this question gives \(wanted)", at: node.firstLine)
        return nil
    }

    private mutating func refuse(_ node: Node, because reason: String) -> Distribution.Family? {
        builder.diagnostics.error("distribution.parameter", reason, at: node.range)
        return nil
    }
}
