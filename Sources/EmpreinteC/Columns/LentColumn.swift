internal import EmpreinteGraph

/// The answers to one question where the caller has them.
@safe
struct LentColumn: @unchecked Sendable {
    /// The position of the question.
    let input: Int
    let rule: AnswerRule
    let cells: Cells
    /// Who answered; nothing when everybody did.
    let presence: Bits?

    /// How answers stand in memory.
    @safe
    enum Cells: @unchecked Sendable {
        /// Doubles, 32-bit codes or bytes, as the question has them.
        case plain(UnsafeRawPointer, stride: Int)
        case floats(UnsafePointer<Float>)
        case integers(IntegerColumn)
        case bits(Bits)
        /// Positions in a dictionary, and the codes of its words; −1 for a word that is no option.
        case indices(IntegerColumn, codes: [Int32])
        case words(WordColumn)
        /// Nobody answered.
        case none
    }

    /// The type of the values kernels read.
    var type: ValueType {
        switch rule {
        case .number: .number
        case .option: .code
        case .flag: .flag
        }
    }

    /// Whether some of the people have answered, all or none.
    func answered(of count: Int) -> Answered {
        if case .none = cells { return .nobody }
        guard let presence else { return .everybody }
        let answered = presence.setCount(of: count)
        return answered == count ? .everybody : answered == 0 ? .nobody : .some
    }

    enum Answered { case everybody, some, nobody }
}
