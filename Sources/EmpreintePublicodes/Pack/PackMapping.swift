internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Makes the model that analyses read: questions become inputs, the rules of categories leaves.
///
/// Codes: `publicodes.rule.unknown`, `publicodes.rule.number`, and those of units and of catalogs.
struct PackMapping {
    let publicodes: PublicodesModel
    let sidecar: Sidecar
    let vocabulary: Vocabulary
    let terms: CatalogTerms
    var diagnostics = Diagnostics()
    var lowering: Lowering
    var model: Model
    var actionIDs: [String: Int] = [:]
    private(set) var answered: [RuleID] = []
    /// Each by its rule.
    private(set) var inputs: [RuleID: Int] = [:]

    init(_ publicodes: PublicodesModel, _ sidecar: Sidecar, _ vocabulary: Vocabulary) {
        self.publicodes = publicodes
        self.sidecar = sidecar
        self.vocabulary = vocabulary
        terms = CatalogTerms(publicodes.rules, sidecar.catalogs[DocumentKind.actions.name]?.entries ?? [])
        var given: [RuleID: Given] = [:]
        let rules = terms.rules
        let names = publicodes.questions.map(\.name) + sidecar.inputs.map(\.text)
        let kinds = publicodes.shapes(of: names)
        for (name, kind) in zip(names, kinds) {
            guard let rule = rules.rule(name), given[rule] == nil, kind != .date else { continue }
            if kind == .text, rules[rule].choices?.names.isEmpty ?? true { continue }
            given[rule] = .column(kind, nil, isOptional: true)
            answered.append(rule)
        }
        lowering = Lowering(rules, given: given, today: publicodes.today)
        model = Model(
            identity: .init(
                id: sidecar.id, version: sidecar.version, label: sidecar.label, language: sidecar.language),
            years: sidecar.years, sources: publicodes.sources)
    }

    /// The model, and what was worth saying about it.
    consuming func compilation() throws(CompilationError) -> Compilation {
        for name in sidecar.inputs where publicodes.rules.rule(name.text) == nil { report(unknown: name) }
        lowering.reserve(yearSlot: Model.yearSlot)
        DeepStack.run {
            let acted = declareActions()
            for rule in answered { lowering.pin(rule, isActed: acted.contains(publicodes.rules[rule].name)) }
            declareInputs()
            if let indicator {
                let rules = sidecar.categories.flatMap(\.rules)
                _ = lowering.read(rules.map { publicodes.rules.rule($0.text) })
                declareCategories(indicator)
                settleInputs()
            } else {
                lowerAllRules()
            }
            if !diagnostics.hasErrors, !lowering.diagnostics.hasErrors {
                readReferences()
                buildActions()
                readScenarios()
            }
        }
        diagnostics.report(contentsOf: lowering.diagnostics)
        try diagnostics.throwIfErrors(in: publicodes.sources)
        finish()
        return Compilation(model: model, warnings: publicodes.warnings + diagnostics.sorted)
    }

    private mutating func report(unknown name: Node) {
        diagnostics.error(
            "publicodes.rule.unknown", "the model has no rule '\(name.text)'", at: name.range,
            hint: Spelling.didYouMean(name.text, among: publicodes.ruleNames))
    }

    // MARK: Questions

    private mutating func declareInputs() {
        lowering.textsAreByPosition = true
        for rule in answered {
            guard let value = lowering.situation(of: rule) else { continue }
            let declared = publicodes.rules[rule]
            let slots = lowering.slots.indices.filter { lowering.slots[$0].rule == rule }
            guard let valueSlot = slots.first,
                let answeredSlot = slots.first(where: { lowering.slots[$0].role == .isGiven })
            else { continue }
            var kind = Input.Kind.flag
            var node = lowering.graph.input(slot: valueSlot, type: lowering.slots[valueSlot].type)
            switch value.payload {
            case .number: kind = .number(unit: .one, range: nil)
            case .flag: break
            default:
                let names = declared.choices?.names ?? []
                kind = .option(Codes(names), labels: names.map { Label($0, language: sidecar.language) })
            }
            if case .number(let number, _) = value.payload { node = number }
            var input = Input(
                id: declared.name, label: Label(declared.displayName, language: sidecar.language),
                kind: kind, place: Place(declared.key), valueSlot: valueSlot, answeredSlot: answeredSlot, value: node)
            let absence = lowering.seenAbsence(rule, from: nil)
            if absence.isAbsent != lowering.no { input.presence = lowering.not(absence.isAbsent) }
            input.applicableSlot = slots.first { lowering.slots[$0].role == .isMade }
            if let slot = input.applicableSlot, let presence = input.presence {
                let isMade = lowering.graph.input(slot: slot, type: .flag)
                input.presence = lowering.graph.apply(.or, presence, isMade)
            }
            inputs[rule] = model.inputs.count
            model.inputs.append(input)
        }
    }

