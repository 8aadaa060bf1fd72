#if canImport(Glibc)
internal import Glibc
#endif

/// Memory on a cache line's boundary, freed with its owner.
@safe
final class AlignedMemory {
    let base: UnsafeMutableRawPointer

    /// - Parameter isForLong: whether it is used long enough to be worth large pages of the system, where there are
    ///   some. Small ones, which lie anywhere, may share few lines of a second-level cache; blocks in them took up to
    ///   twice as long. A large one takes as long to be had as a few thousand people.
    init(byteCount: Int, isForLong: Bool = false) {
        #if canImport(Glibc)
        let page = 2 << 20
        if isForLong, byteCount >= page / 8 {
            let size = (byteCount + page - 1) / page * page
            unsafe base = .allocate(byteCount: size, alignment: page)
            unsafe madvise(base, size, MADV_HUGEPAGE)
            return
        }
        #endif
        unsafe base = .allocate(byteCount: max(byteCount, 1), alignment: 64)
    }

    deinit { unsafe base.deallocate() }
}
