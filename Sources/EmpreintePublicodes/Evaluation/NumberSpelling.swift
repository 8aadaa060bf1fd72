/// Numbers as French texts show them: two decimals at most, thousands apart, then the unit.
enum NumberSpelling {
    private static let thinSpace = "\u{202F}"
    private static let space = "\u{A0}"

    static func text(of number: Double, unit: FreeUnit?) -> String {
        var number = number
        var word: String?
        if let unit {
            let simple = unit.simplified
            number = UnitScale.conversion(from: unit, to: simple)?.apply(to: number) ?? number
            word = simple.description
        }
        switch word {
        case "€":
            let cents = (number * 100).rounded()
            let decimals = cents.truncatingRemainder(dividingBy: 100) == 0 ? 0 : 2
            return digits(of: number, least: decimals) + space + "€"
        case "%": return digits(of: number) + space + "%"
        case let word? where !word.isEmpty: return digits(of: number) + space + word
        default: return digits(of: number)
        }
    }

    /// The number to two decimals, without those that say nothing beyond the least asked.
    private static func digits(of number: Double, least: Int = 0) -> String {
        guard number.isFinite, number.magnitude < 1e15 else { return "\(number)" }
        let hundredths = Int((number.magnitude * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        var text = ""
        for (place, digit) in String(whole).reversed().enumerated() {
            if place > 0, place % 3 == 0 { text = thinSpace + text }
            text = String(digit) + text
        }
        var decimals = (rest < 10 ? "0" : "") + String(rest)
        while decimals.count > least, decimals.hasSuffix("0") { decimals.removeLast() }
        if !decimals.isEmpty { text += "," + decimals }
        return number < 0 && hundredths > 0 ? "-" + text : text
    }
}
