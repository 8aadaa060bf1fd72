// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CEmpreinte
internal import Empreinte

@c @implementation
public func emp_analysis_options_init(_ options: UnsafeMutablePointer<emp_analysis_options>?) {
    unsafe options?.pointee = unsafe emp_analysis_options()
    unsafe options?.pointee.size = MemoryLayout<emp_analysis_options>.size
}

@c @implementation
public func emp_analysis_run(
    _ engine: OpaquePointer?, _ pack: OpaquePointer?, _ analysis: UnsafePointer<CChar>?,
    _ options: UnsafePointer<emp_analysis_options>?, _ out: UnsafeMutablePointer<OpaquePointer?>?,
    _ outFailed: UnsafeMutablePointer<UInt32>?
) -> OpaquePointer? {
    unsafe attempt {
        let engine = unsafe try held(engine, as: HeldEngine.self, "engine").engine
        let model = unsafe try held(pack, as: HeldPack.self, "pack").model
        let id = unsafe try text(analysis, "analysis")
        let options = unsafe try read(options, standing: emp_analysis_options(), "options")
        let format = unsafe try format(options, engine.registry)
        var request = unsafe try request(options, model)
        if let documents = unsafe options.documents {
            let bytes = unsafe try items(documents, count: options.documents_size, "documents")
            let file = unsafe (path: "documents", bytes: bytes.map { UInt8(bitPattern: $0) })
            _ = try engine.read([file], into: &request)
        }
        let report = try engine.run(id, request)
        let text = try format.renderer().text(of: report)
        unsafe try hand(HandedText(text), to: out, "out_report")
        unsafe outFailed?.pointee = report.isFailure ? 1 : 0
    }
}

/// The format asked for, JSON where none is.
private func format(_ options: emp_analysis_options, _ registry: Registry) throws -> ReportFormat {
    guard let name = unsafe options.format else { return .json }
    let word = unsafe try text(name, "format")
    guard let format = registry.format(word) else {
        let names = registry.formats.map(\.name)
        throw Failure(
            argument: "'\(word)' is not a format", code: "argument.format",
            hint: "formats: \(names.joined(separator: ", "))")
    }
    return format
}

private func request(_ options: emp_analysis_options, _ model: Model) throws -> Analysis.Request {
    var request = Analysis.Request(model)
    let year = unsafe options.year
    if year != 0 { request.year = Int(year) }
    if let language = unsafe options.language {
        let code = unsafe try text(language, "language")
        guard let known = Language(rawValue: code) else {
            throw Failure(
                argument: "'\(code)' is not a language of results", code: "argument.language",
                hint: "there are fr and en")
        }
        request.language = known
    }
    let settings = unsafe try items(options.settings, count: options.setting_count, "settings")
    for place in settings.indices {
        let setting = unsafe settings[place]
        request.options[unsafe try text(setting.name, "name of a setting")] = unsafe try text(
            setting.value, "value of a setting")
    }
    return request
}
