internal import EmpreinteModel
internal import EmpreinteText

extension Assembler {
    /// Reads the scenarios: each starts from the choices of the one it extends, and makes those it names anew.
    ///
    /// Codes: `scenario.unknown`, `scenario.cycle`, `source.missing` and those of choices.
    mutating func readScenarios() {
        let entries = resolution.entries(PackKinds.scenarios)
        let reader = ChoiceReader(model)
        let own = entries.map { entry in
            reader.choices(entry.value("plan")?.appended ?? [], &builder.diagnostics)
        }
        let positions = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.id, $0) })
        for (index, entry) in entries.enumerated() {
            var line = [index]
            while let parent = entries[line[line.count - 1]]["extends"] {
                guard let next = positions[parent.text] else {
                    builder.diagnostics.error(
                        "scenario.unknown", "no scenario is called '\(parent.text)'", at: parent.range,
                        hint: Spelling.didYouMean(parent.text, among: entries.map(\.id)))
                    break
                }
                guard !line.contains(next) else {
                    builder.diagnostics.error(
                        "scenario.cycle",
                        "scenarios extend one another: "
                            + (line + [next]).map { entries[$0].id }.joined(separator: " → "), at: parent.range)
                    break
                }
                line.append(next)
            }
            var choices: [Choice] = []
            for ancestor in line.reversed() {
                let anew = Set(own[ancestor].map(\.action))
                choices = choices.filter { !anew.contains($0.action) } + own[ancestor]
            }
            var scenario = Scenario(
                id: entry.id, label: label(entry["label"], else: entry.id), choices: choices, place: Place(entry.key))
            scenario.note = entry["note"].map { label($0) }
            scenario.ancestors = line.dropFirst().map { entries[$0].id }
            scenario.leftAtTrend = (entry.value("left_at_trend")?.appended ?? []).map { label($0) }
            scenario.evidence = evidence(of: entry)
            if !own[index].isEmpty, scenario.evidence.source == nil, scenario.evidence.assumption == nil {
                builder.diagnostics.error(
                    "source.missing", "the scenario '\(entry.id)' does not say where its choices come from",
                    at: entry.key.range, hint: "add source:, or assumption: true with a reason")
            }
            model.scenarios.append(scenario)
        }
    }

    /// Reads the schemes of the territory.
    mutating func readSupports() {
        for entry in resolution.entries(PackKinds.supports) {
            var support = Support(id: entry.id, label: label(entry["label"]), place: Place(entry.key))
            support.note = entry["note"].map { label($0) }
            support.supporter = entry["operator"]?.text
            support.beneficiaries = entry["for"]?["who"]?.items.map(\.text) ?? []
            support.actions = (entry.value("actions")?.appended ?? []).compactMap { actionIndex($0) }
            support.evidence = evidence(of: entry)
            model.supports.append(support)
        }
    }
}
