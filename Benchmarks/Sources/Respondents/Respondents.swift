public import Empreinte
public import EmpreinteGraph
internal import Measures

/// People who answer every question they are asked: as the pack says answers are spread, and evenly where it does not.
public struct Respondents: Sendable {
    /// The questions asked, by position in the model's inputs.
    public let asked: [Int]
    private let model: Model
    private let sampler: Sampler
    /// Where the sampler knows a question.
    private let positions: [Int: Int]

    /// - Parameter count: how many questions to ask, those with a known spread first; all unless said.
    public init(_ model: Model, asking count: Int? = nil) {
        let sampler = Sampler(model, seed: 1)
        let others = Set(model.inputs.indices).subtracting(sampler.drawn).sorted()
        asked = (sampler.drawn + others).prefix(count ?? model.inputs.count).sorted()
        positions = Dictionary(uniqueKeysWithValues: sampler.drawn.enumerated().map { ($1, $0) })
        self.model = model
        self.sampler = sampler
    }

    /// The answer of a person to a question: an option as its code, yes as 1 and no as 0, numbers with four digits.
    public func answer(_ question: Int, of person: Int) -> Double {
        if let position = positions[question] {
            let answer = sampler.answer(position, of: UInt64(person))
            if case .number = model.inputs[question].kind { return rounded(answer) }
            return answer
        }
        var random = SplitMix64(seed: UInt64(person) << 16 | UInt64(question))
        switch model.inputs[question].kind {
        case .number(_, let range):
            let low = range?.lowerBound ?? 0
            return rounded(random.number(in: low..<max(low + 1, min(range?.upperBound ?? 10, low + 10))))
        case .option(let codes, _): return Double(random.below(codes.names.count))
        case .flag: return Double(random.below(2))
        }
    }

    /// All answers of a person.
    public func person(_ person: Int) -> Person {
        Person(
            id: "p\(person)",
            answers: Dictionary(uniqueKeysWithValues: asked.map { ($0, answer($0, of: person)) }))
    }

    private func rounded(_ value: Double) -> Double {
        guard value.isFinite, value.magnitude < 1e9 else { return value }
        let scale: Double = value.magnitude < 1 ? 10_000 : value.magnitude < 100 ? 100 : 1
        return (value * scale).rounded() / scale
    }
}

extension Model {
    /// The total of each indicator and its top branches, as `PopulationEvaluator` gives them.
    public var footprints: [NodeID] {
        indicators.enumerated().flatMap { index, indicator -> [NodeID] in
            guard let total = indicator.total else { return [] }
            return [total] + categories.filter(\.isTop).compactMap { $0.totals[index] }
        }
    }
}
