package import EmpreinteEngine
package import EmpreinteGraph
package import EmpreinteModel
package import EmpreinteText

extension CompilationError {
    /// A plugin's function that could not compute, and the formula that calls it. Code: `plugin.failed`.
    package init(_ failure: CallFailure, in model: Model) {
        let range = model.origins[failure.origin]?.range
        let formula = range.flatMap { model.formula(at: $0) }
        let caller = formula.map { ", called in '\($0.id)'" } ?? ""
        let function = failure.function
        self.init(
            [
                .error(
                    "plugin.failed", "\(function.plugin) fails in \(function.name)\(caller): \(failure.message)",
                    at: range)
            ], in: model.sources)
    }

    /// Why people cannot be evaluated. Codes: `plugin.failed`, `run.failed`.
    package init(_ error: RunError, in model: Model) {
        if case .callFailed(let failure) = error {
            self.init(failure, in: model)
        } else {
            self.init("run.failed", "the people cannot be evaluated: \(error)", in: model.sources)
        }
    }
}

extension Model {
    /// The formula whose text a range is part of.
    fileprivate func formula(at range: SourceRange) -> Formula? {
        formulas.first { formula in
            formula.results.contains { result in
                let whole = result.place.range
                return whole.file == range.file && whole.lowerBound <= range.lowerBound
                    && range.upperBound <= whole.upperBound
            }
        }
    }
}

extension Interpreter {
    /// Refuses a run in which a plugin's function failed. Code: `plugin.failed`.
    func check(_ model: Model) throws(CompilationError) {
        if let failure { throw CompilationError(failure, in: model) }
    }
}
