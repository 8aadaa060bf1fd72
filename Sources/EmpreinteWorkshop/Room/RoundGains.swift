internal import EmpreinteAnalysis
internal import EmpreinteGraph
internal import EmpreinteModel
public import EmpreinteText

/// What the picks of one round bring the group in a year, after the rounds before it.
public struct RoundGains: Sendable {
    /// One pick, with what it lowers the mean of the group by.
    public struct Gain: Sendable {
        /// The choice.
        public let pick: RoomState.Pick
        /// By itself, after the rounds before. These do not add up.
        public let alone: Double
        /// The mean over all orders of the round's picks. These add up to the reduction.
        public let shapley: Double
    }

    /// The round, by position.
    public let round: Int
    /// The year gains are counted in.
    public let year: Int
    /// The mean of the group without the picks of the round, and with them.
    public let before: Double
    /// The mean of the group with the picks of the round.
    public let after: Double
    /// What each choice brings.
    public let gains: [Gain]
    /// Whether orders were drawn since there were too many picks to take them all.
    public let isDrawn: Bool
}

extension RoomEvaluator {
    /// What each pick of a round brings, exactly up to `Gains.mostExact` picks that meet.
    ///
    /// - Parameters:
    ///   - counted: the participants the mean is of, by position.
    ///   - year: the goal's unless said.
    /// - Throws: why a value is no number.
    public func gains(
        of round: Int, in room: Room, counted: [Int], year: Int? = nil
    ) throws(CompilationError) -> RoundGains {
        let year = year ?? room.workshop.goal.year
        let picks = room.standing
        let own = picks.filter { $0.round == round }
        let earlier = picks.filter { $0.round < round }
        guard !counted.isEmpty else {
            return RoundGains(round: round, year: year, before: .nan, after: .nan, gains: [], isDrawn: false)
        }
        var alone = [Double](repeating: 0, count: own.count)
        var shapley = alone
        var (before, after) = (0.0, 0.0)
        var isDrawn = false
        let people = room.people
        for position in counted {
            let person = people[position]
            // A pick of somebody else changes nothing of this person's.
            let mine = own.indices.filter { own[$0].person == nil || own[$0].person == person.id }
            let play = Play(
                room: room, earlier: earlier, picks: mine.map { own[$0] }, person: person,
                node: room.workshop.goal.total,
                year: year)
            let share = try shares(of: play)
            before += share.before
            after += share.after
            isDrawn = isDrawn || share.isDrawn
            for (place, index) in mine.enumerated() {
                alone[index] += share.alone[place]
                shapley[index] += share.shapley[place]
            }
        }
        let count = Double(counted.count)
        return RoundGains(
            round: round, year: year, before: before / count, after: after / count,
            gains: own.indices.map { .init(pick: own[$0], alone: alone[$0] / count, shapley: shapley[$0] / count) },
            isDrawn: isDrawn)
    }

    /// The picks of a round that concern a person.
    private struct Play {
        let room: Room
        let earlier: [RoomState.Pick]
        let picks: [RoomState.Pick]
        let person: Person
        let node: NodeID
        let year: Int

        /// What the person takes with some of the picks.
        func set(_ taken: (Int) -> Bool) -> ActionSet {
            room.set(of: person.id, earlier + picks.indices.filter(taken).map { picks[$0] })
        }
    }

    private struct Shares {
        var before: Double
        var after: Double
        var alone: [Double]
        var shapley: [Double]
        var isDrawn = false
    }

    private func shares(of play: Play) throws(CompilationError) -> Shares {
        let count = play.picks.count
        guard count <= Gains.mostExact else { return try drawnShares(of: play) }
        let values = try self.values(of: play, (0..<1 << count).map { lane in play.set { lane >> $0 & 1 == 1 } })
        let shapley = (0..<count).map { player in
            // Σ (v(S) − v(S ∪ i)) / (n·C(n − 1, |S|)).
            var sums = [Double](repeating: 0, count: count)
            for lane in values.indices where lane >> player & 1 == 0 {
                sums[lane.nonzeroBitCount] += values[lane] - values[lane | 1 << player]
            }
            var (mean, combinations) = (0.0, 1.0)
            for size in 0..<count {
                mean += sums[size] / combinations
                combinations = combinations * Double(count - 1 - size) / Double(size + 1)
            }
            return mean / Double(count)
        }
        return Shares(
            before: values[0], after: values[values.count - 1],
            alone: (0..<count).map { values[0] - values[1 << $0] }, shapley: shapley)
    }

    /// Means over 64 orders, each with its reverse: they add up to the reduction still.
    private func drawnShares(of play: Play) throws(CompilationError) -> Shares {
        let count = play.picks.count
        var random = ShuffleStream(seed: 1)
        let orders = (0..<64).flatMap { _ -> [[Int]] in
            let order = Array(0..<count).shuffled(using: &random)
            return [order, order.reversed()]
        }
        var sets = [play.set { _ in false }, play.set { _ in true }]
        sets += (0..<count).map { player in play.set { $0 == player } }
        for order in orders {
            for step in 1..<count {
                let taken = Set(order[..<step])
                sets.append(play.set { taken.contains($0) })
            }
        }
        let values = try self.values(of: play, sets)
        var sums = [Double](repeating: 0, count: count)
        for (turn, order) in orders.enumerated() {
            let start = 2 + count + turn * (count - 1)
            let path = [values[0]] + values[start..<start + count - 1] + [values[1]]
            for (step, player) in order.enumerated() { sums[player] += path[step] - path[step + 1] }
        }
        return Shares(
            before: values[0], after: values[1], alone: (0..<count).map { values[0] - values[2 + $0] },
            shapley: sums.map { $0 / Double(orders.count) }, isDrawn: true)
    }

    private func values(of play: Play, _ sets: [ActionSet]) throws(CompilationError) -> [Double] {
        let offered = sets.reduce(into: Set<Int>()) { $0.formUnion($1.order) }
        let values = try acted.offering(Array(offered)).values(
            of: [play.node], people: [play.person], under: sets, in: [play.year])
        return sets.indices.map { values[0, person: 0, set: $0] }
    }
}

/// Random numbers with a fixed seed (SplitMix64), so that the same room gives the same bytes.
struct ShuffleStream: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
