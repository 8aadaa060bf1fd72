internal import EmpreinteEngine
internal import EmpreinteGraph

/// Room of one thread in which a stretch of people is made ready: what cannot be read where it stands is copied here.
@safe
final class StretchRoom {
    private let height: Int
    private var rooms: [Int: UnsafeMutableRawPointer] = unsafe [:]

    init(height: Int) { self.height = height }

    deinit {
        unsafe rooms.values.forEach { unsafe $0.deallocate() }
    }

    /// Room for a stretch of a column's values, or of its answered flags.
    private func room(_ column: Int, flags: Bool) -> UnsafeMutableRawPointer {
        let key = 2 * column + (flags ? 1 : 0)
        if let room = unsafe rooms[key] { return unsafe room }
        let room = UnsafeMutableRawPointer.allocate(byteCount: height * (flags ? 1 : 8), alignment: 64)
        unsafe rooms[key] = unsafe room
        return unsafe room
    }

    /// A stretch of answers, dense and checked.
    @safe
    struct Stretch {
        let values: UnsafeRawPointer
        let type: ValueType
        /// A byte a person, 0 for who has not answered; nothing when everybody did.
        let answered: UnsafePointer<UInt8>?
        let count: Int

        var column: Column { unsafe Column(borrowing: values, of: type, count: count) }
        var answeredColumn: Column? { unsafe answered.map { unsafe Column(borrowing: $0, of: .flag, count: count) } }

        /// The answer of a person of the stretch, or nothing.
        func answer(_ lane: Int) -> Double? {
            if let answered = unsafe answered, unsafe answered[lane] == 0 { return nil }
            return switch type {
            case .number: unsafe values.load(fromByteOffset: lane * 8, as: Double.self)
            case .code: unsafe Double(values.load(fromByteOffset: lane * 4, as: Int32.self))
            case .flag: unsafe values.load(fromByteOffset: lane, as: UInt8.self) != 0 ? 1 : 0
            }
        }
    }

    /// Makes a stretch of a column ready.
    ///
    /// - Parameter index: the column's own number, by which room is found again.
    /// - Returns: the stretch, and the first person whose answer is refused.
    func stretch(_ column: LentColumn, _ index: Int, _ people: Range<Int>) -> (stretch: Stretch, refused: Int?) {
        var answered: UnsafePointer<UInt8>?
        if let presence = column.presence {
            let flags = unsafe room(index, flags: true).assumingMemoryBound(to: UInt8.self)
            unsafe presence.spread(people, into: flags)
            unsafe answered = unsafe UnsafePointer(flags)
        }
        let values = unsafe values(column, index, people, answered)
        let count = people.count
        switch column.rule {
        case .number(let range, let clamps):
            let numbers = unsafe values.assumingMemoryBound(to: Double.self)
            guard unsafe areOutside(numbers, answered, count, range) else { break }
            guard clamps, unsafe areFinite(numbers, answered, count) else {
                return unsafe (made(values), refused(numbers, answered, count, range, clamps))
            }
            let room = unsafe room(index, flags: false).assumingMemoryBound(to: Double.self)
            for lane in 0..<count {
                unsafe room[lane] = unsafe min(max(numbers[lane], range.lowerBound), range.upperBound)
            }
            return unsafe (made(UnsafeRawPointer(room)), nil)
        case .option(let options):
            let codes = unsafe values.assumingMemoryBound(to: Int32.self)
            if let lane = unsafe firstOutside(codes, answered, count, UInt32(clamping: options)) {
                return unsafe (made(values), lane)
            }
        case .flag: break
        }
        return unsafe (made(values), nil)

        func made(_ values: UnsafeRawPointer) -> Stretch {
            unsafe Stretch(values: values, type: column.type, answered: answered, count: count)
        }
    }

    // MARK: Reading

