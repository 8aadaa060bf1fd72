import Empreinte
import EmpreinteText
import EmpreinteWorkshop
import TestSupport
import Testing

/// What a reader can compute from all that is published together, by exact elimination and by trying every table.
@Suite struct LinkedCountsTests {
    /// Rows that all hold, reduced; whole numbers without rounding.
    private struct Equations {
        private var rows: [(lead: Int, values: [Int])] = []

        /// What is left of a row once the others are taken away as far as they can be.
        private func reduced(_ row: [Int]) -> [Int] {
            var row = row
            for (lead, values) in rows where row[lead] != 0 {
                let (a, b) = (values[lead], row[lead])
                row = zip(row, values).map { $0 * a - $1 * b }
                let common = row.reduce(0) { Self.divisor($0, $1) }
                if common > 1 { row = row.map { $0 / common } }
            }
            return row
        }

        private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : divisor(b, a % b) }

        mutating func add(_ row: [Int]) {
            let left = reduced(row)
            if let lead = left.firstIndex(where: { $0 != 0 }) { rows.append((lead, left)) }
        }

        /// Whether a sum of unknowns follows from the rows.
        func determine(_ row: [Int]) -> Bool { reduced(row).allSatisfy { $0 == 0 } }
    }

    /// People by commune, channel and year, with those left out by channel: the unknowns of a programme.
    private struct Tables {
        let (communes, channels, years): (Int, Int, Int)
        /// By commune, then channel, then year; those left out of each channel last.
        let people: [Int]

        var cellCount: Int { communes * channels * years }

        func sum(_ isIn: (_ commune: Int, _ channel: Int, _ year: Int) -> Bool, leftOut: (Int) -> Bool) -> [Int] {
            people.indices.map { index in
                guard index < cellCount else { return leftOut(index - cellCount) ? 1 : 0 }
                let (pair, year) = index.quotientAndRemainder(dividingBy: years)
                return isIn(pair / channels, pair % channels, year) ? 1 : 0
            }
        }

        /// Every sum that a programme publishes: cells by year, cells, both margins, the total, attendance, left out.
        var sums: [[Int]] {
            var sums: [[Int]] = []
            let none = { (_: Int) in false }
            for a in 0..<communes {
                for b in 0..<channels {
                    for c in 0..<years { sums.append(sum({ $0 == a && $1 == b && $2 == c }, leftOut: none)) }
                    sums.append(sum({ a1, b1, _ in a1 == a && b1 == b }, leftOut: none))
                }
                sums.append(sum({ a1, _, _ in a1 == a }, leftOut: none))
            }
            for b in 0..<channels {
                sums.append(sum({ _, b1, _ in b1 == b }, leftOut: none))
                sums.append(sum({ _, b1, _ in b1 == b }, leftOut: { $0 == b }))
            }
            sums.append(sum({ _, _, _ in true }, leftOut: none))
            sums.append(sum({ _, _, _ in false }, leftOut: { _ in true }))
            return sums
        }

        func value(_ sum: [Int], _ people: [Int]) -> Int { zip(sum, people).reduce(0) { $0 + $1.0 * $1.1 } }

        /// The same as a network, sum by sum in the same order.
        var linked: (counts: LinkedCounts, places: [Int]) {
            var linked = LinkedCounts()
            let (start, gate, end, left) = (linked.node(), linked.node(), linked.node(), linked.node())
            let rows = (0..<communes).map { _ in linked.node() }
            let columns = (0..<channels).map { _ in linked.node() }
            let joined = (0..<channels).map { _ in linked.node() }
            func count(_ isIn: (Int, Int, Int) -> Bool) -> Int { value(sum(isIn, leftOut: { _ in false }), people) }
            var places: [Int] = []
            for a in 0..<communes {
                for b in 0..<channels {
                    let node = linked.node()
                    for c in 0..<years {
                        places.append(
                            linked.add(count { $0 == a && $1 == b && $2 == c }, from: node, to: columns[b]))
                    }
                    places.append(linked.add(count { a1, b1, _ in a1 == a && b1 == b }, from: rows[a], to: node))
                }
                places.append(linked.add(count { a1, _, _ in a1 == a }, from: gate, to: rows[a], .margin))
            }
            for b in 0..<channels {
                let own = count { _, b1, _ in b1 == b }
                places.append(linked.add(own, from: columns[b], to: joined[b], .margin))
                linked.add(people[cellCount + b], from: left, to: joined[b], isPublic: false)
                places.append(linked.add(own + people[cellCount + b], from: joined[b], to: end, .margin))
            }
            places.append(linked.add(count { _, _, _ in true }, from: start, to: gate, .total))
            let out = people[cellCount...].reduce(0, +)
            places.append(linked.add(out, from: start, to: left))
            linked.add(people.reduce(0, +), from: end, to: start, isPublic: false)
            return (linked, places)
        }
    }

    private static func random(_ random: inout SplitMix64) -> Tables {
        let (communes, channels, years) = (1 + random.below(3), 1 + random.below(3), 1 + random.below(3))
        let most = random.choose([2, 4, 8, 20])
        let cells = (0..<communes * channels * years).map { _ in random.below(most) }
        let left = (0..<channels).map { _ in random.choose([0, 0, 1, 3, 9]) }
        return Tables(communes: communes, channels: channels, years: years, people: cells + left)
    }

    /// By elimination over every sum published, and every zero: no small or hidden count is determined.
    @Test func noHiddenSumFollowsFromAllThatIsPublished() {
        var random = SplitMix64(seed: 11)
        let disclosure = Disclosure(threshold: 5)
        for _ in 0..<500 {
            let tables = Self.random(&random)
            let (linked, places) = tables.linked
            let shown = disclosure.publish(linked)
            var known = Equations()
            for (sum, place) in zip(tables.sums, places) {
                let count = tables.value(sum, tables.people)
                #expect(shown[place] == nil || shown[place] == count)
                if shown[place] != nil { known.add(sum) }
                if (1..<5).contains(count), shown[place] != nil { Issue.record("\(tables) shows \(count)") }
            }
            for index in tables.people.indices where tables.people[index] == 0 {
                known.add(tables.people.indices.map { $0 == index ? 1 : 0 })
            }
            for (sum, place) in zip(tables.sums, places) where shown[place] == nil {
                if known.determine(sum) { Issue.record("\(tables) tells \(sum)") }
            }
            for channel in 0..<tables.channels where (1..<5).contains(tables.people[tables.cellCount + channel]) {
                let one = tables.sum({ _, _, _ in false }, leftOut: { $0 == channel })
                if known.determine(one) { Issue.record("\(tables) tells who is left out of \(channel)") }
            }
        }
    }

    /// By trying every table of whole numbers that a reader could think of, hidden ones being one at least.
    @Test func everyHiddenCountCouldBeAnother() {
        var random = SplitMix64(seed: 12)
        let disclosure = Disclosure(threshold: 5)
        var tried = 0
        while tried < 100 {
            let (communes, channels, years) = (1 + random.below(2), 1 + random.below(2), 1 + random.below(2))
            let cells = (0..<communes * channels * years).map { _ in random.below(random.choose([2, 3, 7])) }
            let left = (0..<channels).map { _ in random.choose([0, 1, 6]) }
            let tables = Tables(communes: communes, channels: channels, years: years, people: cells + left)
            let free = tables.people.indices.filter { tables.people[$0] > 0 }
            guard free.count <= 7, !free.isEmpty else { continue }
            tried += 1
            let (linked, places) = tables.linked
            let shown = disclosure.publish(linked)
            let sums = tables.sums
            var differs = [Bool](repeating: false, count: sums.count)
            // Changes by one at most are enough: where a count could be another one, it could be the next.
            var change = tables.people
            func go(_ position: Int) {
                guard position < free.count else {
                    let values = sums.map { tables.value($0, change) }
                    for index in sums.indices {
                        if let count = shown[places[index]] {
                            if values[index] != count { return }
                        } else if values[index] < 1 {
                            return
                        }
                    }
                    for index in sums.indices where values[index] != tables.value(sums[index], tables.people) {
                        differs[index] = true
                    }
                    return
                }
                let own = tables.people[free[position]]
                for value in max(own - 1, 1)...(own + 1) {
                    change[free[position]] = value
                    go(position + 1)
                }
                change[free[position]] = own
            }
            go(0)
            for index in sums.indices where shown[places[index]] == nil && !differs[index] {
                Issue.record("\(tables) tells \(sums[index])")
            }
        }
    }

    /// What is hidden for others' sake is little: nothing where nothing is small.
    @Test func nothingIsHiddenWithoutNeed() {
        let people = [5, 6, 7, 8, 9, 10, 11, 12, 20, 30]
        let tables = Tables(communes: 2, channels: 2, years: 2, people: people)
        let (linked, places) = tables.linked
        let shown = Disclosure(threshold: 5).publish(linked)
        #expect(places.allSatisfy { shown[$0] != nil })
    }

    @Test func aCountIsAudited() {
        var linked = LinkedCounts()
        let (start, end) = (linked.node(), linked.node())
        let cells = [3, 8, 1].map { linked.add($0, from: start, to: end) }
        let total = linked.add(12, from: end, to: start, .total)
        var hidden = [true, false, false, false]
        #expect(!linked.couldDiffer(cells[0], hidden, .isCount))
        hidden[cells[2]] = true
        #expect(linked.couldDiffer(cells[0], hidden, .isCount))
        hidden = [true, false, false, true]
        #expect(linked.couldDiffer(total, hidden, .isCount))
        #expect(linked.protected([true, false, false, false], .isCount) == [true, false, true, false])
    }

    // MARK: Means

    /// Of a whole programme, by elimination over the counts it publishes, and over the sums that its means tell: nothing
    /// hidden is determined, be it of few people or a mean that one person makes most of.
    @Test(arguments: [1, 2, 3, 4])
    func nothingHiddenFollowsFromAProgramme(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var text = "kind: programme\nchannels: {a: {goal: 100}, b: {goal: 50}}\nthreshold: 5\n"
        var groups: [[Int]] = []
        var leftOut = [0, 0]
        var id = 0
        for commune in 0..<2 {
            for channel in 0..<2 {
                for year in 0..<2 {
                    let count = random.choose([0, 2, 6, 9])
                    groups.append([commune, channel, year, count])
                    guard count > 0 else { continue }
                    id += 1
                    text += "---\nkind: session\nid: s\(id)\nworkshop: four\ndate: \(2025 + year)-03\n"
                    text += "channel: \(["a", "b"][channel])\ncommune: c\(commune)\nconsent: true\nevents:\n"
                    for person in 0..<count {
                        // Sometimes one person makes nearly all of the kilometres.
                        let km = person == 0 && random.below(3) == 0 ? 50_000 : 10 + random.below(30)
                        let answers = "car.km: \(km), meat.meals: \(random.below(20)), heat.use: \(random.below(20))"
                        text += "  - {join: p\(person), answers: {\(answers)}}\n"
                    }
                    // Who does not answer is not counted.
                    let silent = random.choose([0, 0, 1, 6])
                    for person in 0..<silent { text += "  - {join: q\(person)}\n" }
                    leftOut[channel] += silent
                }
            }
        }
        let data = try RoomCase.data("programme", text)
        let cells = groups.map { $0[3] }
        try checkCounts(data, groups, cells + leftOut)
        // Unknowns: the sums of the cells by year, then those of the branches of everybody.
        let size = cells.count + 3
        func row(_ isIn: ([Int]) -> Bool) -> [Int] { groups.map { isIn($0) ? 1 : 0 } + [0, 0, 0] }
        for moment in ["start", "ten_years", "goal"] {
            var known = Equations()
            // All branches make the whole.
            known.add(row { _ in true }.prefix(cells.count) + [-1, -1, -1])
            for index in cells.indices where cells[index] == 0 { known.add((0..<size).map { $0 == index ? 1 : 0 }) }
            let figures = try #require(data["footprints"]?[moment])
            var hidden: [[Int]] = []
            func tell(_ value: JSON?, _ row: [Int]) {
                if value?.double != nil { known.add(row) } else { hidden.append(row) }
            }
            tell(figures["mean"], row { _ in true })
            for (index, channel) in ["a", "b"].enumerated() {
                let own = row { $0[1] == index }
                if zip(own, cells).contains(where: { $0 > 0 && $1 > 0 }) {
                    tell(figures["by_channel"]?[channel], own)
                }
            }
            for (index, branch) in ["mobility", "food", "home"].enumerated() {
                tell(figures["categories"]?[branch], (0..<size).map { $0 == cells.count + index ? 1 : 0 })
            }
            guard case .array(let barometer) = data["barometer"] else { continue }
            for each in barometer {
                let own = row {
                    each["commune"] == .string("c\($0[0])") && each["channel"] == .string(["a", "b"][$0[1]])
                        && each["year"] == .integer(2025 + $0[2])
                }
                tell(each["footprints"]?[moment], own)
            }
            for sum in hidden where known.determine(sum) { Issue.record("\(groups) tells \(sum) in \(moment)") }
        }
    }

    private func checkCounts(_ data: JSON, _ groups: [[Int]], _ people: [Int]) throws {
        var known = Equations()
        var hidden: [[Int]] = []
        func tell(_ value: JSON?, _ isIn: ([Int]) -> Bool, leftOut: [Int] = [0, 0]) {
            let row = groups.map { isIn($0) ? 1 : 0 } + leftOut
            let count = zip(row, people).reduce(0) { $0 + $1.0 * $1.1 }
            guard let shown = value?.double else { return hidden.append(row) }
            if shown != Double(count) || (1..<5).contains(count) { Issue.record("\(shown) for \(row) of \(people)") }
            known.add(row)
        }
        for index in people.indices where people[index] == 0 { known.add(people.indices.map { $0 == index ? 1 : 0 }) }
        let counts = try #require(data["counts"])
        tell(counts["total"]) { _ in true }
        for index in 0..<2 {
            tell(counts["by_channel"]?[index]) { $0[1] == index }
            tell(data["channels"]?[index]?["people"], { $0[1] == index }, leftOut: [1 - index, index])
        }
        guard case .array(let communes) = counts["communes"], case .array(let barometer) = data["barometer"] else {
            Issue.record("no communes")
            return
        }
        for (row, commune) in communes.enumerated() {
            tell(counts["by_commune"]?[row]) { commune == .string("c\($0[0])") }
            for channel in 0..<2 {
                tell(counts["cells"]?[row]?[channel]) { commune == .string("c\($0[0])") && $0[1] == channel }
            }
        }
        for each in barometer {
            tell(each["people"]) {
                each["commune"] == .string("c\($0[0])") && each["channel"] == .string(["a", "b"][$0[1]])
                    && each["year"] == .integer(2025 + $0[2])
            }
        }
        for row in hidden where known.determine(row) { Issue.record("\(people) tells \(row)") }
    }
}
