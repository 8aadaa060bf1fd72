internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteUnits

// Figures, alone or by option, and dated series.
extension Explainer {
    func explain(factor index: Int, node: NodeID? = nil, option: NodeID? = nil) -> Explanation {
        let factor = model.factors[index]
        let name = option.flatMap { chosen(by: $0, of: factor) }
        let cell = factor.cells.firstIndex { $0.option == name } ?? (factor.options == nil ? 0 : nil)
        let value = node.map { evaluation[$0] } ?? factor.value.map { evaluation[$0] }
        return explain(factor: index, cell: cell, option: name, value: value)
    }

    /// - Parameter value: what was read; the figure as it stands where nothing is said.
    func explain(factor index: Int, cell position: Int?, option: String? = nil, value: Double? = nil)
        -> Explanation
    {
        let factor = model.factors[index]
        let cell = position.flatMap { factor.cells.indices.contains($0) ? factor.cells[$0] : nil }
        let year = factor.evidence.year ?? cell?.points.last { ($0.year ?? 0) <= evaluation.year }?.year
        var explanation = Explanation(
            id: factor.id, label: factor.label,
            kind: .factor(option: option ?? cell?.option, year: year, spread: cell?.spread),
            value: value ?? cell.flatMap(figure), unit: factor.unit.description, place: cell?.place ?? factor.place,
            evidence: factor.evidence, layer: factor.layer, overrides: overrides[factor.id] ?? [])
        if let position, let node = cell?.value { explanation.acted = acted(.figure(index, cell: position), node) }
        return explanation
    }

    /// A factor asked for by itself: of one with a figure an option, the one the person reads and then all of them.
    func explain(table index: Int) -> Explanation {
        let factor = model.factors[index]
        guard factor.options != nil else { return explain(factor: index) }
        let reads = (model.formulas.flatMap { $0.results.flatMap(\.uses) } + model.inputs.flatMap(\.uses)).filter {
            $0.element == .factor(index)
        }
        let options = Set(reads.compactMap { $0.option.flatMap { chosen(by: $0, of: factor) } })
        let read = options.count == 1 ? reads.first : nil
        var explanation = explain(factor: index, node: read?.node, option: read?.option)
        explanation.steps = factor.cells.indices.map { position in
            var cell = explain(factor: index, cell: position)
            // What holds for the whole table is said once.
            (cell.evidence, cell.layer, cell.overrides) = (nil, nil, [])
            return cell
        }
        return explanation
    }

    func figure(of trend: Trend) -> Double? { trend.cell.flatMap(figure) }

    /// A figure in the year evaluated.
    private func figure(_ cell: Factor.Cell) -> Double? {
        if let node = cell.value { return evaluation[node] }
        return cell.curve?.value(at: Double(evaluation.year)) ?? cell.points.first?.value
    }

    /// The option a code stands for: codes are the question's, found by the question that has the node.
    private func chosen(by option: NodeID, of factor: Factor) -> String? {
        let code = Int32(evaluation[option])
        for input in model.inputs where input.value == option {
            if case .option(let codes, _) = input.kind { return codes.name(of: code) }
        }
        return factor.options?.name(of: code)
    }

    func explain(trend index: Int, value: Double?) -> Explanation {
        let trend = model.trends[index]
        return Explanation(
            id: trend.id, label: trend.label, kind: .trend, value: value, unit: trend.unit.description,
            place: trend.cell?.place ?? trend.place, evidence: trend.evidence, overrides: overrides[trend.id] ?? [])
    }
}
