internal import CEmpreinte
public import EmpreinteAnalysis
internal import EmpreinteModel
public import EmpreinteText

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A plugin in a shared library, as `empreinte_plugin.h` describes it.
///
/// The library stays open for the life of the process, since what it added may be in use anywhere.
public struct LibraryPlugin: Plugin {
    public let name: String
    public let version: String
    private let analyses: [Analysis]
    private let library: FunctionLibrary
    private let readers: [PopulationReader]
    private let formats: [ReportFormat]

    /// Loads a plugin from a file; nothing is looked for anywhere else.
    ///
    /// - Throws: `plugin.unreadable`, `plugin.interface`, `plugin.refused`.
    public init(_ path: String) throws(CompilationError) {
        // A name without a slash would be looked for on the system.
        guard let library = unsafe dlopen(path.contains("/") ? path : "./\(path)", RTLD_NOW | RTLD_LOCAL) else {
            let reason = unsafe dlerror().map { unsafe String(cString: $0) } ?? path
            throw CompilationError("plugin.unreadable", "the plugin cannot be opened: \(reason)")
        }
        typealias Entry = @convention(c) () -> UnsafePointer<emp_plugin_description>?
        guard let entry = unsafe dlsym(library, "empreinte_plugin"),
            let description = unsafe unsafeBitCast(entry, to: Entry.self)()?.pointee,
            unsafe description.size >= MemoryLayout<emp_plugin_description>.size,
            let name = unsafe description.name, let version = unsafe description.version,
            let start = unsafe description.start
        else {
            throw CompilationError(
                "plugin.unreadable", "\(path) is no plugin",
                hint: "a plugin exports empreinte_plugin, which describes it")
        }
        (self.name, self.version) = unsafe (String(cString: name), String(cString: version))
        let (least, most) = unsafe (description.interface_minimum, description.interface_maximum)
        guard least <= most, PluginHost.interfaces.overlaps(least...most) else {
            throw CompilationError(
                "plugin.interface",
                "\(self.name) \(self.version) speaks the interfaces \(least) to \(most), \(Release.name) speaks "
                    + "\(PluginHost.interfaces.lowerBound) to \(PluginHost.interfaces.upperBound)",
                hint: "build the plugin against the header of this release")
        }
        let registration = PluginRegistration(plugin: self.name)
        let handle = unsafe OpaquePointer(Unmanaged.passUnretained(registration).toOpaque())
        let outcome = withExtendedLifetime(registration) { unsafe start(PluginHost.table, handle) }
        guard outcome == 0 else {
            throw CompilationError("plugin.refused", "\(self.name) \(self.version) does not start: \(outcome)")
        }
        analyses = registration.analyses.map(\.analysis)
        self.library = registration.library
        (readers, formats) = (registration.readers, registration.formats)
    }

    public func register(in additions: inout Registry.Additions) {
        additions.analyses += analyses
        additions.functions = library
        additions.readers += readers
        additions.formats += formats
    }
}
