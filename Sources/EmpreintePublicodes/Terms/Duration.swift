internal import EmpreinteGraph
internal import EmpreinteText

/// `durée`: the time between two days, never less than nothing.
struct Duration: Term {
    enum Measure: String, Sendable, CaseIterable {
        case day = "jour"
        case month = "mois"
        case year = "an"
        case quarter = "trimestre"
        case calendarQuarter = "trimestre civil"
        case calendarYear = "année civile"
    }

    /// None for today.
    let start: TermID?
    let end: TermID?
    let measure: Measure
    let unit: UnitID

    func shape(in shapes: inout Shapes) -> Shape { .number }

    func value(in lowering: inout Lowering) -> Value {
        let today = lowering.graph.number(Double(lowering.today))
        let start = start.map { lowering.value(of: $0) } ?? lowering.present(.date(today))
        let end = end.map { lowering.value(of: $0) } ?? lowering.present(.date(today))
        let from = lowering.number(start.payload).node
        let to = lowering.number(end.payload).node
        let length = lowering.apply(.max, lowering.length(from: from, to: to, in: measure), lowering.zero)
        let value = lowering.present(.number(length, unit))
        let isAbsent = lowering.or(start.isAbsent, end.isAbsent)
        let known = lowering.gate(value, undefinedIf: lowering.or(start.isUndefined, end.isUndefined))
        return lowering.gate(known, absentIf: isAbsent)
    }
}

extension RuleReader {
    /// Reads `depuis`, `jusqu'à` and `unité`.
    mutating func readDuration(_ node: Node) -> TermID {
        var measure = Duration.Measure.day
        if let written = node["unité"] {
            if let known = Duration.Measure(rawValue: written.text) {
                measure = known
            } else {
                let words = Duration.Measure.allCases.map(\.rawValue)
                error(
                    "unit", "a duration cannot be in '\(written.text)'", at: written,
                    hint: "one of: " + words.joined(separator: ", "))
            }
        }
        let unit = rules.units.id(of: FreeUnit(numerators: [measure.rawValue]))
        let start = node["depuis"].map { read($0) }
        let end = node["jusqu'à"].map { read($0) }
        return add(Duration(start: start, end: end, measure: measure, unit: unit))
    }
}
