// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CEmpreinte
internal import Empreinte

@c @implementation
public func emp_source_init(_ source: UnsafeMutablePointer<emp_source>?) {
    unsafe source?.pointee = unsafe emp_source()
    unsafe source?.pointee.size = MemoryLayout<emp_source>.size
}

@c @implementation
public func emp_pack_source(
    _ pack: OpaquePointer?, _ index: Int, _ out: UnsafeMutablePointer<emp_source>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let source = try pack.item(pack.model.references, index, "source")
        var result = unsafe emp_source()
        unsafe result.id = unsafe pack.texts.pointer(to: source.id)
        unsafe result.publisher = unsafe pack.texts.pointer(toAny: source.publisher)
        unsafe result.date = unsafe pack.texts.pointer(toAny: source.date)
        unsafe result.licence = unsafe pack.texts.pointer(toAny: source.licence)
        unsafe result.url = unsafe pack.texts.pointer(toAny: source.url)
        unsafe try write(result, to: out, "out_source")
    }
}

@c @implementation
public func emp_factor_init(_ factor: UnsafeMutablePointer<emp_factor>?) {
    unsafe factor?.pointee = unsafe emp_factor()
    unsafe factor?.pointee.size = MemoryLayout<emp_factor>.size
}

@c @implementation
public func emp_pack_factor(
    _ pack: OpaquePointer?, _ index: Int, _ out: UnsafeMutablePointer<emp_factor>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let factor = try pack.item(pack.model.factors, index, "factor")
        let layers = pack.model.layers
        var result = unsafe emp_factor()
        unsafe result.id = unsafe pack.texts.pointer(to: factor.id)
        unsafe result.unit = unsafe pack.texts.pointer(to: factor.unit.description)
        unsafe result.source = unsafe pack.texts.pointer(toAny: factor.evidence.source)
        unsafe result.assumption = unsafe pack.texts.pointer(toAny: factor.evidence.assumption)
        let layer = layers.indices.contains(factor.layer) ? layers[factor.layer].id : pack.model.identity.id
        unsafe result.pack = unsafe pack.texts.pointer(to: layer)
        unsafe result.figure_count = factor.cells.reduce(0) { $0 + $1.points.count }
        unsafe result.year = Int32(clamping: factor.evidence.year ?? 0)
        unsafe try write(result, to: out, "out_factor")
    }
}

@c @implementation
public func emp_figure_init(_ figure: UnsafeMutablePointer<emp_figure>?) {
    unsafe figure?.pointee = unsafe emp_figure()
    unsafe figure?.pointee.size = MemoryLayout<emp_figure>.size
}

@c @implementation
public func emp_pack_figure(
    _ pack: OpaquePointer?, _ factor: Int, _ index: Int, _ out: UnsafeMutablePointer<emp_figure>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let cells = try pack.item(pack.model.factors, factor, "factor").cells
        let figures = cells.flatMap { cell in cell.points.map { (cell: cell, point: $0) } }
        let (cell, point) = try pack.item(figures, index, "figure")
        var result = unsafe emp_figure()
        unsafe result.option = unsafe pack.texts.pointer(toAny: cell.option)
        unsafe result.value = point.value
        unsafe result.spread = cell.spread ?? .nan
        unsafe result.year = Int32(clamping: point.year ?? 0)
        unsafe try write(result, to: out, "out_figure")
    }
}
