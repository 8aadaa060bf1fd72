internal import EmpreinteGraph

/// A rule whose value, before it is rounded or found not to apply, is to be known by one node.
struct Pin: Sendable {
    let rule: RuleID
    /// Whether that node is to stand between the value and all that reads it, so that it can be replaced.
    let isActed: Bool
}

extension Lowering {
    /// Asks for the value of a rule to be found by one node.
    mutating func pin(_ rule: RuleID, isActed: Bool) {
        if isActed, rules.awaitsAnswer(rule) { made.insert(rule) }
        var term = rules[rule].term
        while true {
            switch rules.terms[Int(term.index)] {
            case let link as InContext: term = link.value
            case let link as Applicability: term = link.value
            case let link as Rounding: term = link.value
            default:
                pins[term] = Pin(rule: rule, isActed: isActed)
                return
            }
        }
    }

    /// Remembers the node of a rule's value; of a text, that of its position among the possibilities.
    mutating func hold(_ value: Value, _ pin: Pin) -> Value {
        guard scope == 0 else { return value }
        var value = value
        if case .text(let text) = value.payload {
            let position = position(of: text, in: pin.rule)
            pinned[pin.rule] = .text(position)
            if pin.isActed { value.payload = .text(self.text(at: position, of: pin.rule)) }
        } else {
            pinned[pin.rule] = value.payload
        }
        return value
    }

    /// The position of a text among those a rule may be; -1 when it is none of them.
    private mutating func position(of text: NodeID, in rule: RuleID) -> NodeID {
        var result = noText
        for (place, name) in (rules[rule].choices?.names ?? []).enumerated().reversed() {
            let isHere = graph.apply(.codeEqual, text, graph.code(texts.code(of: name)))
            result = select(isHere, graph.code(Int32(place)), else: result)
        }
        return result
    }
}
