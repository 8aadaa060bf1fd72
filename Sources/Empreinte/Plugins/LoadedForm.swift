internal import CEmpreinte
internal import EmpreinteAnalysis
internal import EmpreinteText

/// A form of files that a shared library reads people from, or writes reports in.
@safe
final class LoadedForm: @unchecked Sendable {
    private let name: String
    private let fileExtension: String
    private let plugin: String
    private let convert: @convention(c) (UnsafeMutableRawPointer?, UnsafeRawPointer?, Int, OpaquePointer?) -> Int32
    private let user: UnsafeMutableRawPointer?
    private let destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?

    /// Nothing, for one that lacks something; what it came with is destroyed.
    init?(_ reader: emp_plugin_reader, _ plugin: String) {
        guard unsafe reader.size >= MemoryLayout<emp_plugin_reader>.size else { return nil }
        guard let name = unsafe PluginHost.text(reader.name), !name.isEmpty, let read = unsafe reader.read,
            let fileExtension = unsafe PluginHost.text(reader.extension), !fileExtension.isEmpty
        else {
            unsafe reader.destroy?(reader.user)
            return nil
        }
        (self.name, self.fileExtension, self.plugin) = (name, fileExtension, plugin)
        unsafe (convert, user, destroy) = unsafe (read, reader.user, reader.destroy)
    }

    /// Nothing, for one that lacks something; what it came with is destroyed.
    init?(_ format: emp_plugin_format, _ plugin: String) {
        guard unsafe format.size >= MemoryLayout<emp_plugin_format>.size else { return nil }
        guard let name = unsafe PluginHost.text(format.name), !name.isEmpty, let render = unsafe format.render else {
            unsafe format.destroy?(format.user)
            return nil
        }
        (self.name, fileExtension, self.plugin) = (name, "", plugin)
        unsafe (user, destroy) = unsafe (format.user, format.destroy)
        // A pointer to characters and one to bytes are passed alike.
        unsafe convert = unsafe unsafeBitCast(
            render,
            to: (@convention(c) (UnsafeMutableRawPointer?, UnsafeRawPointer?, Int, OpaquePointer?) -> Int32).self)
    }

    deinit { unsafe destroy?(user) }

    var reader: PopulationReader {
        PopulationReader(name, extensions: [fileExtension]) { bytes throws(CompilationError) in
            try self.converted(bytes)
        }
    }

    var format: ReportFormat { ReportFormat(name) { _ in Renderer(form: self) } }

    private struct Renderer: ReportRenderer {
        let form: LoadedForm

        func render(_ report: Report) -> String { (try? text(of: report)) ?? "" }

        func text(of report: Report) throws(CompilationError) -> String {
            String(decoding: try form.converted(Array(ReportJSON().render(report).utf8)), as: UTF8.self)
        }
    }

    /// What the library makes of bytes, which end with a zero that is not counted.
    fileprivate func converted(_ bytes: [UInt8]) throws(CompilationError) -> [UInt8] {
        let reply = PluginReply()
        let handle = unsafe OpaquePointer(Unmanaged.passUnretained(reply).toOpaque())
        let outcome = withExtendedLifetime(reply) {
            unsafe (bytes + [0]).withUnsafeBytes { raw in
                unsafe convert(user, raw.baseAddress, bytes.count, handle)
            }
        }
        guard outcome == 0 else {
            throw CompilationError(
                "plugin.failed", "\(plugin) fails in '\(name)': \(reply.failure ?? "it does not say why")")
        }
        return reply.bytes
    }
}
