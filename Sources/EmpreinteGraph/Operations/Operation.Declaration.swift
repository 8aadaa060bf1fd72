extension Operation {
    /// All that is known of one operation.
    struct Declaration: Sendable {
        var name: String
        var operandTypes: [ValueType]
        var resultType: ValueType
        var meaning: Meaning
        var reads = Reads.all
        var facts = Facts()

        var isVariadic: Bool { meaning.isVariadic }
    }

    /// The scalar meaning, as plain function pointers: the interpreter calls one a node.
    enum Meaning: Sendable {
        case unary(@convention(c) @Sendable (Scalar) -> Scalar)
        case binary(@convention(c) @Sendable (Scalar, Scalar) -> Scalar)
        case ternary(@convention(c) @Sendable (Scalar, Scalar, Scalar) -> Scalar)
        /// The operand that is read after the first, or NaN when none is.
        case chosen

        var isVariadic: Bool { if case .chosen = self { true } else { false } }
    }
}

// MARK: - Shapes of declarations

extension Operation.Declaration {
    /// A number of a number.
    static func numeric(
        _ name: String, _ facts: Operation.Facts = .init(), _ meaning: @convention(c) @Sendable (Scalar) -> Scalar
    ) -> Self {
        Self(name: name, operandTypes: [.number], resultType: .number, meaning: .unary(meaning), facts: facts)
    }

    /// A number of two numbers.
    static func numeric(
        _ name: String, _ facts: Operation.Facts = .init(),
        _ meaning: @convention(c) @Sendable (Scalar, Scalar) -> Scalar
    ) -> Self {
        Self(
            name: name, operandTypes: [.number, .number], resultType: .number, meaning: .binary(meaning), facts: facts)
    }

    /// A flag of two values of one type.
    static func comparison(
        _ name: String, of type: ValueType, _ facts: Operation.Facts = .init(),
        _ meaning: @convention(c) @Sendable (Scalar, Scalar) -> Scalar
    ) -> Self {
        Self(name: name, operandTypes: [type, type], resultType: .flag, meaning: .binary(meaning), facts: facts)
    }

    /// A flag of two flags, decided by the first alone when it has that value.
    static func logical(
        _ name: String, decidedBy decided: Scalar, _ meaning: @convention(c) @Sendable (Scalar, Scalar) -> Scalar
    ) -> Self {
        let identity = 1 - decided
        return Self(
            name: name, operandTypes: [.flag, .flag], resultType: .flag, meaning: .binary(meaning),
            reads: .secondUnless(decided),
            facts: .init(
                isCommutative: true, isIdempotent: true, leftIdentity: identity, rightIdentity: identity,
                absorbing: decided))
    }

    /// One of two values of a type, by a flag.
    static func select(_ name: String, _ type: ValueType) -> Self {
        Self(
            name: name, operandTypes: [.flag, type, type], resultType: type,
            meaning: .ternary { flag, yes, no in flag != 0 ? yes : no }, reads: .takenArm)
    }
}
