internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Assembler {
    /// Reads what the territory aims at as a whole.
    ///
    /// Codes: `target.kind`, `target.indicator`, `target.level`, `target.base_value`, `target.order` and those of
    /// levels for each person.
    mutating func readTargets(into territory: inout Territory) {
        for (key, node) in resolution.documents(PackKinds.territory).targets {
            // A target without a level was refused among those for each person.
            guard let kind = Self.targetKind(node), !kind.isOfFootprint, let name = node["indicator"],
                let by = node["by"].flatMap({ Int($0.text) })
            else { continue }
            guard let subject = Territory.Target.Subject(rawValue: name.text) else {
                let known = Territory.Target.Subject.allCases.map(\.rawValue)
                builder.diagnostics.error(
                    "target.indicator", "no territory counts '\(name.text)'", at: name.range,
                    hint: Spelling.didYouMean(name.text, among: known) ?? "known: \(known.joined(separator: ", "))")
                continue
            }
            guard (kind.name == "share_at_least") == (subject == .renewablesShare) else {
                builder.diagnostics.error(
                    "target.kind", "\(kind.name) says nothing of \(name.text)", at: kind.level.range,
                    hint: subject == .renewablesShare
                        ? "write share_at_least" : "share_at_least is for renewables_share")
                continue
            }
            guard Self.territoryYears.contains(by) else {
                builder.diagnostics.error(
                    "year.range", "\(by) is no year from 1900 to 2200", at: (node["by"] ?? key).range)
                continue
            }
            let isIndex = subject.account.flatMap(territory.isIndex) ?? false
            let unit = isIndex || subject.account == nil ? Unit.one : unit(of: subject)
            let errors = builder.diagnostics.errorCount
            let evidence = targetEvidence(key, node)
            guard let aim = aim(kind.name, kind.level, unit),
                let base = base(of: node, by: by, within: Self.territoryYears),
                let course = course(of: node, base, by: by, in: unit)
            else { continue }
            let target = Territory.Target(
                id: key.text, label: label(node["label"], else: key.text), subject: subject, aim: aim, year: by,
                base: base, course: course, reason: evidence.assumption == nil ? node["reason"]?.text : nil,
                evidence: evidence, place: Place(key))
            check(target, territory, key, node)
            if builder.diagnostics.errorCount == errors { territory.targets.append(target) }
        }
    }

    private func unit(of subject: Territory.Target.Subject) -> Unit {
        subject.account.flatMap { try? model.units.unit($0.unit).unit } ?? .one
    }

    private mutating func aim(_ kind: String, _ node: Node, _ unit: Unit) -> TargetPath.Aim? {
        switch kind {
        case "divide_by":
            guard let divisor = number(node, in: .one) else { return nil }
            guard divisor > 0 else { return refuse(node, "target.level", "nothing is divided by \(node.text)") }
            return .divideBy(divisor)
        case "reduce_by", "share_at_least":
            guard let share = number(node, in: .one) else { return nil }
            guard (0...1).contains(share) else {
                return refuse(node, "target.level", "\(node.text) is not from 0 to 100 %")
            }
            return kind == "reduce_by" ? .reduceBy(share) : .shareAtLeast(share)
        default:
            guard let quantity = model.units.quantity(in: node, &builder.diagnostics) else { return nil }
            guard quantity.unit != .one, let level = quantity.unit.conversion(to: unit)?(quantity.value) else {
                return refuse(
                    node, "unit.mismatch", "\(quantity.unit.words) where \(unit == .one ? "%" : unit.words) is expected"
                )
            }
            return kind == "per_person" ? .perPerson(level) : .atMost(level)
        }
    }

    /// A target in proportion to a year says which, and either its value is known or the target says why not.
    private mutating func check(_ target: Territory.Target, _ territory: Territory, _ key: Node, _ node: Node) {
        let isRelative = node["divide_by"] != nil || node["reduce_by"] != nil
        if isRelative, target.base == nil {
            builder.diagnostics.error(
                "target.base_missing", "'\(target.id)' is in proportion to a year it does not name", at: key.range,
                hint: "add base_year:, or base_year: unknown with a reason")
        }
        guard target.reason == nil else { return }
        do throws(TargetProblem) {
            let series = try territory.series(of: target.subject)
            if case .year(let year)? = target.base, series[year] == nil {
                builder.diagnostics.error(
                    "target.base_value", "the territory states no \(target.subject.rawValue) for \(year)",
                    at: (node["base_year"] ?? key).range,
                    hint: "give it in inventory:, or say in reason: why it is not known")
            } else if target.base == nil, !isRelative, series.years.isEmpty {
                builder.diagnostics.error(
                    "target.indicator", "the territory states no \(target.subject.rawValue)", at: key.range,
                    hint: "give it in inventory: or renewables:, or say in reason: why it is not known")
            } else if case .unknown? = target.base {
                return
            } else if target.base != nil || !isRelative {
                _ = try territory.path(to: target)
            }
        } catch {
            builder.diagnostics.error(error.code, "'\(target.id)': \(error.message)", at: key.range)
        }
    }
}
