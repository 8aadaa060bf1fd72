/// A bit a person in the caller's memory, the lowest bit of a byte first.
@safe
struct Bits: @unchecked Sendable {
    private let bytes: UnsafePointer<UInt8>
    /// The bits before the first person's.
    private let offset: Int

    init(_ bytes: UnsafePointer<UInt8>, offset: Int) {
        unsafe self.bytes = bytes
        self.offset = offset
    }

    subscript(place: Int) -> Bool {
        let bit = offset + place
        return unsafe bytes[bit >> 3] >> UInt8(bit & 7) & 1 != 0
    }

    /// How many bits of the first ones are set.
    func setCount(of count: Int) -> Int {
        var total = 0
        var place = 0
        while place < count {
            let bit = offset + place
            if bit & 7 == 0, count - place >= 64 {
                let word = unsafe UnsafeRawPointer(bytes + (bit >> 3)).loadUnaligned(as: UInt64.self)
                total += word.nonzeroBitCount
                place += 64
            } else {
                total += self[place] ? 1 : 0
                place += 1
            }
        }
        return total
    }

    /// Writes a byte a bit, 0 where it is not set and another where it is.
    func spread(_ places: Range<Int>, into target: UnsafeMutablePointer<UInt8>) {
        var place = places.lowerBound
        while place < places.upperBound {
            let bit = offset + place
            let lane = place - places.lowerBound
            if bit & 7 == 0, places.upperBound - place >= 8 {
                let eight = unsafe UInt64(bytes[bit >> 3]) &* 0x0101_0101_0101_0101 & 0x8040_2010_0804_0201
                unsafe UnsafeMutableRawPointer(target + lane).storeBytes(of: eight.littleEndian, as: UInt64.self)
                place += 8
            } else {
                unsafe target[lane] = self[place] ? 1 : 0
                place += 1
            }
        }
    }
}
