internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// A question as written, before what it reads is known.
struct QuestionDefinition {
    /// What stands after `default:`.
    enum Default {
        case number(Double)
        case option(String)
        case flag(Bool)
        case formula(ParsedFormula)
    }

    let entry: Collection.Entry
    var kind: Quantity.Kind
    var labels: [Label] = []
    var range: ClosedRange<Double>?
    var standing: Default?
    var condition: ParsedFormula?
    var isPerHousehold: Bool

    var place: Place { Place(entry.key) }
}

/// What a formula reads of a question.
struct Answer {
    /// The answer or the default, shared in the household.
    let value: NodeID
    /// The same before any sharing, where the question is per household.
    let household: NodeID?
    let presence: NodeID?
}

extension Assembler {
    /// The question whose answer divides what is per household.
    static let householdSize = "household.size"

    /// Reads the questions.
    ///
    /// Codes: `question.form`, `question.range`, `household.size_missing`, `household.size_form`, `household.not_number`,
    /// `default.option`, `default.range`, and those of quantities and formulas.
    mutating func readQuestions() {
        for (index, entry) in resolution.entries(PackKinds.questions).enumerated() {
            if entry.id == Self.householdSize { model.householdSize = index }
            questions.append(definition(of: entry))
        }
        inputs = Array(repeating: nil, count: questions.count)
        answers = Array(repeating: nil, count: questions.count)
        if let question = questions.first(where: \.isPerHousehold) { checkHouseholdSize(neededBy: question) }
    }

    /// A size divides, so it must be a number above zero that everybody has.
    private mutating func checkHouseholdSize(neededBy question: QuestionDefinition) {
        guard let index = model.householdSize else {
            builder.diagnostics.error(
                "household.size_missing", "'\(question.entry.id)' is per household, and no question gives its size",
                at: question.entry["per"]?.range ?? question.entry.key.range,
                hint: "declare the question \(Self.householdSize) in person")
            return
        }
        let size = questions[index]
        if case .number = size.kind, let range = size.range, range.lowerBound > 0, size.condition == nil { return }
        model.householdSize = nil
        builder.diagnostics.error(
            "household.size_form", "a household's size is a number above zero, asked of everybody",
            at: size.place.range,
            hint: "give it a range such as [1, 20], and no options or ask_if")
    }

    private mutating func definition(of entry: Collection.Entry) -> QuestionDefinition {
        var question = QuestionDefinition(entry: entry, kind: .number(.one), isPerHousehold: entry["per"] != nil)
        question.condition = parse(entry["ask_if"])
        let options = entry.value("options")?.patched ?? []
        let standing = entry["default"]
        if !options.isEmpty {
            question.kind = .option(Codes(options.map(\.key.text)))
            question.labels = options.map { label($0.value) }
            refuse(entry["unit"] ?? entry["range"], of: entry, because: "has options, and so neither unit nor range")
        } else if let unit = entry["unit"] {
            question.kind = .number(model.units.unit(in: unit, &builder.diagnostics) ?? .one)
        } else if standing?.flag != nil {
            question.kind = .flag
            refuse(entry["range"], of: entry, because: "is answered by yes or no, and so has no range")
        }
        if case .number(let unit) = question.kind { question.range = range(of: entry, unit) }
        if question.isPerHousehold, case .number = question.kind {
        } else if question.isPerHousehold {
            builder.diagnostics.error(
                "household.not_number", "'\(entry.id)' is no number, and cannot be shared in a household",
                at: entry["per"]?.range ?? entry.key.range)
            question.isPerHousehold = false
        }
        question.standing = readDefault(standing, for: question)
        checkKind(of: question)
        return question
    }

    private mutating func refuse(_ node: Node?, of entry: Collection.Entry, because reason: String) {
        guard let node else { return }
        builder.diagnostics.error("question.form", "'\(entry.id)' \(reason)", at: node.range)
    }

    private mutating func range(of entry: Collection.Entry, _ unit: Unit) -> ClosedRange<Double>? {
        guard let node = entry["range"], node.kind == .sequence else { return nil }
        let bounds = node.items.compactMap { number($0, in: unit) }
        guard node.items.count == 2, bounds.count == 2, bounds[0] <= bounds[1] else {
            if node.items.count != 2 || bounds.count == 2 {
                builder.diagnostics.error(
                    "question.range", "a range is the smallest and the largest answer, as in [0, 80000]", at: node.range
                )
            }
            return nil
        }
        return bounds[0]...bounds[1]
    }

