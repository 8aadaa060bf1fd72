internal import EmpreinteEngine
internal import EmpreinteGraph
internal import EmpreintePublicodes
internal import Measures

/// Random people who answer every question, a block at a time so that memory does not grow with them.
struct Crowd {
    let plan: Plan
    let program: Program
    let outputs: [Int]
    static let size = 20_000
    private var random = SplitMix64(seed: 7)

    init(_ program: Program) {
        self.program = program
        outputs = program.outputs.indices.filter { program.outputs[$0].number != nil }
        plan = Plan(
            program.graph,
            Binding(
                inputs: program.inputs.map { _ in .lane }, outputs: program.outputs.compactMap(\.number)))
    }

    /// The next people's answers, by input.
    mutating func next() -> [[Double]] {
        program.inputs.map { input in
            let codes = input.codes.values.sorted()
            return (0..<Self.size).map { _ in
                let draw = random.next() >> 33
                switch input.type {
                case .number: return Double(draw % 20)
                case .flag: return Double(draw % 2)
                case .code: return codes.isEmpty ? -1 : Double(codes[Int(draw % UInt64(codes.count))])
                }
            }
        }
    }

    /// The results of people, output by output, and how long they took.
    func evaluate(_ answers: [[Double]]) throws -> (results: [Double], elapsed: Elapsed) {
        var inputs: [Int: Run.Input] = [:]
        for (input, values) in zip(program.inputs, answers) {
            switch input.type {
            case .number: inputs[input.slot] = .lane(Column(numbers: values))
            case .flag: inputs[input.slot] = .lane(Column(flags: values.map { $0 != 0 }))
            case .code: inputs[input.slot] = .lane(Column(codes: values.map { Int32($0) }))
            }
        }
        let run = Run(plan, laneCount: Self.size, inputs: inputs)
        var results = [Double](repeating: 0, count: Self.size * outputs.count)
        let elapsed = try unsafe results.withUnsafeMutableBufferPointer { buffer in
            var sink = unsafe BufferSink(buffer, strides: .init(lane: 1, year: Self.size, output: Self.size))
            return try Elapsed.measure { try run.feed(&sink) }
        }
        return (results, elapsed)
    }

    /// Whether some of the people get the same results alone.
    func check(_ answers: [[Double]], _ results: [Double]) throws {
        var evaluator = Evaluator(program)
        for person in stride(from: 0, to: Self.size, by: Self.size / 97) {
            let values = evaluator.values(of: answers.map { $0[person] })
            for (place, output) in outputs.enumerated() {
                let together = results[place * Self.size + person]
                switch values[output] {
                case .number(let alone): guard alone == together else { throw mismatch(output, person) }
                case .failed: guard !together.isFinite else { throw mismatch(output, person) }
                case .absent: guard together == 0 else { throw mismatch(output, person) }
                case .undefined, .flag, .text: break
                }
            }
        }
    }

    private func mismatch(_ output: Int, _ person: Int) -> Failure {
        Failure("\(program.outputs[output].name): person \(person) alone has another result")
    }
}
