internal import EmpreinteText

extension AnswerReader {
    /// The weights that statistics hold exactly enough: sums are kept to 2⁻³⁰, and squares have to fit.
    public static let weights = 1e-3...1e8

    /// Reads how many people one stands for. Code: `people.weight`.
    func weight(_ text: String) throws(AnswerProblem) -> Double {
        guard let value = DecimalParser().value(of: Array(text.utf8)[...]), Self.weights.contains(value) else {
            throw AnswerProblem(
                "people.weight", "a weight is a number from 0.001 to 100 000 000",
                hint: "multiply all weights by the same number")
        }
        return value
    }

    /// Reads a year the model speaks of. Code: `people.year`.
    func year(_ text: String) throws(AnswerProblem) -> Int32 {
        let range = model.years.range
        guard let year = Int32(text), range.contains(Int(year)) else {
            throw AnswerProblem(
                "people.year",
                "\(model.identity.id) covers \(range.lowerBound) to \(range.upperBound), not \(text)")
        }
        return year
    }
}
