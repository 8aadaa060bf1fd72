/// What a programme publishes of its people: all counts and all means that are linked are audited together.
///
/// Counts are those by commune and channel with their margins, those by year beside them, those who took part by
/// channel, who were left out, and the groups that people are weighted by. Means are those of the same cells and
/// channels, of everybody, and of the branches of everybody.
struct ProgrammeFigures {
    /// People by commune and channel.
    let counts: Disclosure.Published
    /// Those who took part by channel, left out of statistics or not; and those left out.
    let attendance: [Int?]
    let leftOut: Int?
    /// People by pair of commune and channel, then by year.
    let barometer: [[Int?]]
    /// The people who can be weighted, and those of each margin and category.
    let weighted: Int?
    let margins: [[Int?]]
    /// Whether those who cannot be weighted are nobody, or enough that nothing of them can be told.
    let isWeightingShown: Bool
    /// By moment.
    let means: [Means]

    /// The means at one moment.
    struct Means {
        let all: Double?
        let channels: [Double?]
        /// Of everybody.
        let branches: [Double?]
        /// By pair of commune and channel, then by year.
        let barometer: [[Double?]]
    }
}

/// The people of a programme by commune, channel and year.
struct ProgrammeCells {
    let channels: [String]
    let communes: [String]
    let years: [Int]
    /// The members of each commune, channel and year, those without a date last: positions.
    let members: [[[[Int]]]]

    init(_ programme: Programme, _ people: ProgrammePeople) {
        let declared = programme.channels.map(\.id)
        let met = Set(people.members.map(\.channel)).union(people.rooms.map(\.channel))
        channels = declared + met.subtracting(declared).sorted()
        communes = Set(people.members.map(\.commune)).sorted()
        years = Set(people.members.compactMap(\.year)).sorted()
        let channel = Dictionary(channels.enumerated().map { ($1, $0) }) { first, _ in first }
        let commune = Dictionary(communes.enumerated().map { ($1, $0) }) { first, _ in first }
        let year = Dictionary(years.enumerated().map { ($1, $0) }) { first, _ in first }
        let row = [[[Int]]](repeating: [[Int]](repeating: [], count: year.count + 1), count: channel.count)
        var members = [[[[Int]]]](repeating: row, count: commune.count)
        for (position, member) in people.members.enumerated() {
            guard let row = commune[member.commune], let column = channel[member.channel] else { continue }
            members[row][column][member.year.flatMap { year[$0] } ?? year.count].append(position)
        }
        self.members = members
    }

    /// The communes and channels, by position, in the order of the barometer.
    var pairs: [(commune: Int, channel: Int)] {
        communes.indices.flatMap { commune in channels.indices.map { (commune, $0) } }
    }
}

