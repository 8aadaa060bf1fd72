extension Operation {
    /// Algebra that holds for every value, ±0, infinities and subnormals included, to the last bit.
    /// A NaN stays a NaN; its sign and payload are not promised.
    public struct Facts: Sendable {
        /// `f(a, b) = f(b, a)`.
        public var isCommutative = false
        /// `f(a, a) = a`.
        public var isIdempotent = false
        /// `f(f(a)) = a`.
        public var isInvolution = false
        /// `f(f(a)) = f(a)`.
        public var isProjection = false
        /// The value e, by its bits, with `f(e, a) = a`.
        public var leftIdentity: Scalar?
        /// The value e, by its bits, with `f(a, e) = a`.
        public var rightIdentity: Scalar?
        /// The value z, by its bits, with `f(z, a) = f(a, z) = z`.
        public var absorbing: Scalar?
        /// The value of `f(a, a)`, whatever a is.
        public var valueOnEqual: Scalar?
    }

    /// Which operands an evaluation reads beside the first, which it always reads.
    /// An operand that is not read cannot change the value.
    public enum Reads: Sendable, Hashable {
        case all
        /// The second, unless the first has that value: it then is the result.
        case secondUnless(Scalar)
        /// The second if the first is true, else the third.
        case takenArm
        /// The one whose position after the first is the first's value; none when there is no such position.
        case picked
    }

    /// The positions of the operands read beside the first, once the first's value is known.
    public func positionsRead(after first: Scalar, of count: Int) -> Range<Int> {
        switch reads {
        case .all:
            return 1..<count
        case .secondUnless(let decided):
            return first == decided ? 1..<1 : 1..<2
        case .takenArm:
            return first != 0 ? 1..<2 : 2..<3
        case .picked:
            guard first >= 0, first < Scalar(count - 1) else { return 1..<1 }
            let position = Int(first) + 1
            return position..<position + 1
        }
    }
}
