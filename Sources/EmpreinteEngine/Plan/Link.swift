internal import EmpreinteGraph

/// One step of a chain: what becomes of the value x so far and one more operand.
/// Turned, the operand comes first.
enum Link: Int32, Sendable, CaseIterable {
    case add, mul
    case sub, subTurned
    case div, divTurned
    case min, minTurned
    case max, maxTurned

    /// The link of an operation, or nothing for one that is no arithmetic of two numbers.
    init?(_ operation: Operation, isTurned: Bool) {
        switch operation {
        case .add: self = .add
        case .mul: self = .mul
        case .sub: self = isTurned ? .subTurned : .sub
        case .div: self = isTurned ? .divTurned : .div
        case .min: self = isTurned ? .minTurned : .min
        case .max: self = isTurned ? .maxTurned : .max
        default: return nil
        }
    }

    // An instruction's detail has room for a link below another number: the link before, or how many cells.

    static func detail(_ above: Int, _ link: Link) -> Int { above << 4 | Int(link.rawValue) }

    /// The number above, and the link below.
    static func parts(of detail: Int32) -> (above: Int32, link: Link) {
        (detail >> 4, Link(rawValue: detail & 15) ?? .add)
    }
}
