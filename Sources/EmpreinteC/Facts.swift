// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CEmpreinte
internal import Empreinte

// MARK: The pack

@c @implementation
public func emp_pack_facts_init(_ facts: UnsafeMutablePointer<emp_pack_facts>?) {
    unsafe facts?.pointee = unsafe emp_pack_facts()
    unsafe facts?.pointee.size = MemoryLayout<emp_pack_facts>.size
}

@c @implementation
public func emp_pack_describe(
    _ pack: OpaquePointer?, _ out: UnsafeMutablePointer<emp_pack_facts>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let (model, texts) = (pack.model, pack.texts)
        var facts = unsafe emp_pack_facts()
        unsafe facts.id = unsafe texts.pointer(to: model.identity.id)
        unsafe facts.version = unsafe texts.pointer(to: model.identity.version)
        unsafe facts.hash = unsafe texts.pointer(to: model.identity.hash)
        unsafe facts.language = unsafe texts.pointer(to: model.identity.language)
        unsafe facts.first_year = Int32(clamping: model.years.range.lowerBound)
        unsafe facts.last_year = Int32(clamping: model.years.range.upperBound)
        unsafe facts.reference_year = Int32(clamping: model.years.reference)
        unsafe facts.question_count = model.inputs.count
        unsafe facts.category_count = model.categories.count
        unsafe facts.indicator_count = model.indicators.count
        unsafe facts.formula_count = model.formulas.count
        unsafe facts.factor_count = model.factors.count
        unsafe facts.source_count = model.references.count
        unsafe facts.action_count = model.actions.count
        unsafe facts.scenario_count = model.scenarios.count
        unsafe try write(facts, to: out, "out_facts")
    }
}

// MARK: Ids and labels

/// The sorts of thing a pack holds, as `emp_sort` counts them.
private enum Sort: Int32 {
    case question = 1
    case category, indicator, formula, factor, source, action, scenario

    init(checking sort: emp_sort) throws {
        guard let known = Sort(rawValue: sort) else {
            throw Failure(argument: "there is no sort \(sort)", code: "argument.sort")
        }
        self = known
    }

    func ids(_ model: Model) -> [String] {
        switch self {
        case .question: model.inputs.map(\.id)
        case .category: model.categories.map(\.id)
        case .indicator: model.indicators.map(\.id)
        case .formula: model.formulas.map(\.id)
        case .factor: model.factors.map(\.id)
        case .source: model.references.map(\.id)
        case .action: model.actions.map(\.id)
        case .scenario: model.scenarios.map(\.id)
        }
    }

    func label(_ index: Int, _ pack: HeldPack) throws -> Label {
        let model = pack.model
        return switch self {
        case .question: try pack.question(index).label
        case .category: try pack.item(model.categories, index, "category").label
        case .indicator: try pack.item(model.indicators, index, "indicator").label
        case .formula: try pack.item(model.formulas, index, "formula").label
        case .factor: try pack.item(model.factors, index, "factor").label
        case .source: try pack.item(model.references, index, "source").title
        case .action: try pack.item(model.actions, index, "action").label
        case .scenario: try pack.item(model.scenarios, index, "scenario").label
        }
    }
}

@c @implementation
public func emp_pack_find(
    _ pack: OpaquePointer?, _ sort: emp_sort, _ id: UnsafePointer<CChar>?, _ out: UnsafeMutablePointer<Int>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let sort = try Sort(checking: sort)
        let id = unsafe try text(id, "id")
        guard let out = unsafe out else { throw Failure(null: "out_index") }
        let ids = sort.ids(pack.model)
        guard let index = ids.firstIndex(of: id) else {
            throw Failure(
                argument: "\(pack.model.identity.id) has no \(sort) '\(id)'", code: "argument.id",
                hint: Spelling.didYouMean(id, among: ids))
        }
        unsafe out.pointee = index
    }
}

@c @implementation
public func emp_pack_label(
    _ pack: OpaquePointer?, _ sort: emp_sort, _ index: Int, _ language: UnsafePointer<CChar>?,
    _ out: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let label = try Sort(checking: sort).label(index, pack)
        unsafe try write(label, in: language, pack, to: out, "out_label")
    }
}

/// Lends the text of a label.
private func write(
    _ label: Label, in language: UnsafePointer<CChar>?, _ pack: HeldPack,
    to out: UnsafeMutablePointer<UnsafePointer<CChar>?>?, _ name: StaticString
) throws {
    guard let out = unsafe out else { throw Failure(null: name) }
    let language = unsafe try language.map { unsafe try text($0, "language") } ?? "en"
    unsafe out.pointee = unsafe pack.texts.pointer(to: label.text(in: language))
}

// MARK: Questions

@c @implementation
public func emp_question_init(_ question: UnsafeMutablePointer<emp_question>?) {
    unsafe question?.pointee = unsafe emp_question()
    unsafe question?.pointee.size = MemoryLayout<emp_question>.size
}