    private func actedOn(_ rule: RuleID) -> Bool { lowering.pins.values.contains { $0.rule == rule && $0.isActed } }

    /// Gives each question the node of its answer, or of what stands for it.
    private mutating func settleInputs() {
        for (rule, place) in inputs.sorted(by: { $0.value < $1.value }) {
            _ = lowering.inner(rule)
            switch (lowering.pinned[rule], model.inputs[place].kind) {
            case (.number(let node, _), .number), (.flag(let node), .flag), (.text(let node), .option):
                model.inputs[place].value = node
                model.inputs[place].stated = node
            default:
                guard actedOn(rule) else { continue }
                diagnostics.error(
                    "publicodes.action.target",
                    "'\(model.inputs[place].id)' has no single unit for actions to change it in",
                    at: publicodes.rules[rule].key.range, hint: "give it 'unité', as its fallback has one")
            }
        }
        for place in model.formulas.indices {
            let reached = lowering.graph.reached(from: model.formulas[place].results.map(\.value))
            let uses = model.inputs.enumerated().filter { reached[$1.value.index] }.map { place, input in
                Use(element: .input(place), node: input.value)
            }
            for result in model.formulas[place].results.indices { model.formulas[place].results[result].uses = uses }
        }
    }

    // MARK: Footprint

    private var indicator: Indicator? {
        mutating get {
            guard sidecar.node != nil else { return nil }
            do throws(UnitError) {
                let unit = try model.units.unit(sidecar.unit).unit
                return Indicator(id: "ghg", label: Label("empreinte carbone", language: "fr"), unit: unit)
            } catch {
                let node = sidecar.unitNode ?? sidecar.node
                if let node { diagnostics.error(error.code, error.message, at: node.range, hint: error.hint) }
                return nil
            }
        }
    }

    private mutating func declareCategories(_ indicator: Indicator) {
        var indicator = indicator
        var total: NodeID?
        for branch in sidecar.categories {
            var category = Category(id: branch.key.text, label: branch.label, place: Place(branch.key))
            var sum: NodeID?
            for name in branch.rules {
                guard let rule = publicodes.rules.rule(name.text) else {
                    report(unknown: name)
                    continue
                }
                guard let leaf = leaf(rule, name, indicator) else { continue }
                sum = plus(sum, leaf)
                category.members.append(.leaf(model.formulas.count - 1))
            }
            category.totals = [sum]
            if let sum { total = plus(total, sum) }
            model.categories.append(category)
        }
        indicator.total = total
        model.indicators = [indicator]
    }

    private mutating func plus(_ sum: NodeID?, _ node: NodeID) -> NodeID {
        sum.map { lowering.graph.apply(.add, $0, node) } ?? node
    }

    /// The number of a rule, 0 where it does not apply or awaits an answer.
    private mutating func leaf(_ rule: RuleID, _ name: Node, _ indicator: Indicator) -> NodeID? {
        let value = lowering.read(rule, from: nil)
        guard value.payload.isNumber else {
            diagnostics.error("publicodes.rule.number", "'\(name.text)' is not a number", at: name.range)
            return nil
        }
        let number = lowering.number(value.payload).node
        let node = lowering.select(value.isUndefined, lowering.zero, else: number)
        let declared = publicodes.rules[rule]
        var formula = Formula(
            id: declared.name, label: Label(declared.displayName, language: sidecar.language),
            place: Place(declared.key))
        if value.isAbsent != lowering.no { formula.presence = lowering.not(value.isAbsent) }
        formula.results = [
            Formula.Result(
                indicator: 0, unit: indicator.unit, value: node, text: declared.name, place: Place(declared.key),
                uses: [])
        ]
        model.formulas.append(formula)
        return node
    }

    /// Lowers every rule for what there is to say about it.
    private mutating func lowerAllRules() {
        _ = lowering.read(publicodes.rules.ids.filter { !publicodes.rules[$0].isPrivate })
    }

    private mutating func finish() {
        model.graph = lowering.graph
        model.origins = lowering.origins
        model.slotCount = lowering.slots.count
        model.layers = [.init(id: sidecar.id, version: sidecar.version, path: sidecar.model)]
        var elements: [String: Element] = [:]
        for (place, input) in model.inputs.enumerated() { elements[input.id] = .input(place) }
        for (place, formula) in model.formulas.enumerated() where elements[formula.id] == nil {
            elements[formula.id] = .formula(place)
        }
        model.index(elements)
        let files = publicodes.sources.files
        model.identity.makeHash = {
            var digest = Fingerprint()
            for file in files { digest.update(file.bytes) }
            return digest.hex
        }
    }
}
