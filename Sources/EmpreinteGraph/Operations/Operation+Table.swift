#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

extension Operation {
    /// The table of operations. Arithmetic is IEEE 754, rounded to nearest at each step, never fused;
    /// a comparison with a NaN is false; `pow`, `exp` and `log` are the C library's.
    var declared: Declaration {
        switch self {
        case .add: .numeric("add", .init(isCommutative: true, leftIdentity: -0.0, rightIdentity: -0.0)) { $0 + $1 }
        case .sub: .numeric("sub", .init(rightIdentity: 0)) { $0 - $1 }
        case .mul: .numeric("mul", .init(isCommutative: true, leftIdentity: 1, rightIdentity: 1)) { $0 * $1 }
        case .div: .numeric("div", .init(rightIdentity: 1)) { $0 / $1 }
        case .neg: .numeric("neg", .init(isInvolution: true)) { -$0 }

        // Spelled as one comparison, so that the second operand is the result when either is a NaN or both are
        // zeros. Neither is commutative for that reason.
        case .min: .numeric("min", .init(isIdempotent: true)) { $0 < $1 ? $0 : $1 }
        case .max: .numeric("max", .init(isIdempotent: true)) { $0 > $1 ? $0 : $1 }

        case .abs: .numeric("abs", .init(isProjection: true)) { $0.magnitude }
        // Halves away from zero.
        case .round: .numeric("round", .init(isProjection: true)) { $0.rounded(.toNearestOrAwayFromZero) }
        case .floor: .numeric("floor", .init(isProjection: true)) { $0.rounded(.down) }
        case .ceil: .numeric("ceil", .init(isProjection: true)) { $0.rounded(.up) }
        case .pow: .numeric("pow") { power($0, $1) }
        case .exp: .numeric("exp") { exponential($0) }
        case .log: .numeric("log") { logarithm($0) }

        case .less: .comparison("less", of: .number, .init(valueOnEqual: 0)) { $0 < $1 ? 1 : 0 }
        case .lessEqual: .comparison("lessEqual", of: .number) { $0 <= $1 ? 1 : 0 }
        case .equal: .comparison("equal", of: .number, .init(isCommutative: true)) { $0 == $1 ? 1 : 0 }
        case .codeEqual:
            .comparison("codeEqual", of: .code, .init(isCommutative: true, valueOnEqual: 1)) { $0 == $1 ? 1 : 0 }

        case .and: .logical("and", decidedBy: 0) { $0 != 0 && $1 != 0 ? 1 : 0 }
        case .or: .logical("or", decidedBy: 1) { $0 != 0 || $1 != 0 ? 1 : 0 }
        case .not:
            Declaration(
                name: "not", operandTypes: [.flag], resultType: .flag, meaning: .unary { $0 != 0 ? 0 : 1 },
                facts: .init(isInvolution: true))

        case .selectNumber: .select("selectNumber", .number)
        case .selectFlag: .select("selectFlag", .flag)
        case .selectCode: .select("selectCode", .code)

        // `pick code v0 … vn`: the value at that position, NaN for a code outside.
        case .pick:
            Declaration(
                name: "pick", operandTypes: [.code, .number], resultType: .number, meaning: .chosen, reads: .picked)
        }
    }
}

// The C functions, out of the reach of the cases that have their names.
private func power(_ base: Scalar, _ exponent: Scalar) -> Scalar { pow(base, exponent) }
private func exponential(_ exponent: Scalar) -> Scalar { exp(exponent) }
private func logarithm(_ value: Scalar) -> Scalar { log(value) }
