internal import Empreinte
internal import EmpreinteAnalysis
internal import EmpreinteEngine
internal import EmpreinteGraph

/// A stretch of people of whom some switch options in part: the mean over every combination of options, each with its
/// share by year, or one draw a person.
struct SplitStretch {
    let chosen: ChosenStretch
    let inputs: [Int: Run.Input]
    let yearCount: Int
    let outputCount: Int
    /// The choices that split the people, one group after the other, by position.
    private let members: [Int]
    /// By member, then lane.
    private let isPartial: [[Bool]]
    /// What the plan gives: by output, then year, then lane.
    private(set) var values: [Double]

    init(_ chosen: ChosenStretch, _ inputs: [Int: Run.Input], yearCount: Int, outputCount: Int) {
        self.chosen = chosen
        self.inputs = inputs
        self.yearCount = yearCount
        self.outputCount = outputCount
        members = chosen.choices.groups.flatMap(\.self)
        isPartial = chosen.choices.groups.flatMap { group in
            group.map { choice in (0..<chosen.count).map { chosen.isPartial(choice, in: group, $0) } }
        }
        values = Array(repeating: 0, count: outputCount * yearCount * chosen.count)
    }

    /// Evaluates the people.
    ///
    /// - Parameters:
    ///   - plan: with a draw a lane for each action that switches options.
    ///   - shares: gives the shares of the members, in their order.
    /// - Returns: false where people split in so many ways that fewer of them are better evaluated together.
    mutating func run(_ plan: Plan, shares: Plan) throws -> Bool {
        guard isPartial.contains(where: { $0.contains(true) }) else {
            values = try evaluate(plan, inputs { _ in 0 }, outputCount: outputCount)
            return true
        }
        guard !chosen.choices.isDrawn else {
            try take(drawn: Set(0..<chosen.count), plan)
            return true
        }
        let shares = try evaluate(shares, inputs, outputCount: members.count)
        let ways = ways(shares)
        // Every combination is evaluated for everybody, whoever has it.
        guard chosen.count == 1 || ways.variants.count <= 4 * Splitting.mostVariants else { return false }
        let tooMany = ways.kinds.indices.filter { ways.kinds[$0].variants.isEmpty }
        if !tooMany.isEmpty {
            try take(drawn: Set((0..<chosen.count).filter { tooMany.contains(ways.ofLane[$0]) }), plan)
        }
        var sums = Array(repeating: 0.0, count: values.count)
        var isSame = Array(repeating: true, count: values.count)
        var isMet = Array(repeating: false, count: ways.kinds.count)
        for variant in ways.variants {
            let isOwn = ways.kinds.map { $0.variants.contains(variant) }
            let own = try evaluate(plan, inputs(drawing: { variant.contains($0) ? -1 : 2 }), outputCount: outputCount)
            for lane in 0..<chosen.count where isOwn[ways.ofLane[lane]] {
                let kind = ways.kinds[ways.ofLane[lane]]
                for year in 0..<yearCount {
                    let weight = weight(of: variant, kind.groups, shares, year, lane)
                    for output in 0..<outputCount {
                        let place = (output * yearCount + year) * chosen.count + lane
                        if !isMet[ways.ofLane[lane]] { values[place] = own[place] }
                        guard weight != 0 else { continue }
                        sums[place] += weight * own[place]
                        isSame[place] = isSame[place] && own[place] == values[place]
                    }
                }
            }
            for kind in isMet.indices where isOwn[kind] { isMet[kind] = true }
        }
        // What does not depend on the shares keeps its bits; who was drawn has no sum.
        for lane in 0..<chosen.count where !ways.kinds[ways.ofLane[lane]].variants.isEmpty {
            for place in stride(from: lane, to: values.count, by: chosen.count) where !isSame[place] {
                values[place] = sums[place]
            }
        }
        return true
    }

    /// Writes the values where results go.
    func write(to results: UnsafeMutableBufferPointer<Double>, _ strides: BufferSink.Strides) {
        for output in 0..<outputCount {
            for year in 0..<yearCount {
                let (from, start) = (
                    (output * yearCount + year) * chosen.count, output * strides.output + year * strides.year
                )
                for lane in 0..<chosen.count {
                    unsafe results[start + lane * strides.lane] = values[from + lane]
                }
            }
        }
    }

