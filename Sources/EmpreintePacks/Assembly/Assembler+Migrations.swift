internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Assembler {
    /// Reads what became of answers given to older versions, the first ancestor's first.
    ///
    /// Codes: `migration.form`, `migration.unknown`, `migration.still_asked`, `migration.option`, `migration.reason`,
    /// `migration.share`, `unit.mismatch`.
    mutating func readMigrations() {
        for document in resolution.documents(PackKinds.migrations) {
            for node in document.node["changes"]?.items.map({ $0 }) ?? [] where node.kind == .mapping {
                if let change = migration(node) { model.migrations.append(Migration(change, place: Place(node))) }
            }
        }
    }

    private mutating func migration(_ node: Node) -> Migration.Change? {
        if let option = node["option"] { return options(option, node) }
        if let id = node["rename"] {
            guard let new = node["to"] else { return refuseMigration(node, "says no new id", "add to:") }
            guard isGone(id), symbols[new.text] != nil || actionIDs[new.text] != nil || isMigrated(new.text) else {
                if isGoneQuietly(id.text) { reportUnknown(new.text, at: Place(new)) }
                return nil
            }
            return .rename(id.text, to: new.text)
        }
        if let id = node["convert"] { return conversion(id, node) }
        if let id = node["retire"] {
            guard isGone(id) else { return nil }
            guard let reason = node["reason"] else {
                builder.diagnostics.error(
                    "migration.reason", "what is no longer asked says why", at: id.range, hint: "add reason:")
                return nil
            }
            return .retire(id.text, reason: reason.text)
        }
        if let id = node["split"] { return split(id, node) }
        return refuseMigration(node, "has no verb", "rename, convert, option, split or retire")
    }

    private mutating func refuseMigration(_ node: Node, _ words: String, _ hint: String) -> Migration.Change? {
        builder.diagnostics.error("migration.form", "the change \(words)", at: node.firstLine, hint: hint)
        return nil
    }

    private func isGoneQuietly(_ id: String) -> Bool { symbols[id] == nil && actionIDs[id] == nil }

    /// Whether an id is free: what is still asked cannot have gone.
    private mutating func isGone(_ node: Node) -> Bool {
        if isGoneQuietly(node.text) { return true }
        builder.diagnostics.error(
            "migration.still_asked", "'\(node.text)' is still there", at: node.range,
            hint: "a migration starts from an id of an older version")
        return false
    }

    /// Whether a later change leads on from an id.
    private func isMigrated(_ id: String) -> Bool {
        resolution.documents(PackKinds.migrations).contains { document in
            document.node["changes"]?.items.contains { node in
                ["rename", "split", "retire"].contains { node[$0]?.textEquals(id) ?? false }
            } ?? false
        }
    }

    private mutating func question(_ node: Node) -> Int? {
        if case .input(let index)? = symbols[node.text] { return index }
        builder.diagnostics.error(
            "migration.unknown", "no question is called '\(node.text)'", at: node.range,
            hint: Spelling.didYouMean(node.text, among: questions.map(\.entry.id)))
        return nil
    }

    private mutating func conversion(_ id: Node, _ node: Node) -> Migration.Change? {
        guard let index = question(id), let fromNode = node["from"], let toNode = node["to"],
            let from = model.units.unit(in: fromNode, &builder.diagnostics),
            let to = model.units.unit(in: toNode, &builder.diagnostics)
        else {
            return node["from"] == nil || node["to"] == nil
                ? refuseMigration(node, "says no unit", "add from: and to:") : nil
        }
        guard let ratio = try? to.divided(by: from) else { return nil }
        var factor = 1.0
        if let written = node["factor"] {
            guard let read = number(written, in: ratio) else { return nil }
            factor = read
        } else if let conversion = from.conversion(to: to) {
            factor = conversion(1)
        } else {
            return refuseMigration(node, "goes from \(from) to \(to) without a factor", "add factor: with its unit")
        }
        guard let own = to.conversion(to: questions[index].kind.unit) else {
            builder.diagnostics.error(
                "unit.mismatch", "\(to) where \(questions[index].kind.unit.words) is asked", at: toNode.range)
            return nil
        }
        return .convert(id.text, from: from, to: to, factor: own(factor))
    }

    private mutating func options(_ id: Node, _ node: Node) -> Migration.Change? {
        guard let index = question(id), let map = node["rename"], map.kind == .mapping else {
            return node["rename"] == nil ? refuseMigration(node, "renames nothing", "add rename: {old: new}") : nil
        }
        guard case .option(let codes) = questions[index].kind else {
            builder.diagnostics.error("migration.option", "'\(id.text)' has no options", at: id.range)
            return nil
        }
        var names: [String: String] = [:]
        for entry in map.entries {
            guard codes.code(of: entry.value.text) != nil else {
                builder.diagnostics.error(
                    "migration.option", "'\(entry.value.text)' is not an option of '\(id.text)'", at: entry.value.range,
                    hint: Spelling.didYouMean(entry.value.text, among: codes.names))
                return nil
            }
            names[entry.key.text] = entry.value.text
        }
        return .option(id.text, names: names)
    }

    private mutating func split(_ id: Node, _ node: Node) -> Migration.Change? {
        guard isGone(id) else { return nil }
        guard let into = node["into"], !into.entries.isEmpty else {
            return refuseMigration(node, "is split into nothing", "add into: {id: 60 %, other: 40 %}")
        }
        var parts: [(id: String, share: Double)] = []
        for entry in into.entries {
            guard question(entry.key) != nil, let share = share(entry.value) else { return nil }
            parts.append((entry.key.text, share))
        }
        let sum = parts.reduce(0) { $0 + $1.share }
        guard parts.allSatisfy({ $0.share >= 0 }), (sum - 1).magnitude < 1e-9 else {
            builder.diagnostics.error(
                "migration.share", "the shares come to \(JSON.text(of: sum * 100)) %, not 100", at: into.firstLine)
            return nil
        }
        return .split(id.text, into: parts)
    }
}
