/// Texts in the caller's memory that name options.
@safe
struct WordColumn: @unchecked Sendable {
    private let texts: Texts
    private let options: OptionNames

    /// How texts stand in memory.
    @safe
    enum Texts: @unchecked Sendable {
        /// One after another, and where each ends.
        case ended(IntegerColumn, bytes: UnsafePointer<UInt8>)
        /// Sixteen bytes a text, which hold a short one and say where a long one stands.
        case views(UnsafeRawPointer, offset: Int, buffers: [UnsafeRawBufferPointer])
    }

    init(_ texts: Texts, options names: [String]) {
        self.texts = texts
        options = OptionNames(names)
    }

    // MARK: One text

    /// The bytes of a text, none where its ends make no sense.
    func word(_ place: Int) -> UnsafeBufferPointer<UInt8> {
        switch texts {
        case .ended(let ends, let bytes): unsafe word(place, ends, bytes)
        case .views(let views, let offset, let buffers): unsafe word(views + (offset + place) * 16, buffers)
        }
    }

    private func word(
        _ view: UnsafeRawPointer, _ buffers: [UnsafeRawBufferPointer]
    ) -> UnsafeBufferPointer<UInt8> {
        let none = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        let count = unsafe Int(view.loadUnaligned(as: Int32.self))
        guard count > 12 else {
            guard count > 0 else { return unsafe none }
            return unsafe UnsafeBufferPointer(start: (view + 4).assumingMemoryBound(to: UInt8.self), count: count)
        }
        let buffer = unsafe Int(view.loadUnaligned(fromByteOffset: 8, as: Int32.self))
        let start = unsafe Int(view.loadUnaligned(fromByteOffset: 12, as: Int32.self))
        guard unsafe buffers.indices.contains(buffer), start >= 0, unsafe start + count <= buffers[buffer].count
        else { return unsafe none }
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: buffers[buffer][start..<start + count])
        return unsafe bytes.assumingMemoryBound(to: UInt8.self)
    }

    private func word(
        _ place: Int, _ ends: IntegerColumn, _ bytes: UnsafePointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        let (lower, upper) = ends.pair(place)
        guard lower >= 0, upper > lower else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
        return unsafe UnsafeBufferPointer(start: bytes + Int(lower), count: Int(upper - lower))
    }

    /// The code of a text; −1 for what is no option.
    func code(_ place: Int) -> Int32 {
        unsafe options.code(word(place))
    }

    // MARK: Many

    /// The codes of a stretch; 0 for who has not answered.
    ///
    /// - Parameter answered: a byte a person, 0 for who has not; nothing when everybody did.
    func read(_ places: Range<Int>, answered: UnsafePointer<UInt8>?, into codes: UnsafeMutablePointer<Int32>) {
        switch texts {
        case .ended(let ends, _) where ends.width == .int64: unsafe readEnded(places, Int64.self, into: codes)
        case .ended: unsafe readEnded(places, Int32.self, into: codes)
        case .views: unsafe readViews(places, into: codes)
        }
        guard let answered = unsafe answered else { return }
        for lane in 0..<places.count { unsafe codes[lane] &= answered[lane] == 0 ? 0 : -1 }
    }

    private func readEnded<End: FixedWidthInteger & BitwiseCopyable>(
        _ places: Range<Int>, _ type: End.Type, into codes: UnsafeMutablePointer<Int32>
    ) {
        guard case .ended(let column, let bytes) = texts, let last = places.last else { return }
        let table = options.table
        let ends = unsafe column.address(places.lowerBound)
        let size = MemoryLayout<End>.size
        // Up to there, sixteen bytes can be read wherever a text starts; nowhere in a column of few bytes.
        let beyond = UInt(max(15, column.pair(last).1) - 15)
        for lane in 0..<places.count {
            let start = Int(truncatingIfNeeded: unsafe ends.loadUnaligned(fromByteOffset: lane &* size, as: End.self))
            let end = unsafe ends.loadUnaligned(fromByteOffset: (lane &+ 1) &* size, as: End.self)
            let count = Int(truncatingIfNeeded: end) &- start
            var code: Int32?
            if UInt(bitPattern: start) < beyond, UInt(bitPattern: count) <= 15 {
                let text = unsafe UnsafeRawPointer(bytes) + start
                code = unsafe table.code(
                    low: text.loadUnaligned(as: UInt64.self),
                    high: text.loadUnaligned(fromByteOffset: 8, as: UInt64.self), count: count)
            }
            unsafe codes[lane] = code ?? self.code(places.lowerBound &+ lane)
        }
    }

    private func readViews(_ places: Range<Int>, into codes: UnsafeMutablePointer<Int32>) {
        guard case .views(let views, let offset, _) = texts else { return }
        let table = options.table
        let first = unsafe views + (offset + places.lowerBound) * 16
        for lane in 0..<places.count {
            let view = unsafe first + lane &* 16
            let count = unsafe Int(view.loadUnaligned(as: UInt32.self))
            var code: Int32?
            if count <= 12 {
                let high = unsafe view.loadUnaligned(fromByteOffset: 12, as: UInt32.self)
                code = unsafe table.code(
                    low: view.loadUnaligned(fromByteOffset: 4, as: UInt64.self), high: UInt64(high), count: count)
            }
            unsafe codes[lane] = code ?? self.code(places.lowerBound &+ lane)
        }
    }
}
