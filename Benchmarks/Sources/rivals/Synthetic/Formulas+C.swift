extension Formulas {
    /// The formulas as one loop in C, as somebody would write it by hand for speed.
    func cSource(named name: String) -> String {
        let tables = steps.enumerated().compactMap { index, step -> String? in
            guard case .table(let cells, _) = step else { return nil }
            let list = cells.map(\.description).joined(separator: ", ")
            return "static const double t\(numberCount + index)[] = {\(list)};"
        }
        let parameters =
            (0..<numberCount).map { "const double *restrict n\($0)" }
            + optionCounts.indices.map { "const int32_t *restrict c\($0)" }
            + outputs.indices.map { "double *restrict o\($0)" }
        let arguments =
            (0..<numberCount).map { "numbers[\($0)]" } + optionCounts.indices.map { "codes[\($0)]" }
            + outputs.indices.map { "outputs[\($0)]" }
        let body =
            (0..<numberCount).map { "const double v\($0) = n\($0)[i];" }
            + optionCounts.indices.map { "const int32_t k\($0) = c\($0)[i];" }
            + steps.enumerated().map { "const double v\(numberCount + $0) = \($1.cText(at: numberCount + $0));" }
            + outputs.enumerated().map { "o\($0)[i] = v\($1);" }
        return """
            // Made by `rivals --print-generated`: change the formulas there, not here.
            #include "rivals.h"

            #pragma STDC FP_CONTRACT OFF

            \(tables.joined(separator: "\n"))

            static void loop(
                ptrdiff_t first, ptrdiff_t end,
                \(parameters.joined(separator: ",\n    "))) {
                for (ptrdiff_t i = first; i < end; i++) {
                    \(body.joined(separator: "\n        "))
                }
            }

            void \(name)(
                ptrdiff_t first, ptrdiff_t end, const double *const *numbers, const int32_t *const *codes,
                double *const *outputs) {
                loop(
                    first, end,
                    \(arguments.joined(separator: ",\n        ")));
            }

            """
    }
}

extension Formulas.Step {
    fileprivate func cText(at place: Int) -> String {
        switch self {
        case .binary(let operation, let left, let right): operation.cText("v\(left)", "v\(right)")
        case .scaled(let operation, let value, let constant): operation.cText("v\(value)", constant.description)
        case .weighted(let terms): terms.map { "\($0.weight) * v\($0.value)" }.joined(separator: " + ")
        case .choice(let condition, let first, let second): "\(condition.cText) ? v\(first) : v\(second)"
        case .table(_, let code): "t\(place)[k\(code)]"
        case .present(let presence, let value): "(\(presence.cText)) ? v\(value) : 0"
        case .sum(let terms): terms.map { "v\($0)" }.joined(separator: " + ")
        }
    }
}

extension Formulas.Binary {
    fileprivate func cText(_ left: String, _ right: String) -> String {
        switch self {
        case .add, .sub, .mul, .div: "\(left) \(rawValue) \(right)"
        case .min: "\(left) < \(right) ? \(left) : \(right)"
        case .max: "\(left) > \(right) ? \(left) : \(right)"
        }
    }
}

extension Formulas.Condition {
    fileprivate var cText: String {
        switch self {
        case .below(let value, let limit): "v\(value) < \(limit)"
        case .less(let left, let right): "v\(left) < v\(right)"
        case .equal(let code, let option): "k\(code) == \(option)"
        }
    }
}

extension Formulas.Presence {
    fileprivate var cText: String {
        switch self {
        case .either(let code, let option, let other, let otherOption):
            "k\(code) == \(option) || k\(other) == \(otherOption)"
        case .both(let code, let option, let other, let otherOption):
            "k\(code) == \(option) && k\(other) != \(otherOption)"
        }
    }
}
