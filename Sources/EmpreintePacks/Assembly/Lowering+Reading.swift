internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Lowering {
    /// What a word stands for.
    ///
    /// Codes: `reference.unknown`, `remove.in_use`, `formula.leaf_read`, `table.index_missing`, `dated.step`,
    /// `household.step`.
    mutating func read(
        _ word: String, _ element: Element?, at place: Place, _ assembler: inout Assembler
    ) -> Quantity? {
        switch element {
        case nil:
            switch word {
            case "true", "false": return assembler.builder.flag(word == "true", at: place)
            case "year": return Quantity(year(&assembler), .number(.one), place: place)
            default:
                assembler.reportUnknown(word, at: place)
                return nil
            }
        case .input(let index):
            guard let answer = assembler.answers[index] else { return nil }
            guard reading.year == nil else { return refuseDated(word, at: place, &assembler) }
            let node = reading.isStated ? answer.household ?? answer.value : answer.value
            uses.append(Use(element: .input(index), node: node))
            let quantity = Quantity(node, assembler.questions[index].kind, presence: answer.presence, place: place)
            return plain(assembler.builder.settled(quantity), &assembler)
        case .factor(let index):
            guard assembler.model.factors[index].options == nil else {
                assembler.builder.diagnostics.error(
                    "table.index_missing", "'\(word)' has one figure an option", at: place.range,
                    hint: "write \(word)[question]")
                return nil
            }
            guard let cell = assembler.model.factors[index].cells.first else { return nil }
            let node = assembler.builder.value(of: cell, at: year(&assembler))
            uses.append(Use(element: .factor(index), node: node))
            return plain(Quantity(node, .number(assembler.model.factors[index].unit), place: place), &assembler)
        case .trend(let index):
            let trend = assembler.model.trends[index]
            guard let cell = trend.cell else { return nil }
            let node = assembler.builder.value(of: cell, at: year(&assembler))
            uses.append(Use(element: .trend(index), node: node))
            return plain(Quantity(node, .number(trend.unit), place: place), &assembler)
        case .formula(let index): return step(index, at: place, &assembler)
        }
    }

    private mutating func step(_ index: Int, at place: Place, _ assembler: inout Assembler) -> Quantity? {
        guard assembler.formulas[index].gives.isEmpty else {
            assembler.builder.diagnostics.error(
                "formula.leaf_read",
                "'\(assembler.formulas[index].entry.id)' is a leaf, which other formulas do not read",
                at: place.range, hint: "give what both need a formula of its own, with value:")
            return nil
        }
        let id = assembler.formulas[index].entry.id
        guard reading.year == nil else { return refuseDated(id, at: place, &assembler) }
        guard !reading.isStated || !assembler.readsShares(index) else {
            assembler.builder.diagnostics.error(
                "household.step",
                "'\(id)' reads a person's share of the household, and this default is the household's",
                at: place.range, hint: "read the questions themselves: here they are undivided")
            return nil
        }
        guard var quantity = assembler.steps[index] else { return nil }
        quantity.place = place
        uses.append(Use(element: .formula(index), node: quantity.node))
        return assembler.builder.settled(quantity)
    }

    private func refuseDated(_ id: String, at place: Place, _ assembler: inout Assembler) -> Quantity? {
        assembler.builder.diagnostics.error(
            "dated.step", "at() reads figures at another year, not '\(id)'", at: place.range,
            hint: "write at() beside the figures themselves")
        return nil
    }

    private func year(_ assembler: inout Assembler) -> NodeID {
        reading.year ?? assembler.builder.year()
    }

    /// Percent and the like become plain numbers where they are read.
    private func plain(_ quantity: Quantity, _ assembler: inout Assembler) -> Quantity {
        guard let unit = quantity.unit, unit.isDimensionless else { return quantity }
        return assembler.builder.converted(quantity, to: .one)
    }

    /// `table[question]` or `table[option]`.
    ///
    /// Codes: `table.not_one`, `table.index`, `table.option_missing`, `option.unknown`.
    mutating func index(
        _ table: Expression, _ option: Expression, _ whole: Place, _ assembler: inout Assembler
    ) -> Quantity? {
        guard case .word(let name, .factor(let index)?) = table.kind,
            let options = assembler.model.factors[index].options
        else {
            if case .word(let name, nil) = table.kind {
                assembler.reportUnknown(name, at: place(table.range))
            } else {
                assembler.builder.diagnostics.error(
                    "table.not_one", "only a factor with options takes an index", at: place(table.range).range)
            }
            return nil
        }
        let factor = assembler.model.factors[index]
        guard !factor.cells.isEmpty else { return nil }
        if case .word(let word, nil) = option.kind {
            guard let chosen = assembler.builder.option(word, of: options, at: place(option.range)),
                let code = options.code(of: word)
            else { return nil }
            let node = assembler.builder.value(of: factor.cells[Int(code)], at: year(&assembler))
            uses.append(Use(element: .factor(index), node: node, option: chosen.node))
            return plain(Quantity(node, .number(factor.unit), place: whole), &assembler)
        }
        guard let question = lower(option, &assembler) else { return nil }
        guard case .option(let codes) = question.kind else {
            assembler.builder.diagnostics.error(
                "table.index", "the index of '\(name)' is \(question.words), not a question with options",
                at: question.place.range)
            return nil
        }
        return look(up: question, codes, in: index, options, whole, &assembler)
    }

    private mutating func look(
        up question: Quantity, _ codes: Codes, in index: Int, _ options: Codes, _ whole: Place,
        _ assembler: inout Assembler
    ) -> Quantity? {
        let factor = assembler.model.factors[index]
        guard assembler.checkOptions(options, of: factor, cover: codes, at: question.place) else { return nil }
        let year = year(&assembler)
        let cells = codes.names.compactMap { options.code(of: $0) }.map { code in
            assembler.builder.value(of: factor.cells[Int(code)], at: year)
        }
        guard let picked = assembler.builder.pick(question, from: cells, unit: .number(factor.unit), at: whole)
        else { return nil }
        uses.append(Use(element: .factor(index), node: picked.node, option: question.node))
        return plain(picked, &assembler)
    }

    /// `figure at(year)`: what is dated in the expression, read at another year.
    mutating func dated(
        _ value: Expression, _ year: Expression, at place: Place, _ assembler: inout Assembler
    ) -> Quantity? {
        guard let read = lower(year, &assembler).flatMap({ assembler.builder.guarded($0) }) else { return nil }
        guard let unit = read.unit, unit.isDimensionless else {
            assembler.builder.diagnostics.error(
                "type.mismatch", "a year is a plain number, as in at(2030) or at(year)", at: read.place.range)
            return nil
        }
        let outside = reading.year
        reading.year = read.node
        defer { reading.year = outside }
        let usesBefore = uses.count
        guard var result = lower(value, &assembler) else { return nil }
        guard uses.count > usesBefore else {
            assembler.builder.diagnostics.error(
                "dated.nothing", "nothing here is dated", at: self.place(value.range).range,
                hint: "at() follows a figure, as in power.ghg at(2030)")
            return nil
        }
        result.presence = assembler.builder.both(result.presence, read.presence)
        return result
    }
}
