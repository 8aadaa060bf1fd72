public import EmpreinteGraph

/// Evaluates a program for one situation at a time.
public struct Evaluator {
    /// What is evaluated.
    public let program: Program
    private var interpreter = Interpreter()
    /// The texts of the situation that the program does not know; their codes come after those it does.
    private var strangers: [String] = []
    /// The outputs that could not be computed in the last evaluation.
    private(set) var failedOutputs: [Int] = []

    public init(_ program: Program) {
        self.program = program
    }

    /// What each output is worth, in order.
    /// - Parameter inputs: what each input of the program carries, a flag as 0 or 1; 0 for those left out.
    public mutating func values(of inputs: [Scalar]) -> [RuleValue] {
        let missing = max(0, program.inputs.count - inputs.count)
        return values(of: inputs.prefix(program.inputs.count) + Array(repeating: 0, count: missing), strangers: [])
    }

    /// What each output is worth for the inputs set, in order.
    mutating func values(of inputs: [Scalar], strangers: [String]) -> [RuleValue] {
        self.strangers = strangers
        interpreter.run(program.graph, inputs: inputs)
        let values = program.outputs.map { read($0.value) }
        failedOutputs = values.indices.filter { values[$0] == .failed }
        return values
    }

    // MARK: Reading

    /// What a node was worth in the last evaluation.
    func value(of node: NodeID) -> Scalar { interpreter.values[node.index] }

    private func isTrue(_ node: NodeID) -> Bool { interpreter.values[node.index] != 0 }

    private func read(_ value: Value) -> RuleValue {
        if isTrue(value.isAbsent) { return .absent }
        if isTrue(value.isUndefined) { return .undefined }
        return read(value.payload)
    }

    private func read(_ payload: Payload) -> RuleValue {
        switch payload {
        case .none: return .undefined
        case .number(let node, _):
            let number = interpreter.values[node.index]
            return number.isFinite ? .number(number + 0) : .failed
        case .flag(let node): return .flag(isTrue(node))
        case .text(let node): return .text(text(of: interpreter.values[node.index]))
        case .date(let node):
            guard let day = Int(exactly: interpreter.values[node.index]), day.magnitude < 10_000_000 else {
                return .failed
            }
            return .text(CalendarDay(number: day).description)
        case .template(let place): return .text(text(ofTemplate: place))
        case .choice(let flag, let yes, let no): return read(isTrue(flag) ? yes : no)
        }
    }

    /// The unit an output's number is in, after an evaluation.
    func unit(ofOutput place: Int) -> String? { unit(of: program.outputs[place].value.payload)?.description }

    private func text(of code: Scalar) -> String {
        guard let code = Int32(exactly: code) else { return "" }
        if let known = program.texts[code] { return known }
        let place = Int(code) - program.texts.texts.count
        return strangers.indices.contains(place) ? strangers[place] : ""
    }

    private func text(ofTemplate place: Int) -> String {
        program.templates[place].map { part in
            switch part {
            case .text(let text): text
            case .value(let value): spell(value)
            }
        }.joined()
    }

    /// What a node read in the last evaluation; of what is true for one of two reasons, both.
    func operandsRead(of node: NodeID) -> [NodeID] {
        let all = Array(program.graph.operands(of: node))
        return program.graph.operation(of: node) == .or && isTrue(node) && all.allSatisfy(isTrue)
            ? all : program.graph.reads(of: node, values: interpreter.values)
    }

    /// Calls back with the nodes that say what a value was: of a choice, those of the branch taken.
    func visit(_ value: Value, _ body: (NodeID) -> Void) {
        body(value.isAbsent)
        body(value.isUndefined)
        if !isTrue(value.isAbsent), !isTrue(value.isUndefined) { visit(value.payload, body) }
    }

    private func visit(_ payload: Payload, _ body: (NodeID) -> Void) {
        switch payload {
        case .none: break
        case .number(let node, _), .flag(let node), .text(let node), .date(let node): body(node)
        case .template(let place):
            for part in program.templates[place] {
                if case .value(let value) = part { visit(value, body) }
            }
        case .choice(let flag, let yes, let no):
            body(flag)
            visit(isTrue(flag) ? yes : no, body)
        }
    }

    /// A value as a text shows it.
    private func spell(_ value: Value) -> String {
        switch read(value) {
        case .number(let number): NumberSpelling.text(of: number, unit: unit(of: value.payload))
        case .flag(let flag): flag ? "oui" : "non"
        case .text(let text): text
        case .absent: "Non applicable"
        case .undefined: "Pas encore défini"
        case .failed: "Erreur dans le calcul du nombre"
        }
    }

    private func unit(of payload: Payload) -> FreeUnit? {
        switch payload {
        case .number(_, let unit): unit.map { program.units[$0] }
        case .choice(let flag, let yes, let no): unit(of: isTrue(flag) ? yes : no)
        case .none, .flag, .text, .date, .template: nil
        }
    }
}
