// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CEmpreinte
internal import Empreinte

@c @implementation
public func emp_evaluator_options_init(_ options: UnsafeMutablePointer<emp_evaluator_options>?) {
    unsafe options?.pointee = unsafe emp_evaluator_options()
    unsafe options?.pointee.size = MemoryLayout<emp_evaluator_options>.size
}

@c @implementation
public func emp_evaluator_create(
    _ pack: OpaquePointer?, _ options: UnsafePointer<emp_evaluator_options>?,
    _ out: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let options = unsafe try read(options, standing: emp_evaluator_options(), "options")
        let outputs = unsafe try texts(options.outputs, count: options.output_count, "outputs")
        let years = unsafe (first: Int(options.first_year), last: Int(options.last_year))
        unsafe try hand(HeldEvaluator(pack, outputs: outputs, years: years), to: out, "out_evaluator")
    }
}

@c @implementation
public func emp_evaluator_free(_ evaluator: OpaquePointer?) { unsafe release(evaluator, HeldEvaluator.self) }

@c @implementation
public func emp_evaluator_output_count(_ evaluator: OpaquePointer?) -> Int {
    unsafe (try? held(evaluator, as: HeldEvaluator.self, "evaluator"))?.outputs.count ?? 0
}

@c @implementation
public func emp_evaluator_year_count(_ evaluator: OpaquePointer?) -> Int {
    unsafe (try? held(evaluator, as: HeldEvaluator.self, "evaluator"))?.years.count ?? 0
}

@c @implementation
public func emp_evaluator_output(
    _ evaluator: OpaquePointer?, _ index: Int, _ outID: UnsafeMutablePointer<UnsafePointer<CChar>?>?,
    _ outUnit: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) -> OpaquePointer? {
    unsafe attempt {
        let evaluator = unsafe try held(evaluator, as: HeldEvaluator.self, "evaluator")
        let output = try evaluator.pack.item(evaluator.outputs, index, "output")
        unsafe outID?.pointee = unsafe evaluator.pack.texts.pointer(to: output.id)
        unsafe outUnit?.pointee = unsafe evaluator.pack.texts.pointer(to: output.unit)
    }
}
