public import EmpreinteGraph

/// The values of one input along the lanes: numbers, codes or flags, the caller's own memory or a copy.
@safe
public struct Column: @unchecked Sendable {
    /// What the column holds: doubles, 32-bit integers, or bytes of which all but 0 are true.
    public let type: ValueType
    /// How many values there are.
    public let count: Int
    /// From one value to the next, in bytes.
    let stride: Int
    let base: UnsafeRawPointer
    private let owner: AnyObject?

    /// A copy of numbers.
    public init(numbers: [Double]) { self.init(copying: numbers, .number) }

    /// A copy of codes.
    public init(codes: [Int32]) { self.init(copying: codes, .code) }

    /// A copy of flags.
    public init(flags: [Bool]) { self.init(copying: flags.map { $0 ? 1 : 0 } as [UInt8], .flag) }

    /// Memory of the caller, read where it stands.
    /// - Parameters:
    ///   - base: the first value; the memory must stay as it is while the column is in use.
    ///   - type: a number is a double, a code an `Int32`, a flag a byte of which all but 0 is true.
    ///   - stride: from one value to the next, in bytes; the size of a value when they touch. It may be negative.
    @unsafe
    public init(borrowing base: UnsafeRawPointer, of type: ValueType, count: Int, stride: Int? = nil) {
        self.type = type
        self.count = count
        self.stride = stride ?? type.laneSize
        unsafe self.base = base
        owner = nil
    }

    private init<Element: BitwiseCopyable>(copying elements: [Element], _ type: ValueType) {
        let memory = AlignedMemory(byteCount: elements.count * MemoryLayout<Element>.stride)
        unsafe elements.withUnsafeBytes { bytes in
            guard let first = bytes.baseAddress else { return }
            unsafe memory.base.copyMemory(from: first, byteCount: bytes.count)
        }
        self.type = type
        count = elements.count
        stride = type.laneSize
        unsafe base = UnsafeRawPointer(memory.base)
        owner = memory
    }

    /// Whether values touch and are aligned, so that kernels may read them in place.
    var isDense: Bool { unsafe stride == type.laneSize && UInt(bitPattern: base) % UInt(type.laneSize) == 0 }

    /// The value at a place, as a scalar.
    /// - Precondition: the place is in the column.
    func value(at place: Int) -> Scalar {
        precondition(place >= 0 && place < count, "a place in the column")
        let address = unsafe base + place * stride
        return switch type {
        case .number: unsafe address.loadUnaligned(as: Double.self)
        case .code: unsafe Scalar(address.loadUnaligned(as: Int32.self))
        case .flag: unsafe address.load(as: UInt8.self) != 0 ? 1 : 0
        }
    }
}
