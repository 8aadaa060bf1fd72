// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

internal import CEmpreinte

@c @implementation
public func emp_text_free(_ text: OpaquePointer?) { unsafe release(text, HandedText.self) }

@c @implementation
public func emp_text_bytes(_ text: OpaquePointer?) -> UnsafePointer<CChar>? {
    guard let text = unsafe try? held(text, as: HandedText.self, "text") else { return unsafe literal("") }
    return unsafe text.bytes
}

@c @implementation
public func emp_text_size(_ text: OpaquePointer?) -> Int {
    unsafe (try? held(text, as: HandedText.self, "text"))?.size ?? 0
}
