public import EmpreinteModel
internal import EmpreinteText

/// Writes drawn people as CSV: an id, then one column a question that has a distribution.
public struct PeopleRecords {
    private let model: Model
    private let sampler: Sampler
    private var writer = RecordWriter()

    public init(_ model: Model, seed: UInt64) {
        self.model = model
        sampler = Sampler(model, seed: seed)
        writer.text("id")
        for index in sampler.drawn { writer.text(model.inputs[index].id) }
        writer.endRecord()
    }

    /// Writes some people, by number.
    public mutating func write(_ people: Range<Int>) {
        for person in people {
            writer.text("p\(person + 1)")
            for (position, index) in sampler.drawn.enumerated() {
                let answer = sampler.answer(position, of: UInt64(person))
                switch model.inputs[index].kind {
                case .number(_, let range):
                    let rounded = Self.rounded(answer)
                    writer.number(range?.contains(rounded) ?? true ? rounded : answer)
                case .option(let codes, _): writer.text(codes.names[Int(answer)])
                case .flag: writer.text(answer != 0 ? "true" : "false")
                }
            }
            writer.endRecord()
        }
    }

    /// Takes away what was written.
    public mutating func take() -> [UInt8] {
        defer { writer.removeAll() }
        return writer.bytes
    }

    /// Four digits that count: nobody knows their kilometres any better.
    private static func rounded(_ value: Double) -> Double {
        guard value != 0, value.isFinite else { return 0 }
        var scale = 1.0
        let size = value.magnitude
        if size >= 10_000 {
            while size / scale >= 10_000 { scale *= 10 }
            return (value / scale).rounded() * scale
        }
        while size * scale < 1_000, scale < 1e12 { scale *= 10 }
        return (value * scale).rounded() / scale
    }

    /// What was drawn and what was not, in words.
    public func notes(_ language: Language) -> [String] {
        let families = Dictionary(grouping: sampler.drawn) { model.inputs[$0].distribution?.family.name ?? "" }
        let counts = families.map { "\($0.key) \($0.value.count)" }.sorted().joined(separator: ", ")
        let assumed = sampler.drawn.filter { model.inputs[$0].distribution?.evidence.assumption != nil }.count
        return [
            language.say(
                "\(sampler.drawn.count) of \(model.inputs.count) questions drawn from declared distributions "
                    + "(\(counts)); \(assumed) of them are assumptions.",
                "\(sampler.drawn.count) questions sur \(model.inputs.count) tirées des distributions déclarées "
                    + "(\(counts)) ; \(assumed) d’entre elles sont des hypothèses."),
            language.say(
                "Answers are drawn one by one: what goes together in life is not published, and not made up. "
                    + "Other questions are left unanswered.",
                "Les réponses sont tirées une à une : les liens entre elles ne sont pas publiés, et rien n’est inventé. "
                    + "Les autres questions restent sans réponse."),
        ]
    }
}
