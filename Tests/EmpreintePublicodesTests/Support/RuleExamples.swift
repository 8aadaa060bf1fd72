import EmpreinteText

@testable import EmpreintePublicodes

/// The examples that rules carry: a situation, and what the rule is to be worth in it.
struct RuleExamples {
    struct Example {
        let rule: String
        let name: String
        let node: Node
    }

    let model: PublicodesModel
    private(set) var examples: [Example] = []

    init(_ path: String) throws {
        model = try PublicodesModel(path, from: Disk())
        collect(try Disk().document(path), below: nil)
    }

    private mutating func collect(_ rules: Node, below parent: String?) {
        for (key, value) in rules.entries {
            var name = key.text
            if name.hasPrefix("[privé] ") { name.removeFirst("[privé] ".count) }
            if let parent { name = parent + " . " + name }
            if let node = value["exemples"] {
                let items = node.kind == .sequence ? Array(node.items) : [node]
                for (place, item) in items.enumerated() {
                    examples.append(Example(rule: name, name: item["nom"]?.text ?? "\(place + 1)", node: item))
                }
            }
            visit(value, of: name)
        }
    }

    /// Looks for rules defined inside a value.
    private mutating func visit(_ node: Node, of rule: String) {
        for item in node.items { visit(item, of: rule) }
        for (key, value) in node.entries where !key.textEquals("exemples") {
            if key.textEquals("avec") { collect(value, below: rule) } else { visit(value, of: rule) }
        }
    }

    /// What is wrong with an example, or nothing.
    func failure(of example: Example) -> String? {
        var set = SituationSet(of: model)
        if let situation = example.node["situation"] { set.add(situation) } else { set.addEmpty() }
        guard let result = model.results(of: [example.rule], in: set).first?.first else { return "no result" }
        if let error = example.node["exception"] {
            return result.value == .failed ? nil : "\(result) instead of '\(error.text)'"
        }
        if let unit = example.node["unité attendue"], !unit.text.isEmpty, result.unit != unit.text {
            return "unit '\(result.unit ?? "none")' instead of '\(unit.text)'"
        }
        if let node = example.node["variables manquantes"], let situation = set.situations.first {
            let missing = model.missingAnswers(for: example.rule, in: set, situation: situation)
            let wanted = node.items.map(\.text)
            if Set(missing) != Set(wanted) { return "missing \(missing) instead of \(wanted)" }
        }
        guard let wanted = example.node["valeur attendue"] else { return nil }
        return Self.matches(result.value, wanted)
            ? nil : "\(result.value) instead of \(wanted.isNull ? "null" : wanted.text)"
    }

    /// Whether a value is the one written, to nine digits, or to those written when it is visibly rounded.
    static func matches(_ value: RuleValue, _ wanted: Node) -> Bool {
        switch value {
        case .number(let number):
            guard let expected = DecimalParser().value(of: wanted.utf8) else { return false }
            let decimals = wanted.text.split(separator: ".").dropFirst().first?.count ?? 0
            var tolerance = 1e-9 * max(number.magnitude, expected.magnitude)
            if decimals >= 2, decimals < 8 { tolerance = max(tolerance, pow10(-decimals)) }
            return (number - expected).magnitude <= tolerance
        case .flag(let flag): return wanted.isPlain && wanted.textEquals(flag ? "true" : "false")
        case .text(let text): return wanted.textEquals(text)
        case .absent: return wanted.isNull
        case .undefined: return wanted.textEquals("undefined")
        case .failed: return false
        }
    }

    private static func pow10(_ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<exponent.magnitude { power /= 10 }
        return power
    }
}
