internal import EmpreinteModel
internal import EmpreinteText

/// Somebody who brings commitments about, with what it reports.
struct Relay {
    let id: String
    let label: Label
    let actor: Commitment.Actor
    let commune: String?
    let audience: String?
    let reports: [RelayReport]
}

/// What a relay reports of a year.
struct RelayReport {
    let year: Int
    let contacts: Int
    /// Nothing where it was not counted.
    let distinct: Int?
    /// In the currency of the document; nothing where it is not known.
    let cost: Workshop.Price?
}

extension RoomReader {
    /// Reads all relays given.
    ///
    /// Codes: `relay.distinct`, `relay.duplicate`, `amount.invalid`, `count.range`.
    mutating func relays(of documents: Documents) -> [Relay] {
        documents.entries(WorkshopKinds.relays).compactMap { entry in
            guard let actor = entry["actor"].flatMap({ Commitment.Actor(rawValue: $0.text) }) else { return nil }
            var reports: [RelayReport] = []
            for node in entry["reports"]?.items.map({ $0 }) ?? [] {
                guard let year = count(node["period"], in: 1900...2200),
                    let contacts = count(node["contacts"], in: 0...1_000_000_000)
                else { continue }
                let distinct = count(node["distinct"], in: 0...1_000_000_000)
                if let distinct, distinct > contacts, let written = node["distinct"] {
                    refuse(written, "relay.distinct", "\(distinct) people cannot come of \(contacts) contacts")
                }
                if reports.contains(where: { $0.year == year }), let written = node["period"] {
                    refuse(written, "relay.duplicate", "'\(entry.id)' reports twice on \(year)")
                }
                reports.append(.init(year: year, contacts: contacts, distinct: distinct, cost: price(node["cost"])))
            }
            return Relay(
                id: entry.id, label: label(entry["label"], else: entry.id), actor: actor,
                commune: entry["commune"]?.text,
                audience: entry["audience"]?.text, reports: reports)
        }
    }

    /// Reads the surveys given: by question, the changes from the first wave to each later one.
    ///
    /// Codes: `survey.waves`, `survey.wave`, `date.invalid`.
    mutating func changes(of documents: Documents) -> [SurveyChange] {
        var changes: [SurveyChange] = []
        for document in documents.all(WorkshopKinds.survey) {
            guard let written = document["waves"] else { continue }
            var waves: [(id: String, date: CalendarDate)] = []
            for entry in written.entries {
                guard let date = date(entry.value) else { continue }
                if let last = waves.last, date <= last.date {
                    refuse(entry.value, "survey.waves", "wave '\(entry.key.text)' is not after the one before it")
                }
                waves.append((entry.key.text, date))
            }
            guard let first = waves.first, waves.count > 1 else {
                refuse(written, "survey.waves", "a change takes two waves")
                continue
            }
            let people = document["answers"]?.entries.map { $0.value } ?? []
            var questions: [String] = []
            for person in people {
                for wave in person.entries {
                    if !waves.contains(where: { $0.id == wave.key.text }) {
                        refuse(
                            wave.key, "survey.wave", "there is no wave '\(wave.key.text)'",
                            hint: Spelling.didYouMean(wave.key.text, among: waves.map(\.id)))
                    }
                    for answer in wave.value.entries where !questions.contains(answer.key.text) {
                        questions.append(answer.key.text)
                    }
                }
            }
            for question in questions {
                for wave in waves.dropFirst() {
                    var change = PairedChange()
                    for person in people {
                        change.add(person[first.id]?[question]?.flag, person[wave.id]?[question]?.flag)
                    }
                    let months = wave.date.months - first.date.months
                    changes.append(.init(question: question, wave: wave.id, months: months, change: change))
                }
            }
        }
        return changes
    }
}

/// What became of an answer between the first wave and another.
struct SurveyChange {
    let question: String
    let wave: String
    let months: Int
    let change: PairedChange
}

extension PairedChange {
    /// Counts a person's two answers; who did not answer before is not counted.
    mutating func add(_ before: Bool?, _ after: Bool?) {
        switch (before, after) {
        case (true?, true?): kept += 1
        case (true?, false?): lost += 1
        case (false?, true?): won += 1
        case (false?, false?): never += 1
        case (_?, nil): missing += 1
        case (nil, _): break
        }
    }
}

extension CalendarDate {
    /// Months since the beginning of the calendar; what is known less precisely stands at its beginning.
    var months: Int { year * 12 + (month ?? 1) - 1 }
}
