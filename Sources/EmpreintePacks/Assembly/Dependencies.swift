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
        let reads = (0..<count).map { readings(of: $0).map(\.target) }
        var state = [UInt8](repeating: Self.unseen, count: count)
        var order: [Element] = []
        var ringed = Set<Int>()
        var path: [(node: Int, next: Int)] = []
        for start in 0..<count where state[start] == Self.unseen {
            path = [(start, 0)]
            state[start] = Self.open
            while let (node, next) = path.last {
                guard next < reads[node].count else {
                    state[node] = Self.done
                    path.removeLast()
                    if !ringed.contains(node) { order.append(element(at: node)) }
                    continue
                }
                path[path.count - 1].next += 1
                let target = reads[node][next]
                if state[target] == Self.unseen {
                    state[target] = Self.open
                    path.append((target, 0))
                } else if state[target] == Self.open, let first = path.firstIndex(where: { $0.node == target }) {
                    let ring = path[first...].map(\.node)
                    if ringed.isDisjoint(with: ring) { reportCycle(ring, at: readings(of: node)[next].place) }
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

    /// What a definition reads, with the place of each reading.
    private func readings(of position: Int) -> [(target: Int, place: Place)] {
        var result: [(target: Int, place: Place)] = []
        switch element(at: position) {
        case .input(let index):
            if questions[index].isPerHousehold, let size = model.householdSize {
                result.append((size, questions[index].place))
            }
            collect(questions[index].condition, &result)
            if case .formula(let formula) = questions[index].standing { collect(formula, &result) }
        case .formula(let index):
            collect(formulas[index].condition, &result)
            collect(formulas[index].value, &result)
            for (_, formula) in formulas[index].gives { collect(formula, &result) }
        case .factor, .trend: break
        }
        return result
    }

    private func collect(_ formula: ParsedFormula?, _ result: inout [(target: Int, place: Place)]) {
        guard let formula else { return }
        for (word, range) in formula.expression.words {
            if let element = symbols[word], let target = self.position(of: element) {
                result.append((target, Place(formula.node, range)))
            }
        }
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