    /// The values of a stretch, touching and aligned.
    private func values(
        _ column: LentColumn, _ index: Int, _ people: Range<Int>, _ answered: UnsafePointer<UInt8>?
    ) -> UnsafeRawPointer {
        let size = column.type == .number ? 8 : column.type == .code ? 4 : 1
        if case .plain(let base, let stride) = column.cells {
            let first = unsafe base + people.lowerBound * stride
            if stride == size, UInt(bitPattern: first) % UInt(size) == 0 { return unsafe first }
        }
        let room = unsafe room(index, flags: false)
        switch column.cells {
        case .plain(let base, let stride):
            for (lane, person) in people.enumerated() {
                unsafe (room + lane * size).copyMemory(from: base + person * stride, byteCount: size)
            }
        case .floats(let floats):
            let numbers = unsafe room.assumingMemoryBound(to: Double.self)
            for (lane, person) in people.enumerated() { unsafe numbers[lane] = Double(floats[person]) }
        case .integers(let integers):
            if column.type == .number {
                let numbers = unsafe room.assumingMemoryBound(to: Double.self)
                integers.forEach(people) { lane, value in unsafe numbers[lane] = Double(value) }
            } else {
                let codes = unsafe room.assumingMemoryBound(to: Int32.self)
                integers.forEach(people) { lane, value in unsafe codes[lane] = Int32(clamping: value) }
            }
        case .bits(let bits): unsafe bits.spread(people, into: room.assumingMemoryBound(to: UInt8.self))
        case .indices(let indices, let codes):
            let target = unsafe room.assumingMemoryBound(to: Int32.self)
            unsafe codes.withUnsafeBufferPointer { codes in
                indices.forEach(people) { lane, value in
                    let known = value >= 0 && value < codes.count
                    unsafe target[lane] = known ? codes[Int(value)] : -1
                }
            }
        case .words(let words):
            unsafe words.read(people, answered: answered, into: room.assumingMemoryBound(to: Int32.self))
        case .none: unsafe room.initializeMemory(as: UInt8.self, repeating: 0, count: people.count * size)
        }
        return UnsafeRawPointer(room)
    }
}

// MARK: - Checks, of which the first goes over everything and hence has no branches

private func areOutside(
    _ numbers: UnsafePointer<Double>, _ answered: UnsafePointer<UInt8>?, _ count: Int, _ range: ClosedRange<Double>
) -> Bool {
    let (low, high) = (range.lowerBound, range.upperBound)
    // What stands where nobody answered is often within the range as well, so that who did is asked only once it is not.
    var asked: UnsafePointer<UInt8>?
    let height = 1_024
    for first in stride(from: 0, to: count, by: height) {
        let lanes = first..<min(count, first + height)
        var outside: UInt64 = 0
        if unsafe asked == nil {
            for lane in lanes {
                let number = unsafe numbers[lane]
                outside |= (number >= low ? 0 : 1) | (number <= high ? 0 : 1)
            }
            guard outside != 0 else { continue }
            unsafe asked = unsafe answered
            outside = 0
        }
        guard let asked = unsafe asked else { return true }
        for lane in lanes {
            let number = unsafe numbers[lane]
            let wrong: UInt64 = (number >= low ? 0 : 1) | (number <= high ? 0 : 1)
            outside |= unsafe wrong & (asked[lane] == 0 ? 0 : 1)
        }
        if outside != 0 { return true }
    }
    return false
}

private func areFinite(
    _ numbers: UnsafePointer<Double>, _ answered: UnsafePointer<UInt8>?, _ count: Int
) -> Bool {
    !(0..<count).contains { unsafe !numbers[$0].isFinite && answered?[$0] != 0 }
}

/// The first number that is refused.
private func refused(
    _ numbers: UnsafePointer<Double>, _ answered: UnsafePointer<UInt8>?, _ count: Int, _ range: ClosedRange<Double>,
    _ clamps: Bool
) -> Int? {
    (0..<count).first { lane in
        guard unsafe answered?[lane] != 0 else { return false }
        return unsafe clamps ? !numbers[lane].isFinite : !range.contains(numbers[lane])
    }
}

private func firstOutside(
    _ codes: UnsafePointer<Int32>, _ answered: UnsafePointer<UInt8>?, _ count: Int, _ end: UInt32
) -> Int? {
    var outside: UInt32 = 0
    for lane in 0..<count { outside |= unsafe UInt32(bitPattern: codes[lane]) < end ? 0 : 1 }
    // As for numbers, what stands where nobody answered is looked at only now.
    if outside != 0, let answered = unsafe answered {
        outside = 0
        for lane in 0..<count {
            let wrong: UInt32 = unsafe UInt32(bitPattern: codes[lane]) < end ? 0 : 1
            outside |= unsafe wrong & (answered[lane] == 0 ? 0 : 1)
        }
    }
    guard outside != 0 else { return nil }
    return (0..<count).first { unsafe UInt32(bitPattern: codes[$0]) >= end && answered?[$0] != 0 }
}
