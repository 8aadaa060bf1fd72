internal import EmpreinteModel
internal import EmpreinteText

extension Assembler {
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
