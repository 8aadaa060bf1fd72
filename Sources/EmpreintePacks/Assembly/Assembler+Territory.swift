internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Assembler {
    /// Reads what is known of the territory: the nearest pack's that speaks of one, since a child is another place.
    ///
    /// Codes: `year.range`, `inventory.index`, `inventory.negative`, `renewables.share`, `population.negative`, `margins.sum`, `series.order`,
    /// `source.unknown`, `source.missing`, `unit.mismatch` and those of targets.
    mutating func readTerritory() {
        guard let node = resolution.documents(PackKinds.territory).last?.node, let id = node["id"] else { return }
        var territory = Territory(id: id.text, label: label(node["label"], else: id.text))
        territory.competence = node["competence"]?.items.map(\.text) ?? []
        territory.issues = entries(node["issues"]).map { .init(id: $0.key.text, label: label($0.value)) }
        territory.sources = territorySources(node["sources"])
        territory.population = population(node["population"])
        territory.margins = entries(node["margins"]).compactMap { margin($0.key, $0.value) }
        for (year, entry) in years(node["inventory"]) {
            territory.inventory += inventory(entry, in: year, territory.sources["inventory"]?.first)
        }
        if let undated = node["undated"] { territory.undated = inventory(undated, in: 0, nil) }
        checkIndexes(territory.inventory)
        territory.renewables = years(node["renewables"]).compactMap { renewables($0.year, $0.value) }
        for name in ["population", "renewables", "margins"] {
            guard let given = node[name], territory.sources[name] == nil else { continue }
            builder.diagnostics.error(
                "source.missing", "nothing says where \(name) is published", at: given.firstLine,
                hint: "add sources: {\(name): …}")
        }
        readTargets(into: &territory)
        model.territory = territory
    }

    /// The years a territory is told of.
    static let territoryYears = 1900...2200

    private func entries(_ node: Node?) -> [(key: Node, value: Node)] { node?.entries.map { $0 } ?? [] }

    /// The values by year, in order.
    private mutating func years(_ node: Node?) -> [(year: Int, value: Node)] {
        var years: [(year: Int, value: Node)] = []
        for (key, value) in entries(node) {
            guard let year = Int(key.text) else { continue }
            guard Self.territoryYears.contains(year) else {
                builder.diagnostics.error("year.range", "\(year) is no year from 1900 to 2200", at: key.range)
                continue
            }
            if let last = years.last?.year, last >= year {
                builder.diagnostics.error(
                    "series.order", "\(year) does not come after \(last)", at: key.range,
                    hint: "write the years in order, each once")
                return years
            }
            years.append((year, value))
        }
        return years
    }

    private mutating func territorySources(_ node: Node?) -> [String: [String]] {
        var sources: [String: [String]] = [:]
        for (key, value) in entries(node) {
            let ids = value.kind == .scalar ? [value] : Array(value.items)
            sources[key.text] = ids.compactMap { id in evidence(of: { $0 == "source" ? id : nil }).source }
        }
        return sources
    }

    private mutating func population(_ node: Node?) -> [TargetPath.Point] {
        guard let person = try? model.units.unit("person").unit else { return [] }
        return years(node).compactMap { year, value in
            guard let people = number(value, in: person) else { return nil }
            guard people > 0 else {
                return refuse(value, "population.negative", "a territory has more than \(value.text) people")
            }
            return .init(year: year, value: people)
        }
    }

    private mutating func margin(_ key: Node, _ node: Node) -> Territory.Margin? {
        let shares = entries(node).map { (group: $0.key.text, share: number($0.value, in: .one) ?? .nan) }
        guard shares.allSatisfy({ $0.share >= 0 }) else {
            return refuse(key, "margins.sum", "a share is not below zero")
        }
        let sum = shares.reduce(0) { $0 + $1.share }
        // As published: rounded to a tenth of a percent each.
        guard abs(sum - 1) <= 0.001 * Double(max(shares.count, 1)) else {
            return refuse(key, "margins.sum", "the shares of '\(key.text)' do not add up to 100 %")
        }
        return .init(id: key.text, shares: shares)
    }

    private mutating func renewables(_ year: Int, _ node: Node) -> Territory.Renewables? {
        guard node.kind == .mapping else {
            guard let share = number(node, in: .one) else { return nil }
            guard (0...1).contains(share) else {
                return refuse(node, "renewables.share", "a part of the energy used is from 0 to 100 %")
            }
            return .init(year: year, parts: [], share: share, place: Place(node))
        }
        let parts = entries(node).compactMap { key, value in
            amount(value, of: .energy).map { (carrier: key.text, amount: $0.value) }
        }
        return .init(year: year, parts: parts, share: nil, place: Place(node))
    }

    // MARK: Inventory

    private mutating func inventory(_ node: Node, in year: Int, _ source: String?) -> [Territory.Inventory] {
        var evidence = evidence(of: { node[$0] })
        evidence.source = evidence.source ?? source
        if evidence.source == nil && evidence.assumption == nil {
            builder.diagnostics.error(
                "source.missing", "nothing says where this inventory is published", at: node.firstLine,
                hint: "add source: to the year, or sources: {inventory: …}")
        }
        return Territory.Account.allCases.compactMap { account in
            guard let given = node[account.rawValue] else { return nil }
            var isIndex: [Bool] = []
            var cells: [Territory.Cell] = []
            func add(_ node: Node, _ sector: String?, _ carrier: String?) {
                guard let (value, isShare, spread) = amount(node, of: account, mayBeIndex: true) else { return }
                isIndex.append(isShare)
                cells.append(.init(sector: sector, carrier: carrier, amount: value, spread: spread))
            }
            if given.kind == .scalar { add(given, nil, nil) }
            for sector in given.entries {
                if sector.value.kind == .scalar { add(sector.value, sector.key.text, nil) }
                for carrier in sector.value.entries { add(carrier.value, sector.key.text, carrier.key.text) }
            }
            guard let first = isIndex.first else { return nil }
            guard isIndex.allSatisfy({ $0 == first }) else {
                return refuse(given, "inventory.index", "amounts stand beside parts of an index")
            }
            return .init(
                account: account, year: year, isIndex: first, cells: cells, evidence: evidence, place: Place(given))
        }
    }

    /// An amount in the unit of its account, or a part of an index.
    private mutating func amount(
        _ node: Node, of account: Territory.Account, mayBeIndex: Bool = false
    ) -> (value: Double, isIndex: Bool, spread: Double?)? {
        guard let quantity = model.units.quantity(in: node, &builder.diagnostics),
            let unit = try? model.units.unit(account.unit).unit
        else { return nil }
        let isIndex = mayBeIndex && quantity.unit.description == "%"
        guard isIndex || quantity.unit != .one, let conversion = quantity.unit.conversion(to: isIndex ? .one : unit)
        else {
            return refuse(
                node, "unit.mismatch",
                "\(quantity.unit == .one ? "a plain number" : quantity.unit.description) where "
                    + "\(account.unit) is expected\(mayBeIndex ? ", or % for an index" : "")")
        }
        let value = conversion(quantity.value)
        guard value >= 0, value.isFinite else {
            return refuse(node, "inventory.negative", "an inventory counts what is there, from zero on")
        }
        return (value, isIndex, quantity.spread)
    }

    private mutating func checkIndexes(_ inventory: [Territory.Inventory]) {
        for account in Territory.Account.allCases {
            let all = inventory.filter { $0.account == account }
            guard let first = all.first, let other = all.first(where: { $0.isIndex != first.isIndex }) else { continue }
            builder.diagnostics.error(
                "inventory.index", "an index and amounts cannot be compared", at: other.place.node.firstLine,
                related: [(first.place.node.firstLine, "the first year")])
        }
    }
}
