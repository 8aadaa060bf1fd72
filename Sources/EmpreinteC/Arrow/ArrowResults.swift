internal import CEmpreinte

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Columns of results to hand over through the Arrow C data interface: one piece of memory, held by every column that
/// its reader has not released.
@safe
final class ArrowResults {
    let values: UnsafeMutableBufferPointer<Double>
    private let rows: Int

    /// - Throws: an argument failure for more rows than memory holds, since their number is the caller's word.
    init(rows: Int, columns: Int) throws(Failure) {
        let (count, overflows) = rows.multipliedReportingOverflow(by: columns)
        let (size, alsoOverflows) = count.multipliedReportingOverflow(by: MemoryLayout<Double>.stride)
        guard !overflows, !alsoOverflows, let memory = unsafe Self.memory(of: size) else {
            throw Failure(argument: "there is no memory for \(rows) people", code: "argument.size")
        }
        unsafe values = UnsafeMutableBufferPointer(start: memory.assumingMemoryBound(to: Double.self), count: count)
        self.rows = rows
    }

    deinit { unsafe free(values.baseAddress) }

    /// Memory of the system; where there is much of it, in large pages, since small ones take as long as half of the
    /// evaluation to be had one by one.
    private static func memory(of size: Int) -> UnsafeMutableRawPointer? {
        #if canImport(Glibc)
        let page = 2 << 20
        var memory: UnsafeMutableRawPointer?
        if size >= 4 * page, unsafe posix_memalign(&memory, page, size) == 0 {
            unsafe madvise(memory, size, MADV_HUGEPAGE)
            return unsafe memory
        }
        #endif
        return unsafe malloc(max(size, 1))
    }

    /// Writes the columns as a struct, which is its reader's to release.
    func export(columns: Int, to target: UnsafeMutablePointer<ArrowArray>) {
        let memory = unsafe ArrayMemory(owner: self, buffers: [nil], children: columns)
        for column in 0..<columns {
            let start = unsafe values.baseAddress.map { unsafe UnsafeRawPointer($0 + column * rows) }
            let own = unsafe ArrayMemory(owner: self, buffers: [nil, start], children: 0)
            unsafe memory.children[column]?.initialize(to: own.array(length: rows))
        }
        unsafe target.initialize(to: memory.array(length: rows))
    }
}

/// What one array holds.
@safe
private final class ArrayMemory {
    let buffers: UnsafeMutableBufferPointer<UnsafeRawPointer?>
    let children: UnsafeMutableBufferPointer<UnsafeMutablePointer<ArrowArray>?>
    private let owner: ArrowResults

    init(owner: ArrowResults, buffers: [UnsafeRawPointer?], children: Int) {
        self.owner = owner
        unsafe self.buffers = .allocate(capacity: buffers.count)
        _ = unsafe self.buffers.initialize(from: buffers)
        unsafe self.children = .allocate(capacity: children)
        for child in 0..<children {
            unsafe (self.children.baseAddress.map { unsafe $0 + child })?.initialize(to: .allocate(capacity: 1))
        }
    }

    deinit {
        unsafe children.forEach { child in
            guard let child = unsafe child else { return }
            unsafe child.pointee.release?(child)
            unsafe child.deallocate()
        }
        unsafe children.deallocate()
        unsafe buffers.deallocate()
    }

    /// The array, which holds this.
    func array(length: Int) -> ArrowArray {
        var array = unsafe ArrowArray()
        unsafe array.length = Int64(length)
        unsafe array.n_buffers = Int64(buffers.count)
        unsafe array.buffers = unsafe buffers.baseAddress
        unsafe array.n_children = Int64(children.count)
        unsafe array.children = unsafe children.isEmpty ? nil : children.baseAddress
        unsafe array.release = { array in
            guard let array = unsafe array, unsafe array.pointee.release != nil else { return }
            unsafe array.pointee.release = nil
            unsafe release(OpaquePointer(array.pointee.private_data), ArrayMemory.self)
        }
        unsafe array.private_data = unsafe UnsafeMutableRawPointer(hand(self))
        return unsafe array
    }
}
