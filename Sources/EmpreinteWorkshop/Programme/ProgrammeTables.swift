internal import EmpreinteModel
internal import EmpreinteText

/// What a programme publishes: tables in which nothing tells of fewer people than the threshold.
struct ProgrammeTables {
    let programme: Programme
    let people: ProgrammePeople
    let figures: ProgrammeFigures
    private let cells: ProgrammeCells
    private var disclosure: Disclosure { programme.disclosure }

    init(_ programme: Programme, _ people: ProgrammePeople, _ weights: ProgrammeWeights?) {
        self.programme = programme
        self.people = people
        cells = ProgrammeCells(programme, people)
        figures = ProgrammeFigures(programme, people, cells, weights)
    }

    /// The channels and communes that people came by, in the order of the programme, then of their names.
    var channels: [String] { cells.channels }
    var communes: [String] { cells.communes }

    /// How many people by commune and channel, with totals.
    var counts: Disclosure.Published { figures.counts }

    func means(_ moment: ProgrammePeople.Moment) -> ProgrammeFigures.Means { figures.means[moment.rawValue] }

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
    var barometer: [BarometerRow] {
        cells.years.indices.flatMap { year in
            cells.pairs.enumerated().compactMap { row, pair -> BarometerRow? in
                guard !cells.members[pair.commune][pair.channel][year].isEmpty else { return nil }
                return BarometerRow(
                    year: cells.years[year], commune: communes[pair.commune], channel: channels[pair.channel],
                    count: figures.barometer[row][year], means: figures.means.map { $0.barometer[row][year] })
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

    /// How far a channel is from its goal.
    struct Progress {
        let sessions: Int
        /// How many took part; nothing where that is suppressed, and then neither is what follows from it told.
        let attended: Int?
        let share: Double?
        /// Of the places there were.
        let fill: Double?
        /// How many sessions are still needed at the rate they are filled; nothing before the first.
        let needed: Int?
    }

    func progress(_ channel: Programme.Channel) -> Progress {
        let rooms = people.rooms.filter { $0.channel == channel.id }
        let attended = channels.firstIndex(of: channel.id).flatMap { figures.attendance[$0] }
        let places = rooms.reduce(0) { $0 + $1.places }
        let needed = attended.flatMap { attended -> Int? in
            guard attended > 0 else { return nil }
            let each = Double(attended) / Double(rooms.count)
            return Int((Double(max(channel.goal - attended, 0)) / each).rounded(.up))
        }
        return Progress(
            sessions: rooms.count, attended: attended, share: attended.map { Double($0) / Double(channel.goal) },
            fill: attended.flatMap { places > 0 ? Double($0) / Double(places) : nil }, needed: needed)
    }
}
