internal import Synchronization

/// Texts lent to C for as long as their owner lives; each is kept once, and any thread may ask.
final class TextStore: Sendable {
    @safe
    private struct Lent: @unchecked Sendable {
        var texts: [String: UnsafeMutablePointer<CChar>] = unsafe [:]
    }

    private let lent = Mutex(Lent())

    /// The text, ended by a zero.
    func pointer(to text: String) -> UnsafePointer<CChar> {
        let address = lent.withLock { lent in
            if let known = unsafe lent.texts[text] { return UInt(bitPattern: known) }
            let copy = unsafe cString(text)
            unsafe lent.texts[text] = unsafe copy
            return UInt(bitPattern: copy)
        }
        return unsafe UnsafePointer(bitPattern: address) ?? literal("")
    }

    /// The text, or NULL where there is none.
    func pointer(toAny text: String?) -> UnsafePointer<CChar>? {
        guard let text else { return nil }
        return unsafe pointer(to: text)
    }

    deinit {
        lent.withLock { lent in
            unsafe lent.texts.values.forEach { unsafe $0.deallocate() }
        }
    }
}

/// A copy of a text, ended by a zero, to be deallocated.
func cString(_ text: String) -> UnsafeMutablePointer<CChar> { unsafe cString(Array(text.utf8)) }

private func cString(_ bytes: [UInt8]) -> UnsafeMutablePointer<CChar> {
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
    for (place, byte) in bytes.enumerated() { unsafe copy[place] = CChar(bitPattern: byte) }
    unsafe copy[bytes.count] = 0
    return unsafe copy
}

/// A text that literals hold, for as long as the process lives.
func literal(_ text: StaticString) -> UnsafePointer<CChar> {
    unsafe UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
}

/// What an `emp_text` is.
@safe
final class HandedText: Sendable {
    nonisolated(unsafe) let bytes: UnsafePointer<CChar>
    let size: Int

    convenience init(_ text: String) { self.init(Array(text.utf8)) }

    init(_ content: [UInt8]) {
        unsafe bytes = UnsafePointer(cString(content))
        size = content.count
    }

    deinit { unsafe bytes.deallocate() }
}

/// A text of the caller.
/// - Throws: an argument failure for NULL.
func text(_ pointer: UnsafePointer<CChar>?, _ name: StaticString) throws(Failure) -> String {
    guard let pointer = unsafe pointer else { throw Failure(null: name) }
    return unsafe String(cString: pointer)
}

/// The texts of an array of the caller.
func texts(
    _ pointer: UnsafePointer<UnsafePointer<CChar>?>?, count: Int, _ name: StaticString
) throws(Failure) -> [String] {
    var texts: [String] = []
    let pointers = unsafe try items(pointer, count: count, name)
    for place in pointers.indices { texts.append(unsafe try text(pointers[place], name)) }
    return texts
}

/// An array of the caller.
/// - Throws: an argument failure for NULL with a count, and for a count that is none.
func items<Item>(
    _ pointer: UnsafePointer<Item>?, count: Int, _ name: StaticString
) throws(Failure) -> UnsafeBufferPointer<Item> {
    guard count != 0 else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
    guard count > 0, count <= Int.max / max(MemoryLayout<Item>.stride, 1) else {
        throw Failure(argument: "\(name) cannot be \(UInt(bitPattern: count)) long", code: "argument.size")
    }
    guard let pointer = unsafe pointer else { throw Failure(null: name) }
    return unsafe UnsafeBufferPointer(start: pointer, count: count)
}
