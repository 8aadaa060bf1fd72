internal import EmpreinteModel
internal import EmpreinteText

extension Assembler {
    /// Checks that tables have a figure for each option of the question they name.
    ///
    /// Codes: `table.index`, `table.option_missing` and those of unknown ids.
    mutating func checkTables() {
        for (entry, factor) in zip(resolution.entries(PackKinds.factors), model.factors) {
            guard let by = entry["by"], by.kind == .scalar, !by.isNull, let options = factor.options else { continue }
            guard let element = symbols[by.text] else {
                reportUnknown(by.text, at: Place(by))
                continue
            }
            guard case .input(let index) = element, case .option(let codes) = questions[index].kind else {
                builder.diagnostics.error(
                    "table.index", "'\(by.text)' is not a question with options", at: by.range)
                continue
            }
            checkOptions(options, of: factor, cover: codes, at: Place(by))
        }
    }

    /// Reports the options of a question that a table has no figure for; gives whether there is none.
    @discardableResult
    mutating func checkOptions(_ options: Codes, of factor: Factor, cover codes: Codes, at place: Place) -> Bool {
        let missing = codes.names.filter { options.code(of: $0) == nil }
        if missing.isEmpty { return true }
        builder.diagnostics.error(
            "table.option_missing", "'\(factor.id)' has no figure for \(missing.joined(separator: ", "))",
            at: place.range, related: [(factor.place.range, "the figures by option")],
            hint: "give one figure for each option of the question")
        return false
    }
}
