// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CEmpreinte
internal import Empreinte

/// What an `emp_engine` is.
final class HeldEngine: Sendable {
    let engine: Engine
    private let plugins: [any Plugin]

    init(plugins: [any Plugin], places: [String]) throws {
        self.plugins = plugins
        engine = try Engine(plugins: plugins, places: places)
    }

    /// The same engine over files in memory.
    func reading(_ files: [String: [UInt8]]) throws -> Engine {
        try Engine(plugins: plugins, places: engine.places, files: OverlaidFiles(MemoryFiles(files)))
    }
}

@c @implementation
public func emp_engine_options_init(_ options: UnsafeMutablePointer<emp_engine_options>?) {
    unsafe options?.pointee = unsafe emp_engine_options()
    unsafe options?.pointee.size = MemoryLayout<emp_engine_options>.size
}

@c @implementation
public func emp_engine_create(
    _ options: UnsafePointer<emp_engine_options>?, _ out: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    unsafe attempt {
        unsafe try hand(
            {
                let options = unsafe try read(options, standing: emp_engine_options(), "options")
                let places = unsafe try texts(options.places, count: options.place_count, "places")
                let handles = unsafe try items(options.plugins, count: options.plugin_count, "plugins")
                let plugins = try handles.indices.map {
                    unsafe try held(handles[$0], as: HeldPlugin.self, "plugin").plugin
                }
                return try HeldEngine(plugins: plugins, places: places)
            }(), to: out, "out_engine")
    }
}

@c @implementation
public func emp_engine_free(_ engine: OpaquePointer?) { unsafe release(engine, HeldEngine.self) }

@c @implementation
public func emp_engine_describe(
    _ engine: OpaquePointer?, _ out: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    unsafe attempt {
        let registry = unsafe try held(engine, as: HeldEngine.self, "engine").engine.registry
        unsafe try hand(HandedText(registry.json.text() + "\n"), to: out, "out_text")
    }
}

extension Registry {
    /// The plugins and the analyses, for programs.
    fileprivate var json: JSON {
        .object(of: [
            "engine": .string(Release.name),
            "plugins": .array(
                plugins.map { plugin in
                    .object(of: [
                        "name": .string(plugin.name), "version": .string(plugin.version),
                        "analyses": .array(plugin.analyses.map(JSON.string)),
                        "front_ends": .array(plugin.frontEnds.map(JSON.string)),
                        "kinds": .array(plugin.kinds.map(JSON.string)),
                        "functions": .array(plugin.functions.map(JSON.string)),
                        "ramps": .array(plugin.ramps.map(JSON.string)),
                        "readers": .array(plugin.readers.map(JSON.string)),
                        "formats": .array(plugin.formats.map(JSON.string)),
                    ])
                }),
            "analyses": .array(
                analyses.map { analysis in
                    .object(of: [
                        "id": .string(analysis.id), "summary": .string(analysis.summary),
                        "documents": .array(analysis.documents.map(JSON.string)),
                        "options": .array(analysis.options.map(\.json)),
                    ])
                }),
        ])
    }
}

extension Analysis.Option {
    fileprivate var json: JSON {
        var words: [String]?
        if case .word(let some) = kind { words = some }
        return .object(of: [
            "name": .string(name), "summary": .string(summary), "standing": standing.map(JSON.string),
            "words": words.map { .array($0.map(JSON.string)) },
        ])
    }
}

/// Files in memory over those of the disk.
struct OverlaidFiles: FileSource {
    private let memory: MemoryFiles
    private let disk = DiskFiles()

    init(_ memory: MemoryFiles) { self.memory = memory }

    func kind(of path: String) -> FileEntry.Kind? { memory.kind(of: path) ?? disk.kind(of: path) }

    func list(_ path: String) throws(FileError) -> [FileEntry] {
        memory.kind(of: path) == nil ? try disk.list(path) : try memory.list(path)
    }

    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        memory.kind(of: path) == nil ? try disk.read(path, limit: limit) : try memory.read(path, limit: limit)
    }
}
