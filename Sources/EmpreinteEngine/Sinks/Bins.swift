/// Weights by value, in bins whose edges are fixed: 256 equal ones from each power of two to the next, either sign,
/// and one for what is within a millionth of the unit of zero.
struct Bins: Sendable, Hashable {
    /// The smallest magnitude that has a bin of its own: a power of two.
    let floor: Double
    var zero: Int128 = 0
    var positive = Side()
    var negative = Side()

    /// The bins of one sign, a row from a power of two to the next, empty until used.
    struct Side: Sendable, Hashable {
        private(set) var rows: [[Int128]] = []

        mutating func add(_ bin: Int, _ weight: Int128) {
            let row = bin >> 8
            if row >= rows.count || rows[row].isEmpty { open(row) }
            rows[row][bin & 255] &+= weight
        }

        private mutating func open(_ row: Int) {
            while rows.count <= row { rows.append([]) }
            rows[row] = Array(repeating: 0, count: 256)
        }

        mutating func merge(_ other: Side) {
            for (row, bins) in other.rows.enumerated() {
                for (place, weight) in bins.enumerated() where weight != 0 { add(row << 8 | place, weight) }
            }
        }

        /// The bins that hold something, from zero outwards.
        var filled: [(bin: Int, weight: Int128)] {
            rows.enumerated().flatMap { row, bins in
                bins.enumerated().filter { $1 != 0 }.map { (row << 8 | $0, $1) }
            }
        }
    }

    init(unit: Double) { floor = 1 / FixedPoint(unit: unit, bits: 20).scale }

    /// - Precondition: the value is one that sums take.
    mutating func add(_ value: Double, _ weight: Int128) {
        guard value.magnitude >= floor else {
            zero &+= weight
            return
        }
        // The bits of doubles of one sign are ordered as they are, and eight of them after the exponent tell the bin.
        let bin = Int((value.magnitude.bitPattern - floor.bitPattern) >> 44)
        if value < 0 { negative.add(bin, weight) } else { positive.add(bin, weight) }
    }

    mutating func merge(_ other: Bins) {
        zero &+= other.zero
        positive.merge(other.positive)
        negative.merge(other.negative)
    }

    /// The middle of the bin where that share of the weight is reached.
    func quantile(_ share: Double, of total: Int128) -> Double? {
        let wanted = share * Double(total)
        var reached: Int128 = 0
        for (bin, weight) in negative.filled.reversed() {
            reached &+= weight
            if Double(reached) >= wanted { return -middle(bin) }
        }
        reached &+= zero
        if zero > 0, Double(reached) >= wanted { return 0 }
        var last: Double?
        for (bin, weight) in positive.filled {
            reached &+= weight
            last = middle(bin)
            if Double(reached) >= wanted { break }
        }
        return last
    }

    private func middle(_ bin: Int) -> Double {
        let low = Double(bitPattern: floor.bitPattern + UInt64(bin) << 44)
        let high = Double(bitPattern: floor.bitPattern + UInt64(bin + 1) << 44)
        return low + (high - low) / 2
    }
}
