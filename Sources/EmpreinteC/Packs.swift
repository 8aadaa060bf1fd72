// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CEmpreinte
internal import Empreinte
internal import EmpreinteAnalysis
internal import EmpreinteGraph
internal import Synchronization

/// What an `emp_pack` is.
final class HeldPack: Sendable {
    let model: Model
    let warnings: [Diagnostic]
    let texts = TextStore()
    /// Reads answers that are written as text.
    let reader: AnswerReader
    private let known = Mutex<[Double]?>(nil)

    init(_ compilation: Compilation) {
        model = compilation.model
        warnings = compilation.warnings
        reader = AnswerReader(compilation.model)
    }

    /// What counts for each question when nobody answers anything, in the reference year.
    var standingAnswers: [Double] {
        known.withLock { known in
            if let known { return known }
            var slots = model.unboundSlots
            slots[Model.yearSlot] = Scalar(model.years.reference)
            var interpreter = Interpreter()
            interpreter.run(model.graph, inputs: slots)
            let answers = model.inputs.map { interpreter.values[$0.stated.index] }
            known = answers
            return answers
        }
    }

    private let acted = Mutex<ActedEvaluator?>(nil)

    /// What evaluates the model under choices; made when it is first asked for.
    var acting: ActedEvaluator {
        acted.withLock { acted in
            let evaluator = acted ?? ActedEvaluator(model)
            acted = evaluator
            return evaluator
        }
    }

    /// A question by its position.
    func question(_ index: Int) throws -> Input { try item(model.inputs, index, "question") }

    /// A thing by its position.
    func item<Item>(_ items: [Item], _ index: Int, _ things: String) throws -> Item {
        guard items.indices.contains(index) else { throw Failure(index: index, of: things, count: items.count) }
        return items[index]
    }
}

@c @implementation
public func emp_file_init(_ file: UnsafeMutablePointer<emp_file>?) {
    unsafe file?.pointee = unsafe emp_file()
    unsafe file?.pointee.size = MemoryLayout<emp_file>.size
}

@c @implementation
public func emp_pack_open(
    _ engine: OpaquePointer?, _ path: UnsafePointer<CChar>?, _ out: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    unsafe attempt {
        let engine = unsafe try held(engine, as: HeldEngine.self, "engine").engine
        let path = unsafe try text(path, "path")
        unsafe try hand(HeldPack(engine.load(path)), to: out, "out_pack")
    }
}

@c @implementation
public func emp_pack_open_files(
    _ engine: OpaquePointer?, _ files: UnsafePointer<emp_file>?, _ count: Int, _ path: UnsafePointer<CChar>?,
    _ out: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    unsafe attempt {
        let engine = unsafe try held(engine, as: HeldEngine.self, "engine")
        let path = unsafe try text(path, "path")
        var contents: [String: [UInt8]] = [:]
        for place in unsafe try items(files, count: count, "files").indices {
            let file = unsafe try read(files.map { unsafe $0 + place }, standing: emp_file(), "file")
            let start = unsafe file.bytes?.assumingMemoryBound(to: UInt8.self)
            contents[unsafe try text(file.path, "path of a file")] = unsafe Array(
                try items(start, count: file.byte_count, "bytes of a file"))
        }
        unsafe try hand(HeldPack(engine.reading(contents).load(path)), to: out, "out_pack")
    }
}

@c @implementation
public func emp_pack_free(_ pack: OpaquePointer?) { unsafe release(pack, HeldPack.self) }

@c @implementation
public func emp_pack_warning_count(_ pack: OpaquePointer?) -> Int {
    unsafe (try? held(pack, as: HeldPack.self, "pack"))?.warnings.count ?? 0
}

@c @implementation
public func emp_pack_warning(
    _ pack: OpaquePointer?, _ index: Int, _ out: UnsafeMutablePointer<emp_diagnostic>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        unsafe try write(pack.warnings, index, pack.model.sources, pack.texts, to: out)
    }
}

@c @implementation
public func emp_pack_check(
    _ pack: OpaquePointer?, _ out: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let findings = pack.warnings + PublicationCheck(pack.model).findings()
        unsafe try hand(HandedText(json(findings, pack.model.sources)), to: out, "out_text")
    }
}
