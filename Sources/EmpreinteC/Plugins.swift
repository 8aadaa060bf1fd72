// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

internal import CEmpreinte
internal import Empreinte

/// What an `emp_plugin` is.
final class HeldPlugin: Sendable {
    let plugin: any Plugin

    init(_ plugin: any Plugin) { self.plugin = plugin }
}

@c @implementation
public func emp_plugin_load(
    _ path: UnsafePointer<CChar>?, _ out: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    unsafe attempt {
        let path = unsafe try text(path, "path")
        unsafe try hand(HeldPlugin(LibraryPlugin(path)), to: out, "out_plugin")
    }
}

@c @implementation
public func emp_plugin_free(_ plugin: OpaquePointer?) { unsafe release(plugin, HeldPlugin.self) }
