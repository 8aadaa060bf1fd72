internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// A programme as its document defines it.
struct Programme {
    let label: Label
    let channels: [Channel]
    let planned: [Planned]
    /// When logs are to be deleted.
    let retention: CalendarDate?
    let disclosure: Disclosure
    let isRandomSample: Bool
    let population: Int?
    let margins: [Margin]
    /// The least and the largest weight, over the mean one; any where nothing is said.
    let weightBounds: ClosedRange<Double>?
    /// Known means of the territory, by position in `Model.categories`.
    let calibration: [(category: Int, value: Double)]
    let followed: Followed?
    let assumption: String?
    let place: Node

    /// A way people come, with the number wanted.
    struct Channel {
        let id: String
        let label: Label
        let goal: Int
        let payer: String?
    }

    /// A session to come.
    struct Planned {
        let date: CalendarDate
        let channel: String
        let places: Int
    }

    /// The shares of the territory's groups.
    struct Margin {
        let name: String
        let categories: [String]
        let shares: [Double]
        /// The groups counted with another one.
        let merged: [String: String]

        /// The group of a person, by position; nothing where it is not known.
        func category(of profile: [String: String]) -> Int? {
            profile[name].flatMap { categories.firstIndex(of: merged[$0] ?? $0) }
        }
    }

    /// How much of the territory follows, and when.
    struct Followed {
        let from: Int
        let to: Int
        let share: Double

        func share(in year: Int) -> Double {
            guard to > from else { return year >= to ? share : 0 }
            return share * min(max(Double(year - from) / Double(to - from), 0), 1)
        }
    }
}

extension RoomReader {
    /// Reads a programme.
    ///
    /// Codes: `programme.threshold`, `programme.channel`, `programme.followed`, `programme.population`,
    /// `programme.weights` and those of shares, dates and counts.
    mutating func programme(_ document: Document) -> Programme? {
        let errors = diagnostics.errorCount
        let channels = (document["channels"]?.entries.map { $0 } ?? []).compactMap { entry -> Programme.Channel? in
            guard let goal = count(entry.value["goal"], in: 1...1_000_000_000) else { return nil }
            return .init(
                id: entry.key.text, label: label(entry.value["label"], else: entry.key.text), goal: goal,
                payer: entry.value["payer"]?.text)
        }
        let planned = (document["planned"]?.items.map { $0 } ?? []).compactMap { self.planned($0, channels) }
        let threshold = document["threshold"].flatMap { Int($0.text) }
        if let node = document["threshold"], let threshold, threshold < Disclosure.leastThreshold {
            refuse(
                node, "programme.threshold",
                "a published cell stands for \(Disclosure.leastThreshold) people or more, not \(threshold)")
        }
        let population = count(document["population"], in: 1...20_000_000_000)
        let followed = document["followed"].flatMap { self.followed($0) }
        if followed != nil, population == nil, let node = document["followed"] {
            refuse(
                node, "programme.population", "the trajectory of a territory needs its population", hint: "population:")
        }
        let margins = (document["margins"]?.entries.map { $0 } ?? []).compactMap {
            margin($0.key, $0.value, document["collapse"]?[$0.key.text])
        }
        let calibration = (document["calibrate"]?.entries.map { $0 } ?? []).compactMap { entry -> (Int, Double)? in
            guard let category = model.category(entry.key.text) else {
                refuse(
                    entry.key, "category.unknown", "no branch is called '\(entry.key.text)'",
                    hint: Spelling.didYouMean(entry.key.text, among: model.categories.map(\.id)))
                return nil
            }
            return model.indicator("ghg").flatMap { value(entry.value, of: $0) }.map { (category, $0) }
        }
        let weightBounds = document["weights"].flatMap { self.weightBounds($0) }
        let retention = date(document["retention"])
        guard diagnostics.errorCount == errors else { return nil }
        return Programme(
            label: label(document["label"], else: document["id"]?.text ?? "programme"), channels: channels,
            planned: planned, retention: retention, disclosure: Disclosure(threshold: threshold ?? 10),
            isRandomSample: document["sample"]?.text == "random", population: population, margins: margins,
            weightBounds: weightBounds,
            calibration: calibration.map { (category: $0, value: $1) }, followed: followed,
            assumption: assumption(document), place: document.root)
    }

    private mutating func planned(_ node: Node, _ channels: [Programme.Channel]) -> Programme.Planned? {
        guard let date = date(node["date"]), let channel = node["channel"],
            let places = count(node["places"], in: 1...1000)
        else { return nil }
        guard channels.contains(where: { $0.id == channel.text }) else {
            refuse(
                channel, "programme.channel", "the programme has no channel '\(channel.text)'",
                hint: Spelling.didYouMean(channel.text, among: channels.map(\.id)))
            return nil
        }
        return .init(date: date, channel: channel.text, places: places)
    }

    private mutating func weightBounds(_ node: Node) -> ClosedRange<Double>? {
        func bound(_ key: String) -> Double? {
            node[key].flatMap { try? model.units.quantity($0.text) }.flatMap { $0.unit.conversion(to: .one)?($0.value) }
        }
        guard let least = bound("min"), let most = bound("max"), least >= 0, least <= 1, most >= 1, most.isFinite else {
            refuse(
                node, "programme.weights", "weights are bounded around the mean one, from 0 to 1 and from 1 on",
                hint: "weights: {min: 0.3, max: 3}")
            return nil
        }
        return least...most
    }

    private mutating func followed(_ node: Node) -> Programme.Followed? {
        guard let from = count(node["from"], in: model.years.range), let to = count(node["to"], in: model.years.range),
            let share = share(node["share"])
        else { return nil }
        if to < from { refuse(node, "programme.followed", "\(to) is before \(from)") }
        return .init(from: from, to: to, share: share)
    }

    private mutating func margin(_ key: Node, _ node: Node, _ collapse: Node?) -> Programme.Margin? {
        var categories: [String] = []
        var shares: [Double] = []
        for entry in node.entries {
            guard let share = share(entry.value) else { return nil }
            categories.append(entry.key.text)
            shares.append(share)
        }
        let sum = shares.reduce(0, +)
        guard abs(sum - 1) < 1e-6 else {
            let problem = Raking.Problem.shares(margin: key.text, sum: sum)
            refuse(key, problem.code, problem.message)
            return nil
        }
        var merged: [String: String] = [:]
        for entry in collapse?.entries.map({ $0 }) ?? [] {
            guard let from = categories.firstIndex(of: entry.key.text),
                let to = categories.firstIndex(of: entry.value.text), from != to
            else {
                refuse(
                    entry.key, "margin.collapse",
                    "'\(key.text)' has no two groups '\(entry.key.text)' and '\(entry.value.text)'",
                    hint: "groups: \(categories.joined(separator: ", "))")
                continue
            }
            shares[to] += shares[from]
            merged[categories[from]] = categories[to]
            categories.remove(at: from)
            shares.remove(at: from)
        }
        return .init(name: key.text, categories: categories, shares: shares, merged: merged)
    }
}
