internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// A question that was not answered, and how far its answer could move the total.
public struct UnansweredQuestion: Sendable {
    /// The id.
    public let id: String
    /// The name for people.
    public let label: Label
    /// The widest difference between totals over the answers the question allows, in the indicator's unit.
    public let effect: Double
}

extension Evaluator {
    /// The questions a person left out that can move an indicator's total, the most telling first.
    ///
    /// Each is tried at both ends of its range, or at every option; a number without a range is left out.
    public func unanswered(
        by person: Person, indicator: Int, year: Int? = nil
    ) throws(CompilationError) -> [UnansweredQuestion] {
        guard let total = model.indicators[indicator].total else { return [] }
        var found: [UnansweredQuestion] = []
        let current = try evaluate(person, year: year)[total]
        for (index, input) in model.inputs.enumerated() where person.answers[index] == nil {
            var (low, high) = (current, current)
            for answer in input.extremes {
                var other = person
                other.answers[index] = answer
                // An answer that has no result, such as a zero that divides, says nothing of the effect.
                guard let value = try? evaluate(other, year: year)[total] else { continue }
                low = min(low, value)
                high = max(high, value)
            }
            if high > low { found.append(.init(id: input.id, label: input.label, effect: high - low)) }
        }
        return found.enumerated().sorted { ($1.element.effect, $0.offset) < ($0.element.effect, $1.offset) }.map(
            \.element)
    }
}

extension Input {
    /// The answers between which the others lie: all options, no and yes, or the ends of the range.
    fileprivate var extremes: [Double] {
        switch kind {
        case .flag: [0, 1]
        case .option(let codes, _): (0..<codes.count).map(Double.init)
        case .number(_, let range): range.map { [$0.lowerBound, $0.upperBound] } ?? []
        }
    }
}
