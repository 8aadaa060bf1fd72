internal import EmpreinteText

extension CatalogLanguage {
    /// Reads the scenarios: each starts from the choices of the one it extends, and makes those it names anew.
    ///
    /// Codes: `scenario.unknown`, `scenario.cycle`, `source.missing` and those of choices.
    public mutating func readScenarios() {
        let entries = entries(.scenarios)
        let reader = ChoiceReader(model)
        let own = entries.map { entry in
            reader.choices(entry.value("plan")?.appended ?? [], &diagnostics)
        }
        let positions = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.id, $0) })
        for (index, entry) in entries.enumerated() {
            var line = [index]
            while let parent = entries[line[line.count - 1]]["extends"] {
                guard let next = positions[parent.text] else {
                    diagnostics.error(
                        "scenario.unknown", "no scenario is called '\(parent.text)'", at: parent.range,
                        hint: Spelling.didYouMean(parent.text, among: entries.map(\.id)))
                    break
                }
                guard !line.contains(next) else {
                    diagnostics.error(
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
                diagnostics.error(
                    "source.missing", "the scenario '\(entry.id)' does not say where its choices come from",
                    at: entry.key.range, hint: "add source:, or assumption: true with a reason")
            }
            model.scenarios.append(scenario)
        }
    }
}
