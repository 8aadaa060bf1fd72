/// What becomes of the value of a sum or a choice, by the last operand of its instruction. A chain has more links to
/// choose from; here each would multiply many kernels.
enum Tail: Int32, Sendable {
    case none
    /// Multiplied by a column or a constant.
    case times
    /// Added to a column.
    case plus
}
