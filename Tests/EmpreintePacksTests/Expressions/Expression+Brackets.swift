import EmpreinteModel
import EmpreinteText
import EmpreinteUnits

@testable import EmpreintePacks

extension Expression {
    /// The tree with every operation in brackets, to see what binds tighter.
    var brackets: String {
        switch kind {
        case .number(let value, let unit): unit == .one ? JSON.text(of: value) : "\(JSON.text(of: value)) \(unit)"
        case .word(let word, _): word
        case .negate(let a): "(- \(a.brackets))"
        case .not(let a): "(not \(a.brackets))"
        case .binary(let symbol, let a, let b, _): "(\(a.brackets) \(symbol.rawValue) \(b.brackets))"
        case .conditional(let c, let a, let b, _): "(if \(c.brackets) then \(a.brackets) else \(b.brackets))"
        case .fallback(let a, let b, _): "(\(a.brackets) else \(b.brackets))"
        case .call(let function, let arguments, _):
            "\(function.rawValue)(\(arguments.map(\.brackets).joined(separator: ", ")))"
        case .external(let function, let arguments, _):
            "\(function.name)(\(arguments.map(\.brackets).joined(separator: ", ")))"
        case .bands(let x, let bands, _):
            "bands(\(([x.brackets] + bands.map { "\($0.from.brackets) -> \($0.value.brackets)" }).joined(separator: ", ")))"
        case .index(let table, let option, _): "\(table.brackets)[\(option.brackets)]"
        case .dated(let value, let year, _): "(\(value.brackets) at \(year.brackets))"
        }
    }
}