extension ProgrammeFigures {
    /// - Parameter weights: the groups people are weighted by, where they are.
    init(_ programme: Programme, _ people: ProgrammePeople, _ cells: ProgrammeCells, _ weights: ProgrammeWeights?) {
        let disclosure = programme.disclosure
        let members = cells.members
        var linked = LinkedCounts()

        // Everybody flows from the start through the groups of each margin, the communes and the channels to the end.
        let (start, counted, end) = (linked.node(), linked.node(), linked.node())
        var gate = start
        var weightedPlace: Int?
        var unknownPlace: Int?
        var marginPlaces: [[Int]] = []
        if let weights {
            let (first, last) = (linked.node(), linked.node())
            weightedPlace = linked.add(weights.weighted.count, from: start, to: first, .margin)
            var from = first
            for (index, margin) in weights.margins.enumerated() {
                let to = index == weights.margins.count - 1 ? last : linked.node()
                marginPlaces.append(
                    margin.categories.indices.map { category in
                        linked.add(margin.sample.count { $0 == category }, from: from, to: to)
                    })
                from = to
            }
            let rest = people.members.count - weights.weighted.count
            unknownPlace = linked.add(rest, from: start, to: last, isPublic: false)
            gate = last
        }
        let rowNodes = cells.communes.map { _ in linked.node() }
        let columnNodes = cells.channels.map { _ in linked.node() }
        let rowPlaces = members.indices.map { row in
            linked.add(members[row].joined().reduce(0) { $0 + $1.count }, from: gate, to: rowNodes[row], .margin)
        }
        var yearPlaces: [[Int]] = []
        let cellPlaces = members.indices.map { row in
            members[row].indices.map { column in
                let node = linked.node()
                let years = members[row][column]
                yearPlaces.append(
                    years.dropLast().map { linked.add($0.count, from: node, to: columnNodes[column]) })
                linked.add(years.last?.count ?? 0, from: node, to: columnNodes[column], isPublic: false)
                return linked.add(years.reduce(0) { $0 + $1.count }, from: rowNodes[row], to: node)
            }
        }
        // Who took part and is not counted joins those of the channel.
        let left = linked.node()
        var columnPlaces: [Int] = []
        var attendancePlaces: [Int] = []
        for (column, channel) in cells.channels.enumerated() {
            let node = linked.node()
            let own = members.reduce(0) { $0 + $1[column].reduce(0) { $0 + $1.count } }
            let all = people.attendance(channel)
            columnPlaces.append(linked.add(own, from: columnNodes[column], to: node, .margin))
            linked.add(all - own, from: left, to: node, isPublic: false)
            attendancePlaces.append(linked.add(all, from: node, to: end, .margin))
        }
        let leftOutPlace = linked.add(people.leftOut, from: counted, to: left)
        let totalPlace = linked.add(people.members.count, from: counted, to: start, .total)
        linked.add(people.members.count + people.leftOut, from: end, to: counted, isPublic: false)

        let shown = disclosure.publish(linked)
        counts = .init(
            cells: cellPlaces.map { $0.map { shown[$0] } }, rowTotals: rowPlaces.map { shown[$0] },
            columnTotals: columnPlaces.map { shown[$0] }, total: shown[totalPlace])
        attendance = attendancePlaces.map { shown[$0] }
        leftOut = shown[leftOutPlace]
        barometer = yearPlaces.map { $0.map { shown[$0] } }
        weighted = weightedPlace.flatMap { shown[$0] }
        margins = marginPlaces.map { $0.map { shown[$0] } }
        isWeightingShown = unknownPlace.map { disclosure.shows(linked.value($0)) } ?? true
        let hidden = yearPlaces.map { $0.map { shown[$0] == nil } }
        let columns = columnPlaces.map { shown[$0] == nil }
        means = ProgrammePeople.Moment.allCases.map { moment in
            Means(disclosure, people, cells, moment, isHidden: hidden, isChannelHidden: columns)
        }
    }
}

extension ProgrammeFigures.Means {
    /// - Parameters:
    ///   - isHidden: the cells whose number of people is.
    ///   - isChannelHidden: the channels whose number of people is.
    fileprivate init(
        _ disclosure: Disclosure, _ people: ProgrammePeople, _ cells: ProgrammeCells, _ moment: ProgrammePeople.Moment,
        isHidden: [[Bool]], isChannelHidden: [Bool]
    ) {
        func values(_ members: [Int], _ output: Int = 0) -> [Double] {
            members.map { people.members[$0].values[moment.rawValue][output] }
        }
        var linked = LinkedSums(disclosure)
        let (start, end, whole) = (linked.node(), linked.node(), linked.node())
        let everybody = Array(people.members.indices)
        let total = linked.add(values(everybody), from: end, to: whole, .total)
        // The branches of everybody make the whole.
        let outputs = people.members.first?.values[moment.rawValue].count ?? 0
        let branches = (0..<max(outputs - 1, 0)).map { branch in
            linked.add(values(everybody, branch + 1), from: whole, to: start)
        }
        if branches.isEmpty { linked.add(values(everybody), from: whole, to: start, isPublic: false) }
        let columnNodes = cells.channels.map { _ in linked.node() }
        let columns = cells.channels.indices.map { column in
            let own = cells.members.flatMap { $0[column].flatMap(\.self) }
            return linked.add(
                values(own), from: columnNodes[column], to: end, .margin, isSecret: isChannelHidden[column])
        }
        var years: [[Int]] = []
        for row in cells.members {
            let rowNode = linked.node()
            linked.add(values(row.flatMap { $0.flatMap(\.self) }), from: start, to: rowNode, isPublic: false)
            for (column, cell) in row.enumerated() {
                let node = linked.node()
                linked.add(values(cell.flatMap(\.self)), from: rowNode, to: node, isPublic: false)
                let pair = years.count
                years.append(
                    cell.dropLast().enumerated().map { year, own in
                        linked.add(
                            values(own), from: node, to: columnNodes[column], isSecret: isHidden[pair][year])
                    })
                linked.add(values(cell.last ?? []), from: node, to: columnNodes[column], isPublic: false)
            }
        }
        let shown = linked.means
        all = shown[total]
        channels = columns.map { shown[$0] }
        self.branches = branches.map { shown[$0] }
        barometer = years.map { $0.map { shown[$0] } }
    }
}