    private mutating func readDefault(_ node: Node?, for question: QuestionDefinition) -> QuestionDefinition.Default? {
        guard let node else { return nil }
        if node.kind == .mapping { return parse(node["formula"]).map { .formula($0) } }
        guard node.kind == .scalar, !node.isNull else { return nil }
        switch question.kind {
        case .flag: return node.flag.map { .flag($0) }
        case .option(let codes):
            guard codes.code(of: node.text) != nil else {
                builder.diagnostics.error(
                    "default.option", "'\(node.text)' is not an option of '\(question.entry.id)'", at: node.range,
                    hint: Spelling.didYouMean(node.text, among: codes.names)
                        ?? "options: \(codes.names.joined(separator: ", "))")
                return nil
            }
            return .option(node.text)
        case .number(let unit):
            guard let value = number(node, in: unit) else { return nil }
            if let range = question.range, !range.contains(value) {
                builder.diagnostics.error(
                    "default.range", "the default of '\(question.entry.id)' is outside its range", at: node.range)
            }
            return .number(value)
        }
    }

    // MARK: Building

    /// Builds a question: answer or default, share of the household, condition.
    mutating func buildInput(_ index: Int) {
        let question = questions[index]
        guard let standing = question.standing else { return }
        var uses: [Use] = []
        var conditionUses: [Use] = []
        var presence: NodeID?
        // What the default may count on: an action that makes the question apply starts it from 0.
        var standingPresence: NodeID?
        var applicableSlot: Int?
        if let condition = question.condition {
            guard let flag = lowerCondition(condition, &conditionUses) else { return }
            (presence, standingPresence) = (flag, flag)
            if actedTexts.contains(question.entry.id) {
                let made = builder.input(.flag)
                applicableSlot = made.slot
                presence = builder.apply(.or, flag, made.node)
            }
        }
        let type: ValueType =
            switch question.kind {
            case .number: .number
            case .flag: .flag
            case .option: .code
            }
        let answer = builder.input(type)
        let answered = builder.input(.flag)
        guard let fallback = lowerDefault(standing, of: question, standingPresence, &uses) else { return }
        let select: Operation = type == .number ? .selectNumber : type == .flag ? .selectFlag : .selectCode
        let stated = builder.apply(select, answered.node, answer.node, fallback)
        var value = stated
        if question.isPerHousehold, let household = model.householdSize, let size = answers[household] {
            value = builder.apply(.div, at: question.place, stated, size.value)
            uses.append(Use(element: .input(household), node: size.value))
        }
        var input = Input(
            id: question.entry.id,
            label: label(question.entry["label"] ?? question.entry["ask"], else: question.entry.id),
            kind: kind(of: question), place: question.place, valueSlot: answer.slot, answeredSlot: answered.slot,
            value: value)
        if question.entry.isOverridden, let standing = question.entry["default"] { input.place = Place(standing) }
        input.stated = stated
        input.ask = question.entry["ask"].map { label($0) }
        input.note = question.entry["note"].map { label($0) }
        input.isPerHousehold = question.isPerHousehold
        input.outOfRange = question.entry["on_out_of_range"]?.textEquals("clamp") == true ? .clamp : .refuse
        input.evidence = evidence(of: question.entry)
        input.distribution = distribution(of: question)
        input.presence = presence
        input.applicableSlot = applicableSlot
        input.uses = uses
        input.conditionUses = conditionUses
        inputs[index] = input
        answers[index] = Answer(value: value, household: question.isPerHousehold ? stated : nil, presence: presence)
    }

    private func kind(of question: QuestionDefinition) -> Input.Kind {
        switch question.kind {
        case .number(let unit): .number(unit: unit, range: question.range)
        case .flag: .flag
        case .option(let codes): .option(codes, labels: question.labels)
        }
    }

    private mutating func lowerDefault(
        _ standing: QuestionDefinition.Default, of question: QuestionDefinition, _ presence: NodeID?,
        _ uses: inout [Use]
    ) -> NodeID? {
        switch (standing, question.kind) {
        case (.number(let value), .number): return builder.constant(value)
        case (.flag(let value), _): return builder.flag(value, at: question.place).node
        case (.option(let name), .option(let codes)):
            return builder.option(name, of: codes, at: question.place)?.node
        case (.formula(let formula), let kind):
            let reading = Reading(isStated: question.isPerHousehold)
            guard let quantity = lower(formula, knowing: presence, reading, &uses) else { return nil }
            switch (kind, quantity.kind) {
            case (.number(let unit), .number(let own)) where quantity.isBareZero || own.isCompatible(with: unit):
                return builder.converted(quantity, to: unit).node
            case (.flag, .flag): return quantity.node
            default:
                builder.diagnostics.error(
                    "unit.mismatch", "the default is \(quantity.words), where \(kind.words) is asked",
                    at: formula.place.range)
                return nil
            }
        default: return nil
        }
    }
}
