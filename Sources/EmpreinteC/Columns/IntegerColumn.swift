/// Integers of any width in the caller's memory.
@safe
struct IntegerColumn: @unchecked Sendable {
    enum Width: Sendable { case int8, int16, int32, int64, uint8, uint16, uint32, uint64 }

    let base: UnsafeRawPointer
    let width: Width
    /// How many values stand before the first person's.
    let offset: Int

    init(_ base: UnsafeRawPointer, _ width: Width, offset: Int) {
        unsafe self.base = base
        self.width = width
        self.offset = offset
    }

    /// Reads a stretch of values, each through a body.
    @inline(__always)
    func forEach(_ places: Range<Int>, _ body: (_ lane: Int, _ value: Int64) -> Void) {
        switch width {
        case .int8: walk(places, Int8.self, body)
        case .int16: walk(places, Int16.self, body)
        case .int32: walk(places, Int32.self, body)
        case .int64: walk(places, Int64.self, body)
        case .uint8: walk(places, UInt8.self, body)
        case .uint16: walk(places, UInt16.self, body)
        case .uint32: walk(places, UInt32.self, body)
        case .uint64: walk(places, UInt64.self, body)
        }
    }

    /// Where a value of 32 or 64 bits stands.
    func address(_ place: Int) -> UnsafeRawPointer { unsafe base + (offset + place) * (width == .int64 ? 8 : 4) }

    /// A value and the next, of 32 or 64 bits with a sign.
    @inline(__always)
    func pair(_ place: Int) -> (Int64, Int64) {
        let first = unsafe address(place)
        guard width == .int64 else {
            let second = unsafe first.loadUnaligned(fromByteOffset: 4, as: Int32.self)
            return (Int64(unsafe first.loadUnaligned(as: Int32.self)), Int64(second))
        }
        let second = unsafe first.loadUnaligned(fromByteOffset: 8, as: Int64.self)
        return (unsafe first.loadUnaligned(as: Int64.self), second)
    }

    @inline(__always)
    private func walk<Value: FixedWidthInteger & BitwiseCopyable>(
        _ places: Range<Int>, _ type: Value.Type, _ body: (Int, Int64) -> Void
    ) {
        let size = MemoryLayout<Value>.size
        let first = unsafe base + (offset + places.lowerBound) * size
        for lane in 0..<places.count {
            body(lane, Int64(clamping: unsafe first.loadUnaligned(fromByteOffset: lane * size, as: Value.self)))
        }
    }
}
