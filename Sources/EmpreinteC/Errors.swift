// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CEmpreinte
internal import EmpreinteText

@c @implementation
public func emp_error_free(_ error: OpaquePointer?) { unsafe release(error, Failure.self) }

@c @implementation
public func emp_error_kind(_ error: OpaquePointer?) -> emp_error_kind_t {
    guard let failure = unsafe try? held(error, as: Failure.self, "error") else { return 0 }
    return failure.kind.rawValue
}

@c @implementation
public func emp_error_message(_ error: OpaquePointer?) -> UnsafePointer<CChar>? {
    guard let failure = unsafe try? held(error, as: Failure.self, "error") else { return unsafe literal("") }
    return unsafe failure.texts.pointer(to: failure.error.description)
}

@c @implementation
public func emp_error_json(_ error: OpaquePointer?) -> UnsafePointer<CChar>? {
    guard let failure = unsafe try? held(error, as: Failure.self, "error") else { return unsafe literal("[]") }
    return unsafe failure.texts.pointer(to: json(failure.error.diagnostics, failure.error.sources))
}

@c @implementation
public func emp_error_person(_ error: OpaquePointer?) -> Int64 {
    Int64(unsafe (try? held(error, as: Failure.self, "error"))?.person ?? -1)
}

@c @implementation
public func emp_error_diagnostic_count(_ error: OpaquePointer?) -> Int {
    unsafe (try? held(error, as: Failure.self, "error"))?.error.diagnostics.count ?? 0
}

@c @implementation
public func emp_error_diagnostic(
    _ error: OpaquePointer?, _ index: Int, _ out: UnsafeMutablePointer<emp_diagnostic>?
) -> OpaquePointer? {
    unsafe attempt {
        let failure = unsafe try held(error, as: Failure.self, "error")
        unsafe try write(failure.error.diagnostics, index, failure.error.sources, failure.texts, to: out)
    }
}

@c @implementation
public func emp_diagnostic_init(_ diagnostic: UnsafeMutablePointer<emp_diagnostic>?) {
    unsafe diagnostic?.pointee = unsafe emp_diagnostic()
    unsafe diagnostic?.pointee.size = MemoryLayout<emp_diagnostic>.size
}

/// Sets out one of some diagnostics for C.
func write(
    _ diagnostics: [Diagnostic], _ index: Int, _ sources: SourceMap, _ texts: TextStore,
    to out: UnsafeMutablePointer<emp_diagnostic>?
) throws {
    guard diagnostics.indices.contains(index) else {
        throw Failure(index: index, of: "diagnostic", count: diagnostics.count)
    }
    let diagnostic = diagnostics[index]
    var result = unsafe emp_diagnostic()
    unsafe result.code = unsafe texts.pointer(to: diagnostic.code)
    unsafe result.message = unsafe texts.pointer(to: diagnostic.message)
    unsafe result.hint = unsafe texts.pointer(toAny: diagnostic.hint)
    unsafe result.file = unsafe texts.pointer(toAny: diagnostic.path)
    unsafe result.severity = diagnostic.severity == .error ? 1 : 2
    if let range = diagnostic.range {
        let (start, end) = (sources.location(of: range), sources.endLocation(of: range))
        unsafe result.file = unsafe texts.pointer(to: start.path)
        unsafe (result.line, result.column) = (UInt32(clamping: start.line), UInt32(clamping: start.column))
        unsafe (result.end_line, result.end_column) = (UInt32(clamping: end.line), UInt32(clamping: end.column))
    }
    unsafe try write(result, to: out, "out_diagnostic")
}

/// Diagnostics as `check --format json` prints them.
func json(_ diagnostics: [Diagnostic], _ sources: SourceMap) -> String {
    JSON.array(diagnostics.map { $0.json(in: sources) }).text() + "\n"
}
