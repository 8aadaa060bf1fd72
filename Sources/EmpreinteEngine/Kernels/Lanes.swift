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
    fileprivate let base: UnsafeMutablePointer<Element>

    @inline(__always)
    init(_ base: UnsafeMutableRawPointer) {
        unsafe self.base = base.assumingMemoryBound(to: Element.self)
    }

    @inline(__always)
    func set(_ lane: Int, _ value: Element) { unsafe base[lane] = value }
}

extension Target<Double> {
    @inline(__always)
    func set(_ lane: Int, _ values: SIMD2<Double>) {
        unsafe UnsafeMutableRawPointer(base + lane).storeBytes(of: values, as: SIMD2<Double>.self)
    }

    /// Sets four lanes from one on.
    @inline(__always)
    func set(_ lane: Int, _ values: SIMD4<Double>) {
        unsafe UnsafeMutableRawPointer(base + lane).storeBytes(of: values, as: SIMD4<Double>.self)
    }
}

/// A flag as a column holds it: any byte but 0 is true.
typealias FlagByte = UInt8