    // MARK: Ways to split

    /// The people by the choices that split them.
    private struct Ways {
        var kinds: [Kind] = []
        var ofLane: [Int] = []
        /// Those of all kinds, in the order in which they are listed for each.
        var variants: [[Int]] = []

        struct Kind {
            let groups: [[Int]]
            let variants: Set<[Int]>
        }
    }

    private func ways(_ shares: [Double]) -> Ways {
        var ways = Ways()
        var known: [[Bool]: Int] = [:]
        for lane in 0..<chosen.count {
            let able = members.indices.map { member in
                isPartial[member][lane] && (0..<yearCount).contains { share(shares, member, $0, lane) > 0 }
            }
            if let kind = known[able] {
                ways.ofLane.append(kind)
                continue
            }
            var (first, groups) = (0, [[Int]]())
            for group in chosen.choices.groups {
                groups.append(group.indices.filter { able[first + $0] }.map { first + $0 })
                first += group.count
            }
            groups.removeAll(where: \.isEmpty)
            known[able] = ways.kinds.count
            ways.ofLane.append(ways.kinds.count)
            ways.kinds.append(.init(groups: groups, variants: Set(Splitting.variants(groups))))
        }
        // A list goes after those that take an earlier choice of the first group that tells them apart.
        let ranked = Set(ways.kinds.flatMap(\.variants)).map { (rank(of: $0), $0) }
        ways.variants = ranked.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
        return ways
    }

    private func rank(of variant: [Int]) -> [Int] {
        var first = 0
        return chosen.choices.groups.map { group in
            defer { first += group.count }
            return group.indices.first { variant.contains(first + $0) } ?? group.count
        }
    }

    private func share(_ shares: [Double], _ member: Int, _ year: Int, _ lane: Int) -> Double {
        shares[(member * yearCount + year) * chosen.count + lane]
    }

    /// The share of the people like a person who have a combination.
    private func weight(
        of variant: [Int], _ groups: [[Int]], _ shares: [Double], _ year: Int, _ lane: Int
    ) -> Double {
        groups.reduce(1) { weight, group in
            let own = group.first(where: variant.contains)
            let rest = group.reduce(1) { $0 - share(shares, $1, year, lane) }
            return weight * (own.map { share(shares, $0, year, lane) } ?? max(rest, 0))
        }
    }

    // MARK: Evaluation

    private mutating func take(drawn lanes: Set<Int>, _ plan: Plan) throws {
        var streams = Array(repeating: UInt64(0), count: chosen.count)
        for lane in lanes where isPartial.contains(where: { $0[lane] }) {
            streams[lane] = Philox.stream(try chosen.choices.id(of: chosen.people.lowerBound + lane))
        }
        let model = chosen.choices.model
        var drawing = inputs
        for (member, choice) in members.enumerated() {
            let action = model.actions[chosen.choices.choices[choice].action]
            let own = Philox.stream(action.id)
            let draws = (0..<chosen.count).map { lane in
                isPartial[member][lane] ? chosen.choices.random.uniform(streams[lane], own) : 0
            }
            drawing[action.slots.draw] = .lane(Column(numbers: draws))
        }
        let drawn = try evaluate(plan, drawing, outputCount: outputCount)
        for place in values.indices where lanes.contains(place % chosen.count) { values[place] = drawn[place] }
    }

    /// The inputs with draws that say what each member does where somebody is one of part of the people.
    private func inputs(drawing draw: (_ member: Int) -> Double) -> [Int: Run.Input] {
        let model = chosen.choices.model
        var inputs = inputs
        for (member, choice) in members.enumerated() {
            let own = draw(member)
            inputs[model.actions[chosen.choices.choices[choice].action].slots.draw] = .lane(
                Column(numbers: isPartial[member].map { $0 ? own : 0 }))
        }
        return inputs
    }

    private func evaluate(_ plan: Plan, _ inputs: [Int: Run.Input], outputCount: Int) throws -> [Double] {
        try chosen.values(plan, inputs, yearCount: yearCount, outputCount: outputCount)
    }
}
