internal import EmpreinteAnalysis

// Structs that start with their size, so that either side may be older than the other.

/// A struct of the caller: what it does not know yet is as in `standing`, which NULL stands for too.
///
/// - Throws: an argument failure for a struct that was not initialised, or that asks for what this release lacks.
func read<Struct>(_ pointer: UnsafePointer<Struct>?, standing: Struct, _ name: StaticString) throws(Failure) -> Struct {
    guard let pointer = unsafe pointer else { return standing }
    let bytes = unsafe UnsafeRawPointer(pointer)
    let size = unsafe try statedSize(bytes, name)
    let known = MemoryLayout<Struct>.size
    for place in stride(from: known, to: size, by: 1)
    where unsafe bytes.load(fromByteOffset: place, as: UInt8.self) != 0 {
        throw Failure(argument: "\(name) sets what \(Release.name) does not know", code: "argument.newer")
    }
    var result = standing
    unsafe withUnsafeMutableBytes(of: &result) { target in
        unsafe target.copyMemory(from: UnsafeRawBufferPointer(start: bytes, count: min(size, known)))
    }
    return result
}

/// Writes a struct of the caller, as far as the caller knows it.
func write<Struct>(_ value: Struct, to pointer: UnsafeMutablePointer<Struct>?, _ name: StaticString) throws(Failure) {
    guard let pointer = unsafe pointer else { throw Failure(null: name) }
    let bytes = UnsafeMutableRawPointer(pointer)
    let size = unsafe try statedSize(UnsafeRawPointer(bytes), name)
    unsafe withUnsafeBytes(of: value) { source in
        let end = min(size, source.count)
        for place in MemoryLayout<Int>.size..<end {
            unsafe bytes.storeBytes(of: source[place], toByteOffset: place, as: UInt8.self)
        }
    }
}

/// The size a struct states: at least one field follows it, and no struct is as large as a page.
private func statedSize(_ bytes: UnsafeRawPointer, _ name: StaticString) throws(Failure) -> Int {
    let size = unsafe bytes.loadUnaligned(as: Int.self)
    guard size > MemoryLayout<Int>.size, size <= 4096 else {
        throw Failure(
            argument: "\(name) has no size", code: "argument.size", hint: "start from its _INIT macro or _init function"
        )
    }
    return size
}
