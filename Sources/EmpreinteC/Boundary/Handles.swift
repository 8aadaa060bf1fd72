// What C holds Swift objects by: a pointer that counts as one reference.

/// Hands an object over; whoever gets it gives it back with `release`.
func hand<Object: AnyObject>(_ object: Object) -> OpaquePointer {
    unsafe OpaquePointer(Unmanaged.passRetained(object).toOpaque())
}

/// Hands an object over through an `out_…` pointer.
func hand<Object: AnyObject>(
    _ object: @autoclosure () throws -> Object, to out: UnsafeMutablePointer<OpaquePointer?>?, _ name: StaticString
) throws {
    guard let out = unsafe out else { throw Failure(null: name) }
    unsafe out.pointee = nil
    unsafe out.pointee = hand(try object())
}

/// The object behind a handle.
/// - Throws: an argument failure for NULL.
func held<Object: AnyObject>(
    _ handle: OpaquePointer?, as type: Object.Type, _ name: StaticString
) throws(Failure) -> Object {
    guard let handle = unsafe handle else { throw Failure(null: name) }
    return unsafe Unmanaged<Object>.fromOpaque(UnsafeRawPointer(handle)).takeUnretainedValue()
}

/// Takes an object back; NULL is fine.
func release<Object: AnyObject>(_ handle: OpaquePointer?, _ type: Object.Type) {
    guard let handle = unsafe handle else { return }
    unsafe Unmanaged<Object>.fromOpaque(UnsafeRawPointer(handle)).release()
}
