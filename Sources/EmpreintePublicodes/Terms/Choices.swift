internal import EmpreinteGraph
internal import EmpreinteText

/// `une possibilité`: the values a rule may take.
///
/// When they are rules, those that do not apply are out: nothing is left when none applies, and the only one when
/// there is only one.
struct Choices: Sendable {
    /// The place of each reference, when the values are rules.
    var references: [Int] = []
    /// The values themselves, otherwise.
    var constants: [TermID] = []
    /// What each is worth, as a text, when it is one.
    var names: [String] = []

    func shape(in shapes: inout Shapes) -> Shape {
        if let first = constants.first { return shapes.of(first) }
        let isNullable =
            !references.isEmpty
            && references.allSatisfy { place in
                shapes.rules.references[place].target.map { shapes.of($0).isNullable } ?? false
            }
        return Shape(isNullable: isNullable, kind: .text)
    }

    /// The value of a rule whose possibilities are these.
    func settle(_ value: Value, in lowering: inout Lowering) -> Value {
        guard !references.isEmpty else { return value }
        // How many of those met apply: none, one (and which), or more.
        var isNone = lowering.yes
        var isOne = lowering.no
        var only = lowering.noText
        for (place, name) in zip(references, names) {
            let reference = lowering.rules.references[place]
            guard let target = reference.target else { return value }
            let absence = lowering.seenAbsence(target, from: reference.origin)
            let applies = lowering.not(absence.isAbsent)
            let code = lowering.graph.code(lowering.texts.code(of: name))
            only = lowering.select(lowering.and(applies, isNone), code, else: only)
            isOne = lowering.or(
                lowering.and(applies, isNone), lowering.and(absence.isAbsent, isOne))
            isNone = lowering.and(isNone, absence.isAbsent)
            if isNone == lowering.no, isOne == lowering.no { return value }
        }
        let forced = lowering.choose(isOne, lowering.present(.text(only)), else: value)
        return lowering.gate(forced, absentIf: isNone)
    }
}

extension RuleReader {
    /// Reads a list of texts, numbers or rules, some of them defined on the spot.
    mutating func readChoices(_ node: Node) -> Choices? {
        let list = node["possibilités"] ?? node
        guard list.kind == .sequence, !list.items.isEmpty else {
            error("mechanism.form", "'une possibilité' takes a list of at least one value", at: node)
            return nil
        }
        var choices = Choices()
        for item in list.items {
            if let entry = item.entries.first {
                read(RuleSource(key: entry.key, name: entry.key.text, value: entry.value))
                choices.references.append(note(entry.key.text, at: entry.key.range))
                choices.names.append(entry.key.text)
                continue
            }
            let term = read(item)
            switch rules.terms[Int(term.index)] {
            case let reference as RuleReference:
                choices.references.append(reference.reference)
                choices.names.append(rules.references[reference.reference].name)
            case is NumberLiteral:
                choices.constants.append(term)
            case let text as TextLiteral:
                choices.constants.append(term)
                choices.names.append(rules.texts[text.code] ?? "")
            default:
                error("mechanism.form", "a possibility is a text, a number or a rule", at: item)
            }
        }
        if !choices.constants.isEmpty, !choices.references.isEmpty {
            error("mechanism.form", "possibilities are of one sort: rules, or values", at: node)
            return nil
        }
        return choices
    }
}
