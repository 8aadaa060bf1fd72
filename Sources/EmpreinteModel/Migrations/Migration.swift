public import EmpreinteText
public import EmpreinteUnits

/// How answers given to an older model are read by this one.
public struct Migration: Sendable {
    /// What became of an id.
    public enum Change: Sendable {
        /// A question or an action has another id.
        case rename(String, to: String)
        /// A number is asked in another unit, of another dimension: multiplied by a factor on the way.
        case convert(String, from: Unit, to: Unit, factor: Double)
        /// Options of a question have other names.
        case option(String, names: [String: String])
        /// A number is now asked in parts, by shares.
        case split(String, into: [(id: String, share: Double)])
        /// It is no longer asked.
        case retire(String, reason: String)

        /// The id answers were given under.
        public var id: String {
            switch self {
            case .rename(let id, _), .convert(let id, _, _, _), .option(let id, _), .split(let id, _),
                .retire(let id, _):
                id
            }
        }
    }

    /// What became of it.
    public var change: Change
    /// Where it is written.
    public var place: Place

    public init(_ change: Change, place: Place) {
        self.change = change
        self.place = place
    }

    /// What to do about an id that the model does not know any more, in words.
    public var advice: String {
        switch change {
        case .rename(_, let new): "it is called '\(new)' now; migrate rewrites old answers"
        case .retire(_, let reason): "it is no longer asked: \(reason)"
        case .split(_, let parts):
            "it is asked as \(parts.map(\.id).joined(separator: ", ")) now; migrate rewrites old answers"
        case .convert, .option: "migrate rewrites old answers"
        }
    }
}

/// The answers of one person after migrations, and what was done to each.
public struct MigratedAnswers: Sendable {
    /// What happened to one answer.
    public struct Step: Sendable, Hashable {
        /// What was done to an answer.
        public enum Outcome: String, Sendable {
            case renamed, converted, split, retired
        }

        /// What was done.
        public let outcome: Outcome
        /// The id.
        public let id: String
        /// The answer as it was given.
        public let old: String
        /// The ids and texts it became.
        public let new: [String]
        /// Why it was retired.
        public let reason: String?
    }

    /// The answers as texts by question id, in their order.
    public private(set) var answers: [(id: String, text: String)]
    /// What was done to each answer.
    public private(set) var steps: [Step] = []

    /// - Parameters:
    ///   - answers: as written.
    ///   - model: whose migrations apply, in the order they were made.
    ///   - place: where an answer stands, for what cannot be converted.
    /// - Throws: `migration.number` for an answer to convert or split that is no number.
    public init(
        _ answers: [(id: String, text: String)], _ model: Model, at place: (Int) -> SourceRange,
        _ diagnostics: inout Diagnostics
    ) {
        var current = answers.enumerated().map { (id: $1.id, text: $1.text, from: $0) }
        var steps: [Step] = []
        for migration in model.migrations {
            var next: [(id: String, text: String, from: Int)] = []
            for answer in current {
                guard answer.id == migration.change.id else {
                    next.append(answer)
                    continue
                }
                let range = place(answer.from)
                let results = Self.migrate(answer.text, by: migration.change, model, range, &steps, &diagnostics)
                next += results.map { (id: $0.id, text: $0.text, from: answer.from) }
            }
            current = next
        }
        self.answers = current.map { ($0.id, $0.text) }
        self.steps = steps
    }

    private static func migrate(
        _ text: String, by change: Migration.Change, _ model: Model, _ range: SourceRange, _ steps: inout [Step],
        _ diagnostics: inout Diagnostics
    ) -> [(id: String, text: String)] {
        func step(_ outcome: Step.Outcome, _ results: [(id: String, text: String)], _ reason: String? = nil) {
            steps.append(
                Step(
                    outcome: outcome, id: change.id, old: text, new: results.map { "\($0.id): \($0.text)" },
                    reason: reason))
        }
        func number(in unit: Unit?) -> ParsedQuantity? {
            do throws(UnitError) {
                return try model.units.quantity(text)
            } catch {
                diagnostics.error("migration.number", "'\(text)' cannot be converted: \(error.message)", at: range)
                return nil
            }
        }
        switch change {
        case .rename(_, let new):
            step(.renamed, [(new, text)])
            return [(new, text)]
        case .option(let id, let names):
            guard let name = names[text] else { return [(id, text)] }
            step(.renamed, [(id, name)])
            return [(id, name)]
        case .retire(_, let reason):
            step(.retired, [], reason)
            return []
        case .convert(let id, let from, let to, let factor):
            guard let quantity = number(in: from) else { return [(id, text)] }
            // Already in the new unit: nothing to convert.
            if quantity.unit != .one, quantity.unit.isCompatible(with: to) { return [(id, text)] }
            let old = quantity.unit == .one ? quantity.value : quantity.unit.conversion(to: from)?(quantity.value)
            guard let old else {
                diagnostics.error("migration.number", "'\(text)' is not in \(from)", at: range)
                return [(id, text)]
            }
            let result = (id: id, text: JSON.text(of: old * factor))
            step(.converted, [result])
            return [result]
        case .split(_, let parts):
            guard let quantity = number(in: nil) else { return [] }
            let unit = quantity.unit == .one ? "" : " \(quantity.unit)"
            let results = parts.map { (id: $0.id, text: JSON.text(of: quantity.value * $0.share) + unit) }
            step(.split, results)
            return results
        }
    }
}