@c @implementation
public func emp_pack_question(
    _ pack: OpaquePointer?, _ index: Int, _ out: UnsafeMutablePointer<emp_question>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let input = try pack.question(index)
        var question = unsafe emp_question()
        unsafe question.id = unsafe pack.texts.pointer(to: input.id)
        unsafe question.unit = unsafe pack.texts.pointer(to: input.unit.description)
        unsafe question.source = unsafe pack.texts.pointer(toAny: input.evidence.source)
        unsafe question.standing = pack.standingAnswers[index]
        unsafe question.clamps = input.outOfRange == .clamp ? 1 : 0
        unsafe question.is_per_household = input.isPerHousehold ? 1 : 0
        unsafe question.type = input.kind.type
        switch input.kind {
        case .number(_, let range):
            unsafe question.minimum = range?.lowerBound ?? -.infinity
            unsafe question.maximum = range?.upperBound ?? .infinity
        case .option(let codes, _):
            unsafe question.option_count = UInt32(clamping: codes.count)
            unsafe question.maximum = Double(codes.count - 1)
        case .flag:
            unsafe question.maximum = 1
        }
        unsafe try write(question, to: out, "out_question")
    }
}

extension Input.Kind {
    /// The value of `emp_type`.
    var type: emp_type {
        switch self {
        case .number: 1
        case .option: 2
        case .flag: 3
        }
    }
}

@c @implementation
public func emp_pack_question_words(
    _ pack: OpaquePointer?, _ index: Int, _ language: UnsafePointer<CChar>?,
    _ out: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let input = try pack.question(index)
        unsafe try write(input.ask ?? input.label, in: language, pack, to: out, "out_words")
    }
}

/// The options of a question, none of another type.
private func options(_ pack: HeldPack, _ question: Int) throws -> (codes: Codes, labels: [Label]) {
    let input = try pack.question(question)
    guard case .option(let codes, let labels) = input.kind else {
        throw Failure(argument: "'\(input.id)' has no options", code: "argument.type")
    }
    return (codes, labels)
}

@c @implementation
public func emp_pack_option(
    _ pack: OpaquePointer?, _ question: Int, _ option: Int32, _ language: UnsafePointer<CChar>?,
    _ outID: UnsafeMutablePointer<UnsafePointer<CChar>?>?, _ outLabel: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let (codes, labels) = try options(pack, question)
        guard let name = codes.name(of: option) else {
            throw Failure(index: Int(option), of: "option", count: codes.count)
        }
        guard let outID = unsafe outID else { throw Failure(null: "out_id") }
        if unsafe outLabel != nil {
            let label = labels.indices.contains(Int(option)) ? labels[Int(option)] : Label(name, language: "en")
            unsafe try write(label, in: language, pack, to: outLabel, "out_label")
        }
        unsafe outID.pointee = unsafe pack.texts.pointer(to: name)
    }
}

@c @implementation
public func emp_pack_find_option(
    _ pack: OpaquePointer?, _ question: Int, _ id: UnsafePointer<CChar>?, _ out: UnsafeMutablePointer<Int32>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let codes = try options(pack, question).codes
        let id = unsafe try text(id, "id")
        guard let out = unsafe out else { throw Failure(null: "out_option") }
        guard let code = codes.code(of: id) else {
            throw Failure(
                argument: "'\(id)' is not an option of '\(pack.model.inputs[question].id)'", code: "argument.id",
                hint: Spelling.didYouMean(id, among: codes.names))
        }
        unsafe out.pointee = code
    }
}

// MARK: Categories and indicators

@c @implementation
public func emp_category_init(_ category: UnsafeMutablePointer<emp_category>?) {
    unsafe category?.pointee = unsafe emp_category()
    unsafe category?.pointee.size = MemoryLayout<emp_category>.size
}

@c @implementation
public func emp_pack_category(
    _ pack: OpaquePointer?, _ index: Int, _ out: UnsafeMutablePointer<emp_category>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let category = try pack.item(pack.model.categories, index, "category")
        var result = unsafe emp_category()
        unsafe result.id = unsafe pack.texts.pointer(to: category.id)
        unsafe result.member_count = category.members.count
        unsafe result.is_top = category.isTop ? 1 : 0
        unsafe result.is_public = category.isPublic ? 1 : 0
        unsafe try write(result, to: out, "out_category")
    }
}

@c @implementation
public func emp_pack_category_member(
    _ pack: OpaquePointer?, _ index: Int, _ member: Int, _ outSort: UnsafeMutablePointer<emp_sort>?,
    _ outIndex: UnsafeMutablePointer<Int>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let category = try pack.item(pack.model.categories, index, "category")
        let member = try pack.item(category.members, member, "member")
        guard let outSort = unsafe outSort else { throw Failure(null: "out_sort") }
        guard let outIndex = unsafe outIndex else { throw Failure(null: "out_index") }
        switch member {
        case .leaf(let leaf):
            unsafe (outSort.pointee, outIndex.pointee) = (Sort.formula.rawValue, leaf)
        case .category(let child):
            unsafe (outSort.pointee, outIndex.pointee) = (Sort.category.rawValue, child)
        }
    }
}

@c @implementation
public func emp_indicator_init(_ indicator: UnsafeMutablePointer<emp_indicator>?) {
    unsafe indicator?.pointee = unsafe emp_indicator()
    unsafe indicator?.pointee.size = MemoryLayout<emp_indicator>.size
}

@c @implementation
public func emp_pack_indicator(
    _ pack: OpaquePointer?, _ index: Int, _ out: UnsafeMutablePointer<emp_indicator>?
) -> OpaquePointer? {
    unsafe attempt {
        let pack = unsafe try held(pack, as: HeldPack.self, "pack")
        let indicator = try pack.item(pack.model.indicators, index, "indicator")
        var result = unsafe emp_indicator()
        unsafe result.id = unsafe pack.texts.pointer(to: indicator.id)
        unsafe result.unit = unsafe pack.texts.pointer(to: indicator.unit.description)
        unsafe try write(result, to: out, "out_indicator")
    }
}
