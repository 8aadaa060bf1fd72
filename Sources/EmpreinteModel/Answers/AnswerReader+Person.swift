internal import EmpreinteText

extension AnswerReader {
    /// Reads how many people one stands for. Code: `people.weight`.
    func weight(_ text: String) throws(AnswerProblem) -> Double {
        guard let value = DecimalParser().value(of: Array(text.utf8)[...]), value > 0 else {
            throw AnswerProblem("people.weight", "a weight is a number above zero")
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
