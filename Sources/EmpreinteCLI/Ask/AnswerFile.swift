internal import Empreinte

/// A file of people with one person who is being asked: written whole after each answer.
///
/// A question asked and not answered stands with nothing after it, so that the file says where to go on.
struct AnswerFile {
    var person: Person
    /// The questions asked and not answered.
    var passed: Set<Int> = []
    private let model: Model

    /// A person who was asked nothing yet.
    init(_ model: Model, year: Int?) {
        self.model = model
        person = Person(id: "p01", year: year)
    }

    /// Reads what was answered before.
    ///
    /// - Throws: what is wrong with the file; `ask.several` when it is not about one person.
    init(_ bytes: [UInt8], path: String, _ model: Model) throws(CompilationError) {
        var reader = DocumentReader([PackKinds.people])
        reader.listKind = PackKinds.people
        var diagnostics = Diagnostics()
        var people: [Person] = []
        var places: [String: SourceRange] = [:]
        var given: [Node] = []
        for document in reader.read(bytes, path: path, &diagnostics) {
            people += PeopleReader(model).people(in: document, besides: &places, &diagnostics)
            given += document["people"]?.items.compactMap { $0["answers"] } ?? []
        }
        try diagnostics.throwIfErrors(in: reader.sources)
        guard people.count == 1, let person = people.first else {
            throw CompilationError(
                "ask.several", "'\(path)' holds \(people.count) people, and one is asked at a time",
                hint: "give each a file")
        }
        self.model = model
        self.person = person
        let keys = Set(given.first?.entries.map(\.key.text) ?? [])
        passed = Set(model.inputs.indices.filter { person.answers[$0] == nil && keys.contains(model.inputs[$0].id) })
    }

    /// The file.
    var text: String {
        var writer = YAMLWriter()
        writer.write("kind", PackKinds.people.name)
        writer.write("model", "\(model.identity.id)@\(model.identity.version)")
        writer.open("people")
        writer.openItem("id", person.id)
        if person.weight != 1 { writer.write("weight", JSON.text(of: person.weight)) }
        if let year = person.year { writer.write("year", "\(year)") }
        let asked = model.inputs.indices.filter { person.answers[$0] != nil || passed.contains($0) }
        if !asked.isEmpty {
            writer.open("answers")
            for index in asked {
                if let answer = person.answers[index] {
                    writer.write(model.inputs[index].id, model.inputs[index].text(of: answer))
                } else {
                    writer.open(model.inputs[index].id)
                    writer.close()
                }
            }
            writer.close()
        }
        if !person.taken.isEmpty {
            writer.open("taken")
            for action in person.taken { writer.writeItem(model.actions[action].id) }
            writer.close()
        }
        writer.closeItem()
        return writer.text
    }
}

extension Input {
    /// An answer as documents have it.
    func text(of answer: Double) -> String {
        switch kind {
        case .flag: answer != 0 ? "true" : "false"
        case .option(let codes, _): codes.name(of: Int32(exactly: answer) ?? -1) ?? ""
        case .number: JSON.text(of: answer)
        }
    }
}
