/// What a situation says a rule is worth.
enum Answer: Sendable, Hashable {
    case number(Double, UnitID?)
    case flag(Bool)
    case text(String)
    /// Days since 1 January 1970.
    case date(Int)
    /// An expression over rules, or a mechanism.
    case term(TermID)

    /// What a program is to expect of an answer like this one.
    func given(isOptional: Bool) -> Given {
        switch self {
        case .number(_, let unit): .column(.number, unit, isOptional: isOptional)
        case .flag: .column(.flag, nil, isOptional: isOptional)
        case .text: .column(.text, nil, isOptional: isOptional)
        case .date: .column(.date, nil, isOptional: isOptional)
        case .term(let term): .term(term)
        }
    }

    var isConstant: Bool { if case .term = self { false } else { true } }
}
