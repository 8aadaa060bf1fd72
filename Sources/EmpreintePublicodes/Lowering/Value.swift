internal import EmpreinteGraph

/// What a term computes: what it is worth, and whether it is worth anything.
///
/// An absent value does not apply; an undefined one awaits an answer; no value is both. Where a value is absent its
/// number is 0 and its flag false, so that sums and conditions need not ask.
struct Value: Sendable {
    var payload: Payload
    var isAbsent: NodeID
    var isUndefined: NodeID
}

/// Whether a term does not apply, without what it is worth.
struct Absence: Sendable {
    var isAbsent: NodeID
    var isUndefined: NodeID

    init(isAbsent: NodeID, isUndefined: NodeID) {
        self.isAbsent = isAbsent
        self.isUndefined = isUndefined
    }

    init(_ value: Value) { self.init(isAbsent: value.isAbsent, isUndefined: value.isUndefined) }
}

/// What a value is worth, of the sort and in the unit its branch gives it.
indirect enum Payload: Sendable, Hashable {
    /// Nothing: always absent or undefined.
    case none
    case number(NodeID, UnitID?)
    case flag(NodeID)
    /// A code of the text table.
    case text(NodeID)
    /// Days since 1 January 1970.
    case date(NodeID)
    /// A text made of others, by its place in the program's templates.
    case template(Int)
    /// One of two, by a flag, where they are not of one sort or one unit.
    case choice(NodeID, Payload, Payload)
}

extension Payload {
    /// How many branches there are.
    var leafCount: Int {
        if case .choice(_, let yes, let no) = self { return yes.leafCount + no.leafCount }
        return 1
    }

    /// Whether it is a number in every branch.
    var isNumber: Bool {
        switch self {
        case .number: true
        case .choice(_, let yes, let no): yes.isNumber && no.isNumber
        case .none, .flag, .text, .date, .template: false
        }
    }

    /// The unit of the first branch that has one.
    var unit: UnitID? {
        switch self {
        case .number(_, let unit): unit
        case .choice(_, let yes, let no): yes.unit ?? no.unit
        case .none, .flag, .text, .date, .template: nil
        }
    }
}
