/// A share or a yearly rate exactly as written, so that amounts round only once.
public struct Rate: Sendable, Hashable, Comparable {
    /// The rate in billionths: 2 500 000 for 0.25 %.
    public let billionths: Int

    public init(billionths: Int) { self.billionths = billionths }

    /// A rate of so many percent.
    public init(percent: Int) { billionths = Int(clamping: Int128(percent) * Int128(Self.whole / 100)) }

    static let whole = 1_000_000_000
    /// No part at all.
    public static let zero = Rate(billionths: 0)
    /// All of it: 100 %.
    public static let all = Rate(billionths: whole)

    public static func < (left: Rate, right: Rate) -> Bool { left.billionths < right.billionths }

    /// The rate as a plain number: 0.0025 for 0.25 %.
    public var value: Double { Double(billionths) / Double(Self.whole) }
}
