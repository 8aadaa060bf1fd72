/// The values of a column in one block, to read.
///
/// A handle made per instruction: kernels stay within the lanes of their block, for which every slot has room.
@safe
struct Lanes<Element: BitwiseCopyable> {
    private let base: UnsafePointer<Element>

    @inline(__always)
    init(_ base: UnsafeMutableRawPointer) {
        unsafe self.base = UnsafePointer(base.assumingMemoryBound(to: Element.self))
    }

    @inline(__always)
    subscript(lane: Int) -> Element { unsafe base[lane] }
}

/// The values of a column in one block, to write.
@safe
struct Target<Element: BitwiseCopyable> {
    private let base: UnsafeMutablePointer<Element>

    @inline(__always)
    init(_ base: UnsafeMutableRawPointer) {
        unsafe self.base = base.assumingMemoryBound(to: Element.self)
    }

    @inline(__always)
    func set(_ lane: Int, _ value: Element) { unsafe base[lane] = value }
}

/// A flag as a column holds it: any byte but 0 is true.
typealias FlagByte = UInt8
