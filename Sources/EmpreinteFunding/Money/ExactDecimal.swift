/// A number exactly as its decimals say, where a binary fraction would only come near.
enum ExactDecimal {
    enum Failure: Error {
        case tooFine, tooLarge
    }

    /// The number of a text such as `-12.50` or `1e3`, times a power of ten, when that is whole.
    ///
    /// - Throws: `tooFine` when decimals are left over, `tooLarge` beyond ten million million.
    static func whole(_ text: some Sequence<UInt8>, timesTenTo power: Int) throws(Failure) -> Int {
        var digits: [UInt8] = []
        var decimals = 0
        var exponent = 0
        var (isNegative, isFraction, isExponent, lowers) = (false, false, false, false)
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = byte - UInt8(ascii: "0")
                if isExponent {
                    exponent = min(10 * exponent + Int(digit), 1000)
                } else {
                    digits.append(digit)
                    if isFraction { decimals += 1 }
                }
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): isExponent = true
            case UInt8(ascii: "-"): if isExponent { lowers = true } else { isNegative = true }
            default: break
            }
        }
        var shift = power - decimals + (lowers ? -exponent : exponent)
        while shift < 0, let last = digits.last, last == 0 {
            digits.removeLast()
            shift += 1
        }
        let significant = digits.drop { $0 == 0 }
        guard !significant.isEmpty else { return 0 }
        guard shift >= 0 else { throw .tooFine }
        guard significant.count + shift <= 16 else { throw .tooLarge }
        var value = significant.reduce(0) { 10 * $0 + Int($1) }
        for _ in 0..<shift { value *= 10 }
        return isNegative ? -value : value
    }
}
