internal import EmpreinteEngine
public import EmpreinteText

/// How many times figures are drawn in their ranges, and the seed of the numbers drawn.
public struct Draws: Sendable, Hashable {
    public let count: Int
    public let seed: UInt64

    /// How many may be asked for.
    public static let allowed = 10...100_000
    /// How many at most for a table of people, of whom a block is held in every draw.
    public static let mostOfTable = 1_000

    /// - Parameter count: from 10 to 100 000; the nearest of them otherwise.
    public init(_ count: Int, seed: UInt64 = 1) {
        self.count = min(max(count, Self.allowed.lowerBound), Self.allowed.upperBound)
        self.seed = seed
    }

    /// Reads the options `draws` and `seed`; nothing where no draws are asked for.
    ///
    /// - Throws: `option.draws`, `option.seed`.
    public init?(_ request: Analysis.Request) throws(CompilationError) {
        let text = request["draws"]
        guard !text.isEmpty, text != "none" else { return nil }
        guard let count = Int(text), Self.allowed.contains(count) else {
            throw CompilationError(
                "option.draws",
                "draws is a whole number from \(Self.allowed.lowerBound) to \(Self.allowed.upperBound), not '\(text)'",
                hint: "10000 tells the range of a result to about 1 %", in: request.sources)
        }
        self.init(count, seed: try request.seed())
    }

    /// The option that asks for draws.
    public static let option = Analysis.Option(
        "draws", .text, standing: "none", "how many times figures are drawn in their ranges; none for no range")
    /// The option that says which.
    public static let seedOption = Analysis.Option("seed", .text, standing: "1", "of what is drawn: a whole number")

    /// What multiplies a published amount in each draw: 95 % within its range, the logarithm normal.
    ///
    /// - Parameters:
    ///   - name: what is drawn; the same name has the same draws, whatever its range.
    ///   - spread: half of the width of the range, 0.2 for ± 20 %.
    public func shocks(of name: String, spread: Double) -> [Double] {
        Shock(.lognormal, spread: spread)
            .values(Philox(key: seed), stream: Philox.stream(name), draws: 0..<count)
    }

    /// The draws in pieces that are held at once.
    var pieces: [Range<Int>] {
        stride(from: 0, to: count, by: Self.piece).map { $0..<min($0 + Self.piece, count) }
    }

    private static let piece = 16_384
}
