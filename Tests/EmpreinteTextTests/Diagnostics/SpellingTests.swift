import EmpreinteText
import TestSupport
import Testing

@Suite struct SpellingTests {
    @Test(arguments: [
        // One changed, dropped, added, swapped; case; the nearest first, ties in the given order.
        ("car", ["cat", "dog"], ["cat"]), ("car", ["ca", "c", "cars"], ["ca", "cars"]), ("acr", ["car"], ["car"]),
        ("CO2", ["co2"], ["co2"]), ("voitrue", ["voiture", "voitures"], ["voiture", "voitures"]),
        ("distance", ["distances", "distance", "distnace", "distant"], ["distances", "distnace", "distant"]),
        ("abcd", ["bacd", "abdc", "abce", "abcf", "abc"], ["bacd", "abdc", "abce"]),
        ("électricité", ["electricite", "électricite"], ["électricite", "electricite"]),
        ("x", ["y", "yz", ""], ["y"]), ("", ["a"], []), ("abc", [], []), ("abcdef", ["abcxyz"], []),
        ("abc", ["abd", "abd"], ["abd"]), ("🚲", ["🚗"], ["🚗"]),
        // Optimal string alignment: "ca" to "abc" is three, not two.
        ("ca", ["abc"], []),
    ])
    func nearest(_ name: String, _ candidates: [String], _ expected: [String]) {
        #expect(Spelling.nearest(to: name, among: candidates) == expected)
    }

    @Test(
        arguments: [
            (["zzz"], nil), (["cat"], "did you mean 'cat'?"), (["cat", "cap"], "did you mean 'cat' or 'cap'?"),
            (["cat", "cap", "can"], "did you mean 'cat', 'cap' or 'can'?"),
        ] as [([String], String?)])
    func didYouMean(_ candidates: [String], _ expected: String?) {
        #expect(Spelling.didYouMean("car", among: candidates) == expected)
    }

    /// The band and the cuts give what the whole table gives.
    @Test func agreesWithTheWholeTable() {
        var random = SplitMix64(seed: 11)
        for _ in 0..<3_000 {
            let words = (0..<2).map { _ in
                String(
                    (0..<Int.random(in: 1...8, using: &random)).map { _ in "abc".randomElement(using: &random) ?? "a" })
            }
            guard words[0] != words[1] else { continue }
            let isNear = wholeTable(Array(words[0]), Array(words[1])) <= max(1, words[0].count / 3)
            #expect(Spelling.nearest(to: words[0], among: [words[1]]).isEmpty == !isNear, "\(words)")
        }
    }

    private func wholeTable(_ left: [Character], _ right: [Character]) -> Int {
        var table = (0...left.count).map { row in (0...right.count).map { row == 0 ? $0 : $0 == 0 ? row : 0 } }
        for row in 1...left.count {
            for column in 1...right.count {
                let change = left[row - 1] == right[column - 1] ? 0 : 1
                table[row][column] = min(
                    table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + change)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
                }
            }
        }
        return table[left.count][right.count]
    }
}
