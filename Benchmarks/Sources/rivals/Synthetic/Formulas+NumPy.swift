extension Formulas {
    /// The formulas as a NumPy script that evaluates whole columns whenever `PythonRival` asks it to.
    var numPyScript: String {
        let free = lastReaders
        let names = PythonNames(value: { $0 < numberCount ? "n[\($0)]" : "v\($0)" }, code: { "c[\($0)]" })
        let lines = steps.enumerated().flatMap { index, step -> [String] in
            let own = numberCount + index
            let dead = (free[index] ?? []).map { "v\($0)" }
            return ["v\(own) = " + step.pythonText(names, table: "t\(own)")]
                + (dead.isEmpty ? [] : ["del " + dead.joined(separator: ", ")])
        }
        return """
            \(PythonRival.preamble(numberCount: numberCount, codeCount: optionCounts.count))
            \(pythonTables)

            def evaluate():
                \(lines.joined(separator: "\n    "))
                return [\(outputs.map { "v\($0)" }.joined(separator: ", "))]

            \(PythonRival.loop)
            """
    }

    /// The lookup tables, in Python.
    var pythonTables: String {
        steps.enumerated().compactMap { index, step in
            guard case .table(let cells, _) = step else { return nil }
            return "t\(numberCount + index) = np.array([\(cells.map(\.description).joined(separator: ", "))])"
        }.joined(separator: "\n")
    }

    /// For each step that reads values for the last time, which: their memory can then be used again.
    private var lastReaders: [Int: [Int]] {
        var last: [Int: Int] = [:]
        for (index, step) in steps.enumerated() {
            for value in step.reads where value >= numberCount { last[value] = index }
        }
        for output in outputs { last[output] = nil }
        return Dictionary(grouping: last.keys.sorted()) { last[$0] ?? 0 }
    }
}

/// How a script writes values and codes.
struct PythonNames {
    let value: (Int) -> String
    let code: (Int) -> String
}

extension Formulas.Step {
    /// The step over whole columns.
    func pythonText(_ names: PythonNames, table: String) -> String {
        let value = names.value
        switch self {
        case .binary(let operation, let left, let right):
            return operation.pythonText(value(left), value(right))
        case .scaled(let operation, let operand, let constant):
            return operation.pythonText(value(operand), constant.description)
        case .weighted(let terms):
            return terms.map { "\($0.weight) * \(value($0.value))" }.joined(separator: " + ")
        case .choice(let condition, let first, let second):
            return "np.where(\(condition.pythonText(names)), \(value(first)), \(value(second)))"
        case .table(_, let code):
            return "\(table)[\(names.code(code))]"
        case .present(let presence, let operand):
            return "np.where(\(presence.pythonText(names)), \(value(operand)), 0.0)"
        case .sum(let terms):
            return terms.map(value).joined(separator: " + ")
        }
    }
}

extension Formulas.Binary {
    fileprivate func pythonText(_ left: String, _ right: String) -> String {
        switch self {
        case .add, .sub, .mul, .div: "\(left) \(rawValue) \(right)"
        case .min: "np.minimum(\(left), \(right))"
        case .max: "np.maximum(\(left), \(right))"
        }
    }
}

extension Formulas.Condition {
    fileprivate func pythonText(_ names: PythonNames) -> String {
        switch self {
        case .below(let value, let limit): "\(names.value(value)) < \(limit)"
        case .less(let left, let right): "\(names.value(left)) < \(names.value(right))"
        case .equal(let code, let option): "\(names.code(code)) == \(option)"
        }
    }
}

extension Formulas.Presence {
    fileprivate func pythonText(_ names: PythonNames) -> String {
        switch self {
        case .either(let code, let option, let other, let otherOption):
            "(\(names.code(code)) == \(option)) | (\(names.code(other)) == \(otherOption))"
        case .both(let code, let option, let other, let otherOption):
            "(\(names.code(code)) == \(option)) & (\(names.code(other)) != \(otherOption))"
        }
    }
}
