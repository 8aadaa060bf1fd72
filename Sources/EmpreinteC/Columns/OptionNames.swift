/// Finds options by their names, short ones in one look.
@safe
final class OptionNames: @unchecked Sendable {
    /// What tells a name of up to 15 bytes from all others, and nearly always a longer one: its first 15 bytes, zeros
    /// where it ends before, and how many it has, which is 255 for more.
    struct Key: Hashable {
        var low: UInt64
        var high: UInt64
    }

    /// What a look needs.
    @safe
    struct Table {
        fileprivate struct Slot {
            var key: Key
            var code: Int32
        }

        /// Every name at the place of its key or behind it, and the empty one, which is no option.
        fileprivate let slots: UnsafeMutableBufferPointer<Slot>
        fileprivate let shift: UInt64
        /// The bytes that count in texts of 0 to 15 bytes.
        fileprivate let masks: UnsafeMutableBufferPointer<Key>
    }

    let table: Table
    private let names: [[UInt8]]

    init(_ names: [String]) {
        let names = names.map { Array($0.utf8) }
        self.names = names
        let keys = names.map { unsafe $0.withUnsafeBufferPointer { unsafe Key($0) } }
        // As many slots as leave every name alone in its own, within reason.
        var bits: UInt64 = 1
        while 1 << bits < 2 * keys.count { bits += 1 }
        let most = bits + 5
        while bits < most, Set((keys + [.empty]).map { $0.place(64 - bits) }).count <= keys.count { bits += 1 }
        let slots = UnsafeMutableBufferPointer<Table.Slot>.allocate(capacity: 1 << bits)
        unsafe slots.initialize(repeating: .init(key: .empty, code: -1))
        for (code, key) in keys.enumerated() {
            var place = key.place(64 - bits)
            while unsafe slots[place].code >= 0 { place = (place + 1) & (slots.count - 1) }
            unsafe slots[place] = .init(key: key, code: Int32(clamping: code))
        }
        let masks = UnsafeMutableBufferPointer<Key>.allocate(capacity: 16)
        for count in 0...15 {
            let low: UInt64 = ~(.max << UInt64(8 * count))
            let high: UInt64 = ~(.max << UInt64(8 * max(count - 8, 0)))
            unsafe masks.initializeElement(at: count, to: Key(low: low, high: high))
        }
        table = unsafe Table(slots: slots, shift: 64 - bits, masks: masks)
    }

    deinit {
        unsafe table.slots.deallocate()
        unsafe table.masks.deallocate()
    }

    /// The code of a text; −1 for what is no option.
    func code(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
        let key = unsafe Key(text)
        var place = key.place(table.shift)
        while unsafe table.slots[place].code >= 0 {
            let slot = unsafe table.slots[place]
            if slot.key == key {
                guard text.count > 15, unsafe !names[Int(slot.code)].elementsEqual(text) else { return slot.code }
            }
            place = unsafe (place + 1) & (table.slots.count - 1)
        }
        return -1
    }
}

extension OptionNames.Table {
    /// The code of a text of up to 15 bytes, of which 16 were read, where it is found at once; −1 for no bytes.
    @inline(__always)
    func code(low: UInt64, high: UInt64, count: Int) -> Int32? {
        let mask = unsafe masks[count]
        let key = OptionNames.Key(
            low: UInt64(littleEndian: low) & mask.low,
            high: UInt64(littleEndian: high) & mask.high | UInt64(truncatingIfNeeded: count) &<< 56)
        let slot = unsafe slots[key.place(shift)]
        return slot.key == key ? slot.code : nil
    }
}

extension OptionNames.Key {
    fileprivate static let empty = OptionNames.Key(low: 0, high: 0)

    fileprivate init(_ text: UnsafeBufferPointer<UInt8>) {
        self.init(low: 0, high: UInt64(min(text.count, 255)) << 56)
        for place in 0..<min(text.count, 8) { unsafe low |= UInt64(text[place]) << UInt64(8 * place) }
        for place in 8..<max(8, min(text.count, 15)) { unsafe high |= UInt64(text[place]) << UInt64(8 * place - 64) }
    }

    /// Where to look first: the top bits of a product with the golden ratio, which all bytes move.
    @inline(__always)
    fileprivate func place(_ shift: UInt64) -> Int {
        let golden: UInt64 = 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: ((low ^ (high &* golden)) &* golden) &>> shift)
    }
}
