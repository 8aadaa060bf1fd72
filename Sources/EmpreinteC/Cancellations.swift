// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

internal import CEmpreinte
internal import EmpreinteEngine

@c @implementation
public func emp_cancellation_create() -> OpaquePointer? { unsafe hand(Cancellation()) }

@c @implementation
public func emp_cancellation_free(_ cancellation: OpaquePointer?) { unsafe release(cancellation, Cancellation.self) }

@c @implementation
public func emp_cancellation_cancel(_ cancellation: OpaquePointer?) {
    unsafe (try? held(cancellation, as: Cancellation.self, "cancellation"))?.cancel()
}
