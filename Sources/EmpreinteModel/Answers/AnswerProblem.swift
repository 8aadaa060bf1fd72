internal import EmpreinteUnits

/// Why a text does not answer a question.
struct AnswerProblem: Error {
    let code: String
    let message: String
    /// The part of the text that is wrong, in UTF-8 offsets; nothing when it is all of it.
    var range: Range<Int>?
    var hint: String?

    init(_ code: String, _ message: String, at range: Range<Int>? = nil, hint: String? = nil) {
        self.code = code
        self.message = message
        self.range = range
        self.hint = hint
    }

    init(_ error: UnitError) {
        self.init(error.code, error.message, at: error.range, hint: error.hint)
    }

    /// What a problem is called in a table, where numbers are always answers.
    static func tableCode(_ code: String) -> String {
        code == "number.not_finite" ? "answer.not_finite" : code
    }
}
