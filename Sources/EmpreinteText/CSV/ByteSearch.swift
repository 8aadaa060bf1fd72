/// Looks for three bytes in eight at once.
struct ByteSearch {
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64

    init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
        self.first = 0x0101_0101_0101_0101 &* UInt64(first)
        self.second = 0x0101_0101_0101_0101 &* UInt64(second)
        self.third = 0x0101_0101_0101_0101 &* UInt64(third)
    }

    /// The top bit of each byte of a word that is one of the three, and no other bit.
    @inline(__always)
    func hits(in word: UInt64) -> UInt64 {
        ~(differences(word ^ first) & differences(word ^ second) & differences(word ^ third)) & 0x8080_8080_8080_8080
    }

    /// The top bit of each byte that is not zero, among bits that mean nothing; no carry leaves its byte.
    @inline(__always)
    private func differences(_ word: UInt64) -> UInt64 {
        ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | word
    }
}

extension Span<UInt8> {
    /// The eight bytes from a place on, the first one lowest.
    @inline(__always)
    func word(at place: Int) -> UInt64 {
        // Any eight bytes are an integer, and the bounds are checked.
        UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
}
