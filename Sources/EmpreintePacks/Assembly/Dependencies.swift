internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

extension Assembler {
    /// The questions and formulas in an order where each comes after what it reads; reports every ring of definitions
    /// that read one another, and leaves its members out.
    ///
    /// Walks without recursion: a chain of any length is fine. Code: `formula.cycle`.
    mutating func dependencyOrder() -> [Element] {
        let count = questions.count + formulas.count
        // What each definition reads, one after the other, and where each begins.
        var reads: [Int] = []
        var starts: [Int] = []
        for position in 0..<count {
            starts.append(reads.count)
            forEachReading(of: position) { target, _ in reads.append(target) }
        }
        starts.append(reads.count)
        var state = [UInt8](repeating: Self.unseen, count: count)
        var order: [Element] = []
        var ringed = Set<Int>()
        var path: [(node: Int, next: Int)] = []
        for start in 0..<count where state[start] == Self.unseen {
            path.append((start, starts[start]))
            state[start] = Self.open
            while let (node, next) = path.last {
                guard next < starts[node + 1] else {
                    state[node] = Self.done
                    path.removeLast()
                    if !ringed.contains(node) { order.append(element(at: node)) }
                    continue
                }
                path[path.count - 1].next += 1
                let target = reads[next]
                if state[target] == Self.unseen {
                    state[target] = Self.open
                    path.append((target, starts[target]))
                } else if state[target] == Self.open, let first = path.firstIndex(where: { $0.node == target }) {
                    let ring = path[first...].map(\.node)
                    if ringed.isDisjoint(with: ring), let place = place(of: target, readBy: node) {
                        reportCycle(ring, at: place)
                    }
                    ringed.formUnion(ring)
                }
            }
        }
        return order
    }

    private static let unseen: UInt8 = 0
    private static let open: UInt8 = 1
    private static let done: UInt8 = 2

    private func element(at position: Int) -> Element {
        position < questions.count ? .input(position) : .formula(position - questions.count)
    }

    private func position(of element: Element) -> Int? {
        switch element {
        case .input(let index): index
        case .formula(let index): questions.count + index
        case .factor, .trend: nil
        }
    }

    /// Calls back with each definition that a definition reads, and where.
    private func forEachReading(of position: Int, _ body: (_ target: Int, _ place: () -> Place) -> Void) {
        switch element(at: position) {
        case .input(let index):
            if questions[index].isPerHousehold, let size = model.householdSize {
                body(size) { questions[index].place }
            }
            forEachReading(of: questions[index].condition, body)
            if case .formula(let formula) = questions[index].standing { forEachReading(of: formula, body) }
        case .formula(let index):
            forEachReading(of: formulas[index].condition, body)
            forEachReading(of: formulas[index].value, body)
            for (_, formula) in formulas[index].gives { forEachReading(of: formula, body) }
        case .factor, .trend: break
        }
    }

    /// Whether a step rests on a question that is shared in the household.
    func readsShares(_ step: Int) -> Bool {
        var waiting = [questions.count + step]
        var seen = Set(waiting)
        while let next = waiting.popLast() {
            if next < questions.count, questions[next].isPerHousehold { return true }
            forEachReading(of: next) { target, _ in
                if seen.insert(target).inserted { waiting.append(target) }
            }
        }
        return false
    }

    private func forEachReading(of formula: ParsedFormula?, _ body: (Int, () -> Place) -> Void) {
        guard let formula else { return }
        for reading in formula.readings {
            if let target = position(of: reading.element) {
                body(target) { Place(formula.node, reading.range) }
            }
        }
    }

    /// Where a definition first reads another.
    private func place(of target: Int, readBy position: Int) -> Place? {
        var first: Place?
        forEachReading(of: position) { read, place in
            if read == target, first == nil { first = place() }
        }
        return first
    }

    private mutating func reportCycle(_ ring: [Int], at place: Place) {
        let ids = ring.map { position in
            switch element(at: position) {
            case .input(let index): questions[index].entry.id
            case .formula(let index): formulas[index].entry.id
            case .factor, .trend: ""
            }
        }
        builder.diagnostics.error(
            "formula.cycle", "these read one another: \((ids + ids.prefix(1)).joined(separator: " → "))",
            at: place.range, hint: "one of them has to be computed from something else")
    }
}
