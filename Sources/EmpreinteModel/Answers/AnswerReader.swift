public import EmpreinteText
internal import EmpreinteUnits

/// Reads answers written as text into the model's codes and units, and reports what they cannot be.
///
/// Codes: `answer.unknown`, `answer.kind`, `answer.option`, `answer.range`, and those of quantities
/// (`unit.mismatch`, `unit.unknown`, `number.decimal_comma`, …).
public struct AnswerReader: Sendable {
    public let model: Model
    private let index: [String: Int]

    public init(_ model: Model) {
        self.model = model
        index = Dictionary(
            model.inputs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads a map of answers by question id.
    public func answers(in map: Node, _ diagnostics: inout Diagnostics) -> [Int: Double] {
        var answers: [Int: Double] = [:]
        for entry in map.entries {
            guard let position = index[entry.key.text] else {
                diagnostics.error(
                    "answer.unknown", "the model asks no question '\(entry.key.text)'", at: entry.key.range,
                    hint: Spelling.didYouMean(entry.key.text, among: model.inputs.map(\.id)))
                continue
            }
            if entry.value.isNull { continue }
            answers[position] = value(of: entry.value, for: model.inputs[position], &diagnostics)
        }
        return answers
    }

    /// Reads one answer; nothing when it was refused.
    public func value(of node: Node, for input: Input, _ diagnostics: inout Diagnostics) -> Double? {
        guard node.kind == .scalar else {
            diagnostics.error("answer.kind", "the answer to '\(input.id)' is one value", at: node.range)
            return nil
        }
        switch input.kind {
        case .flag: return flag(node, input, &diagnostics)
        case .option(let codes, _):
            if let code = codes.code(of: node.text) { return Double(code) }
            diagnostics.error(
                "answer.option", "'\(node.text)' is not an option of '\(input.id)'", at: node.range,
                hint: Spelling.didYouMean(node.text, among: codes.names)
                    ?? "options: \(codes.names.joined(separator: ", "))")
            return nil
        case .number(let unit, let range):
            guard let value = number(node, unit, &diagnostics) else { return nil }
            return bounded(value, by: range, node, input, &diagnostics)
        }
    }

    private func flag(_ node: Node, _ input: Input, _ diagnostics: inout Diagnostics) -> Double? {
        switch node.text {
        case "true", "oui": return 1
        case "false", "non": return 0
        default:
            diagnostics.error(
                "answer.kind", "'\(node.text)' does not answer the yes or no question '\(input.id)'", at: node.range,
                hint: "write true or false")
            return nil
        }
    }

    private func number(_ node: Node, _ unit: Unit, _ diagnostics: inout Diagnostics) -> Double? {
        guard let quantity = model.units.quantity(in: node, &diagnostics) else { return nil }
        if quantity.unit == .one { return quantity.value }
        guard let conversion = quantity.unit.conversion(to: unit) else {
            diagnostics.error(
                "unit.mismatch",
                "\(quantity.unit) cannot be read as \(unit.isDimensionless ? "a plain number" : unit.description)",
                at: node.range(of: quantity.unitRange), hint: "a bare number is taken in \(unit)")
            return nil
        }
        let value = conversion(quantity.value)
        guard value.isFinite else {
            diagnostics.error("number.not_finite", "the answer is too large in \(unit)", at: node.range)
            return nil
        }
        return value
    }

    private func bounded(
        _ value: Double, by range: ClosedRange<Double>?, _ node: Node, _ input: Input,
        _ diagnostics: inout Diagnostics
    ) -> Double? {
        guard let range, !range.contains(value) else { return value }
        let words =
            "\(JSON.text(of: value)) is outside \(JSON.text(of: range.lowerBound)) to "
            + "\(JSON.text(of: range.upperBound)) \(input.unit)"
        guard input.outOfRange == .clamp else {
            diagnostics.error("answer.range", "\(words) for '\(input.id)'", at: node.range)
            return nil
        }
        let clamped = min(max(value, range.lowerBound), range.upperBound)
        diagnostics.warning("answer.clamped", "\(words) and is taken as \(JSON.text(of: clamped))", at: node.range)
        return clamped
    }
}
