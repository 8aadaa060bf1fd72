extension Statistics {
    /// Everything that was taken, as bytes that any machine reads back to the same bits.
    ///
    /// - Complexity: O(bins in use).
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        func write<Number: FixedWidthInteger>(_ number: Number) {
            for place in 0..<Number.bitWidth / 8 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
        }
        write(Int64(count))
        write(Int64(refusedCount))
        write(Int64(firstRefusedLane ?? -1))
        write(minimum.bitPattern)
        write(maximum.bitPattern)
        for sum in [values, squares, weights] { write(sum) }
        guard let bins else { return bytes }
        write(bins.zero)
        for side in [bins.negative, bins.positive] {
            let filled = side.filled
            write(UInt32(clamping: filled.count))
            for (bin, weight) in filled {
                write(UInt32(clamping: bin))
                write(weight)
            }
        }
        return bytes
    }

    /// Reads statistics back, and takes their bytes off the front.
    ///
    /// - Parameters:
    ///   - unit: the unit and the quantiles they were made with.
    /// - Returns: nothing for bytes that are no statistics; what was taken off then does not matter.
    public init?(reading bytes: inout ArraySlice<UInt8>, unit: Double, quantiles: Bool = false) {
        self.init(unit: unit, quantiles: quantiles)
        var isWhole = true
        func read<Number: FixedWidthInteger>(_ type: Number.Type) -> Number {
            let size = Number.bitWidth / 8
            guard bytes.count >= size else {
                isWhole = false
                return 0
            }
            defer { bytes = bytes.dropFirst(size) }
            return bytes.prefix(size).reversed().reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
        }
        let (taken, refused, first) = (read(Int64.self), read(Int64.self), read(Int64.self))
        (count, refusedCount) = (Int(taken), Int(refused))
        firstRefusedLane = first < 0 ? nil : Int(first)
        (minimum, maximum) = (Double(bitPattern: read(UInt64.self)), Double(bitPattern: read(UInt64.self)))
        (values, squares, weights) = (read(Int128.self), read(Int128.self), read(Int128.self))
        guard isWhole, taken >= 0, refused >= 0, weights >= 0, !minimum.isNaN, !maximum.isNaN else { return nil }
        guard var bins else { return }
        bins.zero = read(Int128.self)
        var total = bins.zero
        var isOrdered = bins.zero >= 0
        func readSide() -> Bins.Side {
            var side = Bins.Side()
            var last = -1
            let filled = read(UInt32.self)
            for _ in 0..<filled {
                let (bin, weight) = (Int(read(UInt32.self)), read(Int128.self))
                guard isWhole, bin > last, bin < bins.limit, weight > 0 else {
                    isOrdered = false
                    return side
                }
                side.add(bin, weight)
                total &+= weight
                last = bin
            }
            return side
        }
        bins.negative = readSide()
        bins.positive = readSide()
        guard isWhole, isOrdered, total == weights else { return nil }
        self.bins = bins
    }
}

extension Bins {
    /// No value is in a bin from this one on.
    fileprivate var limit: Int { Int((Double.infinity.bitPattern - floor.bitPattern) >> 44) }
}
