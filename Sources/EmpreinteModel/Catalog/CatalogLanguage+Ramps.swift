internal import EmpreinteGraph
internal import EmpreinteText

extension CatalogLanguage {
    /// Reads how an action comes to its strength, and the year it starts unless a choice says another.
    ///
    /// Codes: `value.word`, `ramp.form`, `ramp.order`, `ramp.duration`, `ramp.steepness`, `ramp.drive`, `ramp.strength`.
    mutating func ramp(of entry: Collection.Entry, _ start: inout Int?) -> Ramp? {
        guard let node = entry["ramp"], let shape = node["shape"] else { return nil }
        start = integer(node["start"])
        let end = integer(node["end"])
        if let start, let end, end <= start, let place = node["end"] {
            diagnostics.error("ramp.order", "\(end) does not come after \(start)", at: place.range)
            return nil
        }
        let written = node["years"]
        var years: Double?
        if let written, written.kind == .scalar { years = Double(written.text) }
        if years == nil, let start, let end { years = Double(end - start) }
        do throws(Ramp.Problem) {
            switch shape.text {
            case "step": return try Ramp(.step, start: start ?? 0)
            case "linear", "logistic":
                guard let years else {
                    return refuse(shape, "how long it takes is not said", "add years: 10, or start: and end:")
                }
                guard shape.text == "logistic" else { return try Ramp(.linear(years: years), start: start ?? 0) }
                let steepness = share(node["steepness"]) ?? 10
                return try Ramp(.logistic(years: years, steepness: steepness), start: start ?? 0)
            case "bass":
                guard let p = share(node["p"]), let q = share(node["q"]) else {
                    return refuse(shape, "a Bass ramp has p and q", "as in {shape: bass, p: 0.03, q: 0.38}")
                }
                return try Ramp(.bass(p: p, q: q), start: start ?? 0)
            case "table":
                guard let written, written.kind == .mapping, let table = table(written) else {
                    return refuse(shape, "a table gives its strengths by year", "years: {2026: 5 %, 2040: 100 %}")
                }
                start = start ?? table.start
                return try Ramp(.table(table.curve), start: table.start)
            case let name:
                guard let named = vocabulary.ramps[name] else { return reportUnknownShape(shape) }
                guard let years else {
                    return refuse(shape, "how long it takes is not said", "add years: 10, or start: and end:")
                }
                return try Ramp(named, years: years, start: start ?? 0)
            }
        } catch {
            diagnostics.error(error.code, error.message, at: (written ?? shape).range)
            return nil
        }
    }

    /// Strengths by year, as a curve of the years since the first.
    private mutating func table(_ node: Node) -> (start: Int, curve: Curve)? {
        var points: [(year: Int, value: Double)] = []
        for entry in node.entries {
            guard let year = Int(entry.key.text), let value = share(entry.value) else { return nil }
            points.append((year, value))
        }
        guard let first = points.first?.year else { return nil }
        return Curve(
            points: points.map { .init(x: Double($0.year) - Double(first), y: $0.value) }, between: .linear,
            before: .none, after: .hold
        ).map { (first, $0) }
    }

    private mutating func reportUnknownShape(_ shape: Node) -> Ramp? {
        guard Shape.isID(shape.text) else { return nil }
        let words = DocumentKind.rampShapes + vocabulary.ramps.keys.sorted()
        diagnostics.error(
            "value.word", "'\(shape.text)' is not known here; shape is one of \(words.joined(separator: ", "))",
            at: shape.range, hint: Spelling.didYouMean(shape.text, among: words))
        return nil
    }

    private func integer(_ node: Node?) -> Int? { node.flatMap { Int($0.text) } }

    private mutating func refuse(_ node: Node, _ message: String, _ hint: String) -> Ramp? {
        diagnostics.error("ramp.form", message, at: node.range, hint: hint)
        return nil
    }
}
