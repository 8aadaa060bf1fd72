/// A number as a pack writes it, and its value.
struct Decimal: CustomStringConvertible {
    let description: String
    let value: Double

    /// So many hundredths.
    init(hundredths: Int) {
        let rest = hundredths % 100
        description = "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
        value = Double(description) ?? 0
    }
}
