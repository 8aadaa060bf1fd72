internal import EmpreinteGraph

/// The answers to one question where the caller has them.
@safe
struct LentColumn: @unchecked Sendable {
    /// The position of the question.
    let input: Int
    let rule: AnswerRule
    let cells: Cells
    /// Who answered; nothing when everybody did.
    let presence: Bits?

    /// How answers stand in memory.
    @safe
    enum Cells: @unchecked Sendable {
        /// Doubles, 32-bit codes or bytes, as the question has them.
        case plain(UnsafeRawPointer, stride: Int)
        case floats(UnsafePointer<Float>)
        case integers(IntegerColumn)
        case bits(Bits)
        /// Positions in a dictionary, and the codes of its words; −1 for a word that is no option.
        case indices(IntegerColumn, codes: [Int32])
        case words(WordColumn)
        /// Nobody answered.
        case none
    }

    /// The type of the values kernels read.
    var type: ValueType {
        switch rule {
        case .number: .number
        case .option: .code
        case .flag: .flag
        }
    }

    /// Whether some of the people have answered, all or none.
    func answered(of count: Int) -> Answered {
        if case .none = cells { return .nobody }
        guard let presence else { return .everybody }
        let answered = presence.setCount(of: count)
        return answered == count ? .everybody : answered == 0 ? .nobody : .some
    }

    enum Answered { case everybody, some, nobody }
}

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

    /// A value and the next, of 32 or 64 bits with a sign.
    @inline(__always)
    func pair(_ place: Int) -> (Int64, Int64) {
        if width == .int64 {
            let first = unsafe base + (offset + place) * 8
            let second = unsafe first.loadUnaligned(fromByteOffset: 8, as: Int64.self)
            return (unsafe first.loadUnaligned(as: Int64.self), second)
        }
        let first = unsafe base + (offset + place) * 4
        let second = unsafe first.loadUnaligned(fromByteOffset: 4, as: Int32.self)
        return (Int64(unsafe first.loadUnaligned(as: Int32.self)), Int64(second))
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

/// Texts in the caller's memory.
@safe
struct WordColumn: @unchecked Sendable {
    private let texts: Texts
    private let options: [Option]
    /// Positions of options, each at the place its head gives or behind it; −1 elsewhere, for at least half of them.
    private var places: [Int32]
    private let shift: UInt64

    /// How texts stand in memory.
    @safe
    enum Texts: @unchecked Sendable {
        /// One after another, and where each ends.
        case ended(IntegerColumn, bytes: UnsafePointer<UInt8>)
        /// Sixteen bytes a text, which hold a short one and say where a long one stands.
        case views(UnsafeRawPointer, offset: Int, buffers: [UnsafeRawBufferPointer])
    }

    /// The name of an option: its first eight bytes, by which most are told apart, and all of them.
    private struct Option {
        let head: UInt64
        let bytes: [UInt8]
    }

    init(_ texts: Texts, options names: [String]) {
        self.texts = texts
        let options = names.map { name in
            let bytes = Array(name.utf8)
            return Option(head: unsafe bytes.withUnsafeBufferPointer { unsafe head($0) }, bytes: bytes)
        }
        self.options = options
        var bits: UInt64 = 1
        while 1 << bits < 2 * options.count { bits += 1 }
        shift = 64 - bits
        places = Array(repeating: -1, count: 1 << bits)
        for (code, option) in options.enumerated() {
            var place = place(of: option.head)
            while places[place] >= 0 { place = next(place) }
            places[place] = Int32(clamping: code)
        }
    }

    /// Where to look for a text first: the top bits of a product with the golden ratio, which all bytes move.
    private func place(of head: UInt64) -> Int { Int((head &* 0x9E37_79B9_7F4A_7C15) >> shift) }

    private func next(_ place: Int) -> Int { (place + 1) & (places.count - 1) }

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
        let word = unsafe word(place)
        let head = unsafe head(word)
        var place = self.place(of: head)
        while places[place] >= 0 {
            let code = places[place]
            if options[Int(code)].head == head {
                let bytes = options[Int(code)].bytes
                if unsafe bytes.count == word.count && (word.count <= 8 || bytes.elementsEqual(word)) { return code }
            }
            place = next(place)
        }
        return -1
    }

    /// The codes of a stretch.
    func read(_ places: Range<Int>, presence: Bits?, into codes: UnsafeMutablePointer<Int32>) {
        for place in places {
            unsafe codes[place - places.lowerBound] = presence?[place] ?? true ? code(place) : 0
        }
    }
}

/// The first eight bytes of a text, zeros after its end.
private func head(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = word.baseAddress else { return 0 }
    let first = unsafe UnsafeRawPointer(base)
    /// The first bytes and the last ones, which may be the same, on top of each other.
    func joined<Part: FixedWidthInteger & BitwiseCopyable>(_ part: Part.Type) -> UInt64 {
        let beyond = word.count - MemoryLayout<Part>.size
        let last = unsafe first.loadUnaligned(fromByteOffset: beyond, as: Part.self)
        let start = unsafe first.loadUnaligned(as: Part.self)
        return UInt64(Part(littleEndian: start)) | UInt64(Part(littleEndian: last)) << UInt64(8 * beyond)
    }
    return switch word.count {
    case 0: 0
    case 1: joined(UInt8.self)
    case 2, 3: joined(UInt16.self)
    case 4..<8: joined(UInt32.self)
    default: unsafe UInt64(littleEndian: first.loadUnaligned(as: UInt64.self))
    }
}
