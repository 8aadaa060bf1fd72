internal import EmpreinteModel

/// What a programme publishes: tables in which nothing tells of fewer people than the threshold.
struct ProgrammeTables {
    let programme: Programme
    let people: ProgrammePeople
    private var disclosure: Disclosure { programme.disclosure }

    /// The channels and communes that people came by, in the order of the programme, then of their names.
    var channels: [String] {
        let declared = programme.channels.map(\.id)
        let others = Set(people.members.map(\.channel)).subtracting(declared)
        return declared + others.sorted()
    }
    var communes: [String] { Set(people.members.map(\.commune)).sorted() }
    var years: [Int] { Set(people.members.compactMap(\.year)).sorted() }

    /// How many people by commune and channel, with totals.
    var counts: Disclosure.Published { disclosure.publish(rawCounts) }

    private var rawCounts: [[Int]] {
        communes.map { commune in
            channels.map { channel in people.members.count { $0.commune == commune && $0.channel == channel } }
        }
    }

    /// The mean of an output at a moment, by channel and of everybody.
    func means(_ moment: ProgrammePeople.Moment, _ output: Int) -> (groups: [Double?], all: Double?) {
        let groups = channels.map { channel in
            people.members.filter { $0.channel == channel }.map { $0.values[moment.rawValue][output] }
        }
        return disclosure.means(of: groups, isCountHidden: counts.columnTotals.map { $0 == nil })
    }

    func quantile(_ share: Double, _ moment: ProgrammePeople.Moment) -> Double? {
        disclosure.quantile(share, of: people.values(moment))
    }

    /// One line of the yearly barometer.
    struct BarometerRow {
        let year: Int
        let commune: String
        let channel: String
        /// How many people; nothing where that is suppressed.
        let count: Int?
        /// The mean footprint at each moment; nothing where it is suppressed.
        let means: [Double?]
    }

    /// The barometer, by year, commune and channel.
    ///
    /// The audit takes as known the totals over the years that the table by commune and channel shows, and those of each
    /// year; where that table hides a cell, its years are hidden too.
    var barometer: [BarometerRow] {
        let pairs = communes.indices.flatMap { commune in channels.indices.map { (commune: commune, channel: $0) } }
        let members = pairs.map { pair in
            years.map { year in
                people.members.filter {
                    $0.year == year && $0.commune == communes[pair.commune] && $0.channel == channels[pair.channel]
                }
            }
        }
        let whole = counts
        let table = AdditiveTable(members.map { $0.map(\.count) })
        var hidden = table.arcs.map { !disclosure.shows($0.value) }
        for (row, pair) in pairs.enumerated() {
            guard whole.cells[pair.commune][pair.channel] == nil else { continue }
            for year in years.indices where !members[row][year].isEmpty { hidden[table.cell(row, year)] = true }
            hidden[table.rowTotal(row)] = true
        }
        hidden = table.protected(hidden, .isCount) { table.arcs[$0].value == 0 }
        return years.indices.flatMap { year in
            pairs.indices.compactMap { row -> BarometerRow? in
                let own = members[row][year]
                guard !own.isEmpty else { return nil }
                let isHidden = hidden[table.cell(row, year)]
                let means = ProgrammePeople.Moment.allCases.map { moment -> Double? in
                    let values = own.map { $0.values[moment.rawValue][0] }
                    return isHidden || !disclosure.showsMean(of: values) ? nil : values.mean
                }
                return BarometerRow(
                    year: years[year], commune: communes[pairs[row].commune], channel: channels[pairs[row].channel],
                    count: isHidden ? nil : own.count, means: means)
            }
        }
    }

    /// How many people picked an action in a round, most first; no total of these is shown, so each stands for itself.
    /// The order tells nothing of what is suppressed.
    var popularity: [(action: Int, round: Int, count: Int?)] {
        var counts: [ProgrammePeople.Pick: Int] = [:]
        for member in people.members {
            for pick in Set(member.picks) { counts[pick, default: 0] += 1 }
        }
        let shown = counts.map { pick, count in
            (action: pick.action, round: pick.round, count: disclosure.shows(count) ? count : nil)
        }
        return shown.sorted { ($0.round, -($0.count ?? 0), $0.action) < ($1.round, -($1.count ?? 0), $1.action) }
    }

    /// How many people picked an action that a scheme helps with; nothing where that is suppressed.
    func picks(helpedBy support: Support) -> Int? {
        let helped = Set(support.actions)
        let count = people.members.count { member in member.picks.contains { helped.contains($0.action) } }
        return disclosure.shows(count) ? count : nil
    }

    /// How many sessions a channel still needs to come to its goal at the rate it fills them; nothing before the first.
    func sessionsNeeded(_ channel: Programme.Channel) -> Int? {
        let held = people.sessions[channel.id] ?? []
        let attended = people.attendance[channel.id] ?? 0
        guard !held.isEmpty, attended > 0 else { return nil }
        let each = Double(attended) / Double(held.count)
        return Int((Double(max(channel.goal - attended, 0)) / each).rounded(.up))
    }
}
