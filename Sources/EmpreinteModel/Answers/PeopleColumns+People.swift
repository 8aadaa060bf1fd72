internal import EmpreinteText

extension PeopleColumns {
    /// A block of people who are at hand, without the years they state.
    ///
    /// What is no answer to its question, such as a code that stands for no option, is left out.
    public init(_ people: some RandomAccessCollection<Person>, _ model: Model) {
        self.init()
        var layout = PeopleLayout(height: people.count, keptCount: 0)
        layout.hasWeights = true
        begin(layout)
        for person in people {
            for (input, answer) in person.answers where model.inputs.indices.contains(input) {
                let kind = model.inputs[input].kind
                if kind.allows(answer) { set(answer, of: input, kind) }
            }
            weights[count] = person.weight
            ids.append(Array(person.id.utf8)[...])
            rows.append(count + 1)
            count += 1
        }
    }
}

extension Input.Kind {
    /// Whether the kernels can carry an answer.
    fileprivate func allows(_ answer: Double) -> Bool {
        switch self {
        case .number: true
        case .option(let codes, _): Int(exactly: answer).map { (0..<codes.count).contains($0) } ?? false
        case .flag: answer == 0 || answer == 1
        }
    }
}
