internal import CProcessor

/// The answers of a next block of lanes, asked for a few cache lines at a time while the block before it is computed,
/// so that reading them from memory and computing overlap.
@safe
struct Prefetch: ~Copyable {
    /// The addresses of the lanes of each column.
    private var stretches: [Range<UInt>] = []
    /// The stretch to go on with, and where in it; past the last when all is asked for.
    private var current = 0
    private var address: UInt = 0
    /// How many cache lines to ask for at a time.
    private var share = 0

    private static let lineSize: UInt = 64

    /// Turns to some lanes, to be asked for in so many times.
    ///
    /// Columns whose values do not touch are left out: blocks copy them.
    mutating func turn(to lanes: Range<Int>, of columns: [Column], times: Int) {
        stretches.removeAll(keepingCapacity: true)
        var byteCount = 0
        for column in columns where column.isDense {
            let begin = unsafe UInt(bitPattern: column.base) + UInt(lanes.lowerBound * column.stride)
            let size = lanes.count * column.stride
            stretches.append(begin..<begin + UInt(size))
            byteCount += size
        }
        current = 0
        address = stretches.first?.lowerBound ?? 0
        share = byteCount / Int(Self.lineSize) / max(times, 1) + 1
    }

    /// Asks for the next share.
    @inline(never)
    mutating func ask() {
        var left = share
        while current < stretches.count {
            let end = stretches[current].upperBound
            while address < end {
                guard left > 0 else { return }
                if let line = unsafe UnsafeRawPointer(bitPattern: address) { unsafe emp_prefetch(line) }
                address &+= Self.lineSize
                left &-= 1
            }
            current &+= 1
            if current < stretches.count { address = stretches[current].lowerBound }
        }
    }
}
