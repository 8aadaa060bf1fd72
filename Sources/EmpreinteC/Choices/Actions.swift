// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CEmpreinte
internal import Empreinte

@c @implementation
public func emp_action_init(_ action: UnsafeMutablePointer<emp_action>?) {
    unsafe action?.pointee = unsafe emp_action()
    unsafe action?.pointee.size = MemoryLayout<emp_action>.size
}

@c @implementation
public func emp_pack_action(
    _ pack: OpaquePointer?, _ index: Int, _ out: UnsafeMutablePointer<emp_action>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let action = try pack.item(pack.model.actions, index, "action")
        var facts = unsafe emp_action()
        unsafe facts.id = unsafe pack.texts.pointer(to: action.id)
        unsafe facts.actor = unsafe pack.texts.pointer(to: action.actor.rawValue)
        unsafe facts.condition = unsafe pack.texts.pointer(toAny: action.condition)
        unsafe facts.level_count = action.levels.count
        unsafe facts.domain = action.domain
        unsafe facts.start = Int32(clamping: action.start ?? 0)
        unsafe facts.is_quantified = action.effects.isEmpty ? 0 : 1
        unsafe try write(facts, to: out, "out_action")
    }
}

@c @implementation
public func emp_pack_level(
    _ pack: OpaquePointer?, _ action: Int, _ level: Int, _ outID: UnsafeMutablePointer<UnsafePointer<CChar>?>?,
    _ outLevel: UnsafeMutablePointer<Double>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let action = try pack.item(pack.model.actions, action, "action")
        let named = try pack.item(action.levels, level, "level")
        unsafe outID?.pointee = unsafe pack.texts.pointer(to: named.name)
        unsafe outLevel?.pointee = named.value
    }
}

// MARK: Choices

@c @implementation
public func emp_choice_init(_ choice: UnsafeMutablePointer<emp_choice>?) {
    unsafe choice?.pointee = unsafe .whole
    unsafe choice?.pointee.size = MemoryLayout<emp_choice>.size
}

@c @implementation
public func emp_choices_init(_ choices: UnsafeMutablePointer<emp_choices>?) {
    unsafe choices?.pointee = unsafe emp_choices()
    unsafe choices?.pointee.size = MemoryLayout<emp_choices>.size
}
