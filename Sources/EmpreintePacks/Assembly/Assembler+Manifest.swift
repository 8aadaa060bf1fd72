internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Assembler {
    /// Reads the manifests, the child's fields before its parents'.
    ///
    /// Codes: `pack.years`, `pack.years_missing`, and those of declaring units.
    mutating func readManifest() {
        guard let manifest = resolution.manifests.last else { return }
        model.layers = resolution.layers
        model.identity = .init(
            id: manifest["id"]?.text ?? "", version: manifest["version"]?.text ?? "", label: Label([]),
            language: resolution.manifestField("language")?.text ?? "en")
        model.identity.label = label(manifest["label"], else: model.identity.id)
        readYears()
        for manifest in resolution.manifests {
            guard let units = manifest["units"] else { continue }
            for unit in units.entries { declare(unit) }
        }
    }

    /// Keeps the number of years small enough to walk through.
    private static let calendar = 1000...3000

    private mutating func readYears() {
        guard let node = resolution.manifestField("years") else {
            if let manifest = resolution.manifests.last {
                builder.diagnostics.error(
                    "pack.years_missing", "the manifest does not say its years", at: manifest.firstLine,
                    hint: "years: {from: 2020, to: 2050, reference: 2025}")
            }
            return
        }
        guard let from = year(node["from"]), let to = year(node["to"]), let reference = year(node["reference"])
        else { return }
        guard from <= reference, reference <= to, Self.calendar.contains(from), Self.calendar.contains(to) else {
            builder.diagnostics.error(
                "pack.years", "the reference year \(reference) is not between \(from) and \(to)", at: node.range,
                hint: "years are between \(Self.calendar.lowerBound) and \(Self.calendar.upperBound)")
            return
        }
        model.years = .init(range: from...to, reference: reference)
    }

    private func year(_ node: Node?) -> Int? { node.flatMap { Int($0.text) } }

    private mutating func declare(_ entry: (key: Node, value: Node)) {
        let name = entry.key.text
        do throws(UnitError) {
            if entry.value.textEquals("count") {
                try model.units.declareCount(name)
            } else {
                try model.units.declare(name, as: entry.value.text)
            }
        } catch {
            let node = ["unit.name", "unit.duplicate"].contains(error.code) ? entry.key : entry.value
            builder.diagnostics.error(error.code, error.message, at: node.range(of: error.range), hint: error.hint)
        }
    }

    /// Warns of what a parent expects its children to override and this pack does not.
    ///
    /// Codes: `localise.unknown`, and the warning `localise.missing`.
    mutating func checkLocalised() {
        for (layer, manifest) in resolution.manifests.enumerated() {
            guard let list = manifest["must_localise"] else { continue }
            for item in list.items {
                let id = item.text
                let entry = PackKinds.all.lazy.compactMap { [resolution] in resolution.collections[$0.name]?[id] }.first
                guard let entry else {
                    builder.diagnostics.error(
                        "localise.unknown", "nothing is called '\(id)'", at: item.range,
                        hint: Spelling.didYouMean(id, among: symbols.keys.sorted()))
                    continue
                }
                guard layer < resolution.manifests.count - 1, !entry.isOverridden,
                    let parent = resolution.manifests.last?["extends"]?["pack"]
                else { continue }
                builder.diagnostics.warning(
                    "localise.missing", "'\(id)' is expected to be local, and is \(resolution.layers[layer].id)'s",
                    at: parent.range, hint: "override it with a figure of the territory")
            }
        }
    }

    /// The indicators every pack can feed; money is counted in the pack's currency.
    mutating func declareIndicators() {
        func indicator(_ id: String, _ unit: String, _ english: String, _ french: String) -> Indicator? {
            guard let parsed = try? model.units.unit(unit) else { return nil }
            let label = Label([.init(language: "en", text: english), .init(language: "fr", text: french)])
            return Indicator(id: id, label: label, unit: parsed.unit)
        }
        let currency = resolution.manifestField("currency")
        let money = currency.flatMap { model.units.unit(in: $0, &builder.diagnostics) }
        model.indicators = [
            indicator("ghg", "kgCO2e/year", "Greenhouse gases", "Gaz à effet de serre"),
            indicator("energy", "kWh/year", "Energy", "Énergie"),
            indicator("water", "l/year", "Water", "Eau"),
            money.flatMap { indicator("money", "\($0)/year", "Money", "Argent") },
        ].compactMap { $0 }
    }
}
