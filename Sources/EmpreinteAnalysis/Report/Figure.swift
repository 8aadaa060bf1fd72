/// A number and its unit, as computed; how many digits and which multiple to show is the renderer's business.
public struct Figure: Sendable, Hashable {
    /// The true value, unrounded.
    public var value: Double
    /// The unit's canonical text, such as `kgCO2e/year` or `%`; empty for a plain number.
    public var unit: String

    public init(_ value: Double, _ unit: String = "") {
        self.value = value
        self.unit = unit
    }
}
