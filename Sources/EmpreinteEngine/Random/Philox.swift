/// Random numbers by position: the number for a key and a counter is a pure function of both.
///
/// Philox 2×64 with ten rounds (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011).
/// Threads, order and unrelated draws never change a number.
public struct Philox: Sendable, Hashable {
    /// The seed.
    public let key: UInt64

    public init(key: UInt64) {
        self.key = key
    }

    /// The two words at a counter.
    public func words(_ first: UInt64, _ second: UInt64) -> (UInt64, UInt64) {
        var counter = (first, second)
        var key = key
        for _ in 0..<10 {
            let product = counter.0.multipliedFullWidth(by: 0xD2B7_4407_B1CE_6E93)
            counter = (product.high ^ key ^ counter.1, product.low)
            key &+= 0x9E37_79B9_7F4A_7C15
        }
        return counter
    }

    /// A number strictly between 0 and 1, on a grid of 2⁵² midpoints.
    public func uniform(_ first: UInt64, _ second: UInt64) -> Double {
        Self.uniform(words(first, second).0)
    }

    /// The number between 0 and 1 that a word stands for.
    static func uniform(_ word: UInt64) -> Double {
        (Double(word >> 12) + 0.5) * 0x1p-52
    }
}

extension Philox {
    /// The stream of a name: the same name has the same numbers in every model.
    public static func stream(_ name: String) -> UInt64 {
        // FNV-1a, 64 bits.
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
