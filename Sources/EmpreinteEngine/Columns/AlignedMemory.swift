#if canImport(Glibc)
internal import Glibc
#endif

/// Memory on a cache line's boundary, freed with its owner.
///
/// Much of it is in large pages of the system where there are some. In small ones, which lie anywhere, it may share few
/// lines of a second-level cache, and blocks then took up to twice as long.
@safe
final class AlignedMemory {
    let base: UnsafeMutableRawPointer

    init(byteCount: Int) {
        #if canImport(Glibc)
        let page = 2 << 20
        if byteCount >= page / 8 {
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
