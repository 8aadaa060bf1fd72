internal import EmpreinteGraph

/// A number on its way through an operation.
struct Number {
    let node: NodeID
    let unit: UnitID?
}

extension Lowering {
    /// Combines two payloads as numbers, branch by branch.
    mutating func map(
        _ a: Payload, _ b: Payload, _ combine: (inout Lowering, Number, Number) -> Payload
    ) -> Payload {
        switch (a, b) {
        case (.choice(let flag, let yes, let no), _) where a.leafCount <= 16:
            let (first, second) = (map(yes, b, combine), map(no, b, combine))
            return merge(flag, first, second)
        case (_, .choice(let flag, let yes, let no)) where b.leafCount <= 16:
            let (first, second) = (map(a, yes, combine), map(a, no, combine))
            return merge(flag, first, second)
        default:
            return combine(&self, number(a), number(b))
        }
    }

    /// Transforms a payload as a number, branch by branch.
    mutating func map(_ payload: Payload, _ transform: (inout Lowering, Number) -> Payload) -> Payload {
        switch payload {
        case .choice(let flag, let yes, let no):
            let (first, second) = (map(yes, transform), map(no, transform))
            return merge(flag, first, second)
        case .none: return .none
        default: return transform(&self, number(payload))
        }
    }

    /// A payload taken as a number: `oui` counts 1, a text is none.
    mutating func number(_ payload: Payload) -> Number {
        switch payload {
        case .number(let node, let unit): return Number(node: node, unit: unit)
        case .flag(let flag): return Number(node: select(flag, graph.number(1), else: zero), unit: nil)
        case .date(let node): return Number(node: node, unit: nil)
        case .none: return Number(node: zero, unit: nil)
        case .text, .template: return Number(node: graph.number(.nan), unit: nil)
        case .choice(let flag, let yes, let no):
            let (first, second) = (number(yes), number(no))
            let unit = first.unit ?? second.unit
            let conversion = second.unit.flatMap { other in unit.flatMap { units.conversion(from: other, to: $0) } }
            return Number(node: select(flag, first.node, else: converted(second.node, by: conversion)), unit: unit)
        }
    }

    /// A payload in a unit; as it is where it has none, or one that does not convert.
    mutating func converted(
        _ payload: Payload, to unit: UnitID, whenImpossible report: (inout Lowering, UnitID) -> Void
    )
        -> Payload
    {
        switch payload {
        case .choice(let flag, let yes, let no):
            let first = converted(yes, to: unit, whenImpossible: report)
            let second = converted(no, to: unit, whenImpossible: report)
            return merge(flag, first, second)
        case .number(let node, let own):
            guard let own, own != unit else { return .number(node, unit) }
            guard let conversion = units.conversion(from: own, to: unit) else {
                report(&self, own)
                return .number(node, unit)
            }
            return .number(converted(node, by: conversion), unit)
        case .none, .flag, .text, .date, .template: return payload
        }
    }

    /// A payload with what cancels in its unit gone.
    mutating func simplified(_ payload: Payload) -> Payload {
        switch payload {
        case .choice(let flag, let yes, let no):
            let (first, second) = (simplified(yes), simplified(no))
            return merge(flag, first, second)
        case .number(let node, let unit?):
            let simple = units.simplified(unit)
            return .number(converted(node, by: units.conversion(from: unit, to: simple)), simple)
        case .none, .number, .flag, .text, .date, .template: return payload
        }
    }
}
