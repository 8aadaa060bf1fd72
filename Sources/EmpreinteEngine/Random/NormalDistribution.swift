#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The standard normal distribution.
public enum NormalDistribution {
    /// The probability of a value at most `x`.
    public static func cumulative(_ x: Double) -> Double {
        0.5 * erfc(-x / 2.0.squareRoot())
    }

    /// The value with a given probability below it; relative error about 1e-16.
    ///
    /// Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37, 1988. Its
    /// polynomials are written out: lists of coefficients would cost more than all the rest.
    public static func quantile(_ probability: Double) -> Double {
        let q = probability - 0.5
        if q.magnitude <= 0.425 { return q * central(0.180625 - q * q) }
        let tail = q < 0 ? probability : 1 - probability
        guard tail > 0 else { return q < 0 ? -.infinity : .infinity }
        let r = (-log(tail)).squareRoot()
        let value = r <= 5 ? middle(r - 1.6) : far(r - 5)
        return q < 0 ? -value : value
    }

    /// Between the probabilities 0.075 and 0.925.
    private static func central(_ x: Double) -> Double {
        var top = 2.5090809287301226727e+3 * x + 3.3430575583588128105e+4
        top = top * x + 6.7265770927008700853e+4
        top = top * x + 4.5921953931549871457e+4
        top = top * x + 1.3731693765509461125e+4
        top = top * x + 1.9715909503065514427e+3
        top = top * x + 1.3314166789178437745e+2
        top = top * x + 3.3871328727963666080e0
        var bottom = 5.2264952788528545610e+3 * x + 2.8729085735721942674e+4
        bottom = bottom * x + 3.9307895800092710610e+4
        bottom = bottom * x + 2.1213794301586595867e+4
        bottom = bottom * x + 5.3941960214247511077e+3
        bottom = bottom * x + 6.8718700749205790830e+2
        bottom = bottom * x + 4.2313330701600911252e+1
        bottom = bottom * x + 1
        return top / bottom
    }

    /// Down to a probability of about 1.4e-11.
    private static func middle(_ x: Double) -> Double {
        var top = 7.74545014278341407640e-4 * x + 2.27238449892691845833e-2
        top = top * x + 2.41780725177450611770e-1
        top = top * x + 1.27045825245236838258e0
        top = top * x + 3.64784832476320460504e0
        top = top * x + 5.76949722146069140550e0
        top = top * x + 4.63033784615654529590e0
        top = top * x + 1.42343711074968357734e0
        var bottom = 1.05075007164441684324e-9 * x + 5.47593808499534494600e-4
        bottom = bottom * x + 1.51986665636164571966e-2
        bottom = bottom * x + 1.48103976427480074590e-1
        bottom = bottom * x + 6.89767334985100004550e-1
        bottom = bottom * x + 1.67638483018380384940e0
        bottom = bottom * x + 2.05319162663775882187e0
        bottom = bottom * x + 1
        return top / bottom
    }

    /// What is left.
    private static func far(_ x: Double) -> Double {
        var top = 2.01033439929228813265e-7 * x + 2.71155556874348757815e-5
        top = top * x + 1.24266094738807843860e-3
        top = top * x + 2.65321895265761230930e-2
        top = top * x + 2.96560571828504891230e-1
        top = top * x + 1.78482653991729133580e0
        top = top * x + 5.46378491116411436990e0
        top = top * x + 6.65790464350110377720e0
        var bottom = 2.04426310338993978564e-15 * x + 1.42151175831644588870e-7
        bottom = bottom * x + 1.84631831751005468180e-5
        bottom = bottom * x + 7.86869131145613259100e-4
        bottom = bottom * x + 1.48753612908506148525e-2
        bottom = bottom * x + 1.36929880922735805310e-1
        bottom = bottom * x + 5.99832206555887937690e-1
        bottom = bottom * x + 1
        return top / bottom
    }
}
