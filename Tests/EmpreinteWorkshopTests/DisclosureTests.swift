import EmpreinteWorkshop
import TestSupport
import Testing

@Suite struct DisclosureTests {
    private let disclosure = Disclosure(threshold: 5)

    /// The cells that could hold one more or one less, for all a reader can tell; a hidden cell is known to hold one at
    /// least. Every way to change the hidden cells by one or nothing is tried.
    ///
    /// Row by row: the changes that leave a shown total as it is, put together so that they leave those of columns too.
    private static func changeable(_ counts: [[Int]], _ published: Disclosure.Published) -> [[Bool]] {
        let columns = published.columnTotals.count
        let powers = [1, 16, 256, 4096]
        func changes(_ row: Int) -> [(deltas: [Int], code: Int)] {
            var all: [[Int]] = [[]]
            for column in 0..<columns {
                let isHidden = published.cells[row][column] == nil
                let choices = isHidden ? counts[row][column] > 1 ? [-1, 0, 1] : [0, 1] : [0]
                all = all.flatMap { start in choices.map { start + [$0] } }
            }
            if published.rowTotals[row] != nil { all = all.filter { $0.reduce(0, +) == 0 } }
            return all.map { deltas in (deltas, zip(deltas, powers).reduce(0) { $0 + $1.0 * $1.1 }) }
        }
        let options = counts.indices.map(changes)
        // What the first rows change of the columns, in one number; each is at most 4 either way.
        var heads: [Set<Int>] = [[0]]
        for rows in options { heads.append(Set(heads[heads.count - 1].flatMap { sum in rows.map { sum + $0.code } })) }
        var wanted = heads[options.count].filter { code in
            var rest = code
            var deltas: [Int] = []
            for _ in 0..<columns {
                let delta = ((rest % 16) + 24) % 16 - 8
                deltas.append(delta)
                rest = (rest - delta) / 16
            }
            let fits = zip(deltas, published.columnTotals).allSatisfy { $0 == 0 || $1 == nil }
            return fits && (published.total == nil || deltas.reduce(0, +) == 0)
        }
        var found = counts.map { $0.map { _ in false } }
        for row in options.indices.reversed() {
            var before: Set<Int> = []
            for end in wanted {
                for option in options[row] where heads[row].contains(end - option.code) {
                    before.insert(end - option.code)
                    for column in 0..<columns where option.deltas[column] != 0 { found[row][column] = true }
                }
            }
            wanted = before
        }
        return found
    }

    private func check(_ counts: [[Int]]) {
        let published = disclosure.publish(counts)
        let changeable = Self.changeable(counts, published)
        for (row, cells) in counts.enumerated() {
            for (column, count) in cells.enumerated() {
                let shown = published.cells[row][column]
                if count == 0 ? shown != 0 : (count < 5 && shown != nil) || (shown == nil && !changeable[row][column]) {
                    Issue.record("\(counts) row \(row) column \(column)")
                }
            }
        }
    }

    @Test func noHiddenCellOfAnyTinyTableCanBeComputed() {
        // All tables of two rows and two columns with what stands on either side of the threshold.
        let values = [0, 1, 2, 4, 5, 7]
        for a in values { for b in values { for c in values { for d in values { check([[a, b], [c, d]]) } } } }
    }

    @Test func noHiddenCellOfRandomTablesCanBeComputed() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<1000 {
            let (rows, columns) = (1 + random.below(4), 1 + random.below(4))
            let most = random.choose([3, 6, 9, 20])
            check((0..<rows).map { _ in (0..<columns).map { _ in random.below(most) } })
        }
    }

    @Test func severalWaysToPartTheSamePeopleAreToldTogether() {
        // Alone, the second line would show all: with the first, 3 follows from the total and 12.
        let both = disclosure.publish(lines: [[12, 3], [8, 7]])
        #expect(both.lines == [[nil, nil], [8, 7]])
        #expect(both.total == 15)
        // Where the total is a secret, no line may tell it.
        let few = disclosure.publish(lines: [[3, 0], [2, 1], [3]])
        #expect(few.lines == [[nil, 0], [nil, nil], [nil]] && few.total == nil)
    }

    @Test func aLineHidesTwoOrNone() {
        let one = disclosure.publish(line: [12, 3, 8])
        #expect(one.cells == [12, nil, nil])
        #expect(one.total == 23)
        #expect(disclosure.publish(line: [12, 0, 8]).cells == [12, 0, 8])
        // Two hidden ones that sum to two are one each: a third has to go.
        #expect(disclosure.publish(line: [1, 1, 8]).cells == [nil, nil, nil])
        #expect(disclosure.publish(line: [3]).total == nil)
    }

    @Test func aMeanNeedsPeopleNoneOfWhomMakesMostOfIt() {
        #expect(disclosure.showsMean(of: [1, 1, 1, 1, 1]))
        #expect(!disclosure.showsMean(of: [1, 1, 1, 1]))
        #expect(disclosure.showsMean(of: [85, 5, 5, 5, 0]))
        #expect(!disclosure.showsMean(of: [86, 5, 5, 4, 0]))
    }

    @Test func aHiddenMeanCannotBeComputedFromTheOthers() {
        let five = [Double](repeating: 2, count: 5)
        let dominated: [Double] = [100, 1, 1, 1, 1]
        let many = [Double](repeating: 20, count: 20)
        let means = disclosure.means(of: [five, dominated, many], isCountHidden: [false, false, false])
        #expect(means.groups == [nil, nil, 20])
        #expect(means.all == 514.0 / 30)
        let few = disclosure.means(of: [five, [3]], isCountHidden: [true, true])
        #expect(few.groups == [nil, nil])
    }

    @Test func aQuantileNeedsFourTimesAsMany() {
        let values = (1...20).map(Double.init)
        #expect(disclosure.quantile(0.5, of: values) == 10.5)
        #expect(disclosure.quantile(0.5, of: Array(values.dropLast())) == nil)
        #expect(disclosure.quantile(0, of: values) == nil)
    }

    @Test func publicationsThatDifferByAFewAreTooClose() {
        #expect(disclosure.isTooClose([1, 2, 3], [1, 2]))
        #expect(!disclosure.isTooClose([1, 2, 3], [1, 2, 3]))
        #expect(!disclosure.isTooClose(Set(1...9), [1, 2]))
        #expect(Disclosure(threshold: 1).threshold == 5)
    }
}
