internal import CEmpreinte
internal import EmpreinteAnalysis
internal import EmpreinteModel

/// What plugins in shared libraries may call.
enum PluginHost {
    static let interfaces: ClosedRange<UInt32> = 1...1

    /// The table every plugin gets, for the life of the process.
    nonisolated(unsafe) static let table: UnsafePointer<emp_plugin_host> = {
        var host = unsafe emp_plugin_host()
        unsafe host.size = MemoryLayout<emp_plugin_host>.size
        unsafe host.interface_minimum = interfaces.lowerBound
        unsafe host.interface_maximum = interfaces.upperBound
        unsafe host.engine = engineName
        unsafe host.add_analysis = { registration, analysis in
            guard let registration = unsafe object(registration, PluginRegistration.self),
                let analysis = unsafe stated(analysis, emp_plugin_analysis(), from: \.options),
                let loaded = unsafe LoadedAnalysis(analysis, registration.plugin)
            else { return 1 }
            registration.analyses.append(loaded)
            return 0
        }
        unsafe host.add_figure = { reply, id, label, value, unit in
            guard let reply = unsafe object(reply, PluginReply.self), let id = unsafe text(id) else { return }
            reply.figures.append(
                .init(id: id, label: unsafe text(label) ?? id, value: value, unit: unsafe text(unit)))
        }
        unsafe host.fail = { reply, message in
            unsafe object(reply, PluginReply.self)?.failure = unsafe text(message)
        }
        unsafe host.add_function = { registration, function in
            guard let registration = unsafe object(registration, PluginRegistration.self),
                let function = unsafe function,
                let loaded = unsafe LoadedFunction(function.pointee, registration.plugin)
            else { return 1 }
            registration.library.functions.append(loaded.function)
            return 0
        }
        unsafe host.add_ramp = { registration, ramp in
            guard let registration = unsafe object(registration, PluginRegistration.self), let ramp = unsafe ramp,
                let loaded = unsafe LoadedRamp(ramp.pointee, registration.plugin)
            else { return 1 }
            registration.library.ramps.append(loaded.shape)
            return 0
        }
        unsafe host.add_reader = { registration, reader in
            guard let registration = unsafe object(registration, PluginRegistration.self), let reader = unsafe reader,
                let loaded = unsafe LoadedForm(reader.pointee, registration.plugin)
            else { return 1 }
            registration.readers.append(loaded.reader)
            return 0
        }
        unsafe host.add_format = { registration, format in
            guard let registration = unsafe object(registration, PluginRegistration.self), let format = unsafe format,
                let loaded = unsafe LoadedForm(format.pointee, registration.plugin)
            else { return 1 }
            registration.formats.append(loaded.format)
            return 0
        }
        unsafe host.write = { reply, bytes, count in
            guard let reply = unsafe object(reply, PluginReply.self), let bytes = unsafe bytes, count > 0 else {
                return
            }
            let raw = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
            unsafe reply.bytes.append(contentsOf: raw)
        }
        let table = UnsafeMutablePointer<emp_plugin_host>.allocate(capacity: 1)
        unsafe table.initialize(to: host)
        return unsafe UnsafePointer(table)
    }()

    /// The name and version as C reads them, for the life of the process.
    private static var engineName: UnsafePointer<CChar> {
        let bytes = Array(Release.name.utf8CString)
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        unsafe copy.initialize(from: bytes, count: bytes.count)
        return unsafe UnsafePointer(copy)
    }

    static func text(_ pointer: UnsafePointer<CChar>?) -> String? { unsafe pointer.map { unsafe String(cString: $0) } }

    /// A struct of a plugin as far as the plugin knows it; nothing for one that ends before a field.
    private static func stated<Struct, Field>(
        _ pointer: UnsafePointer<Struct>?, _ standing: Struct, from field: KeyPath<Struct, Field>
    ) -> Struct? {
        guard let pointer = unsafe pointer, let least = MemoryLayout<Struct>.offset(of: field) else { return nil }
        let bytes = unsafe UnsafeRawPointer(pointer)
        let size = unsafe bytes.load(as: Int.self)
        guard size >= least else { return nil }
        var result = standing
        unsafe withUnsafeMutableBytes(of: &result) { target in
            unsafe target.copyMemory(from: UnsafeRawBufferPointer(start: bytes, count: min(size, target.count)))
        }
        return result
    }

    private static func object<Object: AnyObject>(_ pointer: OpaquePointer?, _ type: Object.Type) -> Object? {
        unsafe pointer.map { unsafe Unmanaged<Object>.fromOpaque(UnsafeRawPointer($0)).takeUnretainedValue() }
    }
}

/// What a plugin adds while it starts.
final class PluginRegistration {
    let plugin: String
    var analyses: [LoadedAnalysis] = []
    var library = FunctionLibrary()
    var readers: [PopulationReader] = []
    var formats: [ReportFormat] = []

    init(plugin: String) { self.plugin = plugin }
}

/// What an analysis, a function, a reader or a format says while it runs.
final class PluginReply {
    struct Entry {
        let id: String
        let label: String
        let value: Double
        let unit: String?
    }

    var figures: [Entry] = []
    /// What a reader or a format gives.
    var bytes: [UInt8] = []
    var failure: String?
}
