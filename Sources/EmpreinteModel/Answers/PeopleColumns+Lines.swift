internal import EmpreinteText

extension PeopleColumns {
    /// Forgets all answers; for readers that write only those given.
    mutating func clear() {
        for index in numbers.indices { numbers[index].clear() }
        for index in options.indices { options[index].clear() }
        for index in flags.indices { flags[index].clear() }
    }

    /// Adds a person, and columns for what nobody stated before.
    mutating func append(_ person: PersonLine, _ model: Model, usualYear: Int32) {
        for (input, value) in person.given { set(value, of: input, model.inputs[input].kind) }
        if person.weight != nil, weights.isEmpty {
            layout.hasWeights = true
            weights = Array(repeating: 1, count: height)
        }
        if person.year != nil, years.isEmpty {
            layout.hasYears = true
            years = Array(repeating: usualYear, count: height)
        }
        if !weights.isEmpty { weights[count] = person.weight ?? 1 }
        if !years.isEmpty { years[count] = person.year ?? usualYear }
        ids.append(Array(person.id.utf8)[...])
        for (index, text) in person.kept.enumerated() { kept[index].append(Array(text.utf8)[...]) }
        rows.append(person.row)
        count += 1
    }

    mutating func set(_ value: Double, of input: Int, _ kind: Input.Kind) {
        let place = layout.place(of: input)
        if place == nil { layout.add(input, kind) }
        switch kind {
        case .number: numbers.set(value, of: input, at: place, person: count, height)
        case .option: options.set(Int32(value), of: input, at: place, person: count, height)
        case .flag: flags.set(UInt8(value), of: input, at: place, person: count, height)
        }
    }
}

extension Array {
    /// Sets an answer in the column at a place, or in a new one.
    fileprivate mutating func set<Value>(
        _ value: Value, of input: Int, at place: Int?, person: Int, _ height: Int
    ) where Element == PeopleColumns.Answers<Value> {
        if place == nil { append(.init(to: input, height: height)) }
        let index = place ?? count - 1
        self[index].values[person] = value
        self[index].answered[person] = 1
    }
}

extension PeopleColumns.Answers {
    fileprivate mutating func clear() {
        for index in values.indices { values[index] = .zero }
        for index in answered.indices { answered[index] = 0 }
    }
}
