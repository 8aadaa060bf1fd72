import Empreinte
import EmpreinteDeliberation
import EmpreinteText
import Testing

/// Against the independent implementation of `Reference/reference.py`, on the ballots it drew.
@Suite struct ReferenceTests {
    private struct Case {
        let root: Node

        func numbers(_ key: String) -> [Double?] { root[key]?.items.map { Double($0.text) } ?? [] }
        func integers(_ key: String) -> [Int?] { root[key]?.items.map { Int($0.text) } ?? [] }
        func table(_ key: String) -> [[Int?]] { root[key]?.items.map { row in row.items.map { Int($0.text) } } ?? [] }
        func integer(_ key: String) -> Int { root[key].flatMap { Int($0.text) } ?? 0 }

        var votes: Votes {
            let table = table("table")
            return Votes(
                scale: 1...integer("grades"), proposals: (0..<(table.first?.count ?? 0)).map { "p\($0)" },
                voters: table.indices.map { "v\($0)" }, votes: table.map { row in row.map { Votes.Vote($0) } })
        }

        var matrix: DecisionMatrix {
            get throws {
                let more = root["wants_more"]?.items.map { $0.text == "true" } ?? []
                let criteria = zip(more, numbers("weights")).enumerated().map { index, item in
                    DecisionMatrix.Criterion("c\(index)", weight: item.1 ?? 0, wantsMore: item.0)
                }
                return try DecisionMatrix(criteria, table("rows").map { $0.map { Double($0 ?? 0) } })
            }
        }
    }

    private static let cases: [Case] = {
        let path = Path.join(Path.parent(of: #filePath), "Reference/reference.json")
        guard let bytes = try? DiskFiles().read(path, limit: 1 << 20) else { return [] }
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        let file = sources.add(path: path, bytes: bytes)
        let root = JSONReader.document(in: file, of: sources, diagnostics: &diagnostics)
        return root?["cases"]?.items.map(Case.init) ?? []
    }()

    private func areClose(_ values: [Double?], _ expected: [Double?]) -> Bool {
        values.count == expected.count
            && zip(values, expected).allSatisfy { value, expected in
                guard let value, let expected else { return value == nil && expected == nil }
                return abs(value - expected) < 1e-12
            }
    }

    @Test func thereAreCases() { #expect(Self.cases.count == 60) }

    @Test(arguments: cases.indices)
    func votesAgree(index: Int) throws {
        let reference = Self.cases[index]
        let votes = reference.votes
        let counts = votes.proposals.indices.map(votes.counts)
        #expect(areClose(counts.map(\.consensus), reference.numbers("consensus")))
        #expect(areClose(counts.map(\.agreement), reference.numbers("agreement")))
        #expect(areClose(votes.meanScores, reference.numbers("mean")))
        #expect(areClose(votes.bordaScores, reference.numbers("borda")))
        #expect(MajorityJudgement.ranking(counts).places == reference.integers("majority"))
        let shares = BudgetedChoice.equalShares(
            votes, costs: reference.integers("costs"), budget: reference.integer("budget"))
        #expect(shares.chosen == reference.integers("equal_shares"))
    }

    @Test(arguments: cases.indices)
    func criteriaAgree(index: Int) throws {
        let reference = Self.cases[index]
        let matrix = try reference.matrix
        #expect(areClose(matrix.weightedSums, reference.numbers("weighted_sum")))
        #expect(areClose(matrix.closeness(.range), reference.numbers("topsis_min_max")))
        #expect(areClose(matrix.closeness(.vector), reference.numbers("topsis_vector")))
        #expect(areClose(matrix.netFlows, reference.numbers("promethee")))
        #expect(matrix.paretoLayers == reference.integers("pareto"))
    }
}
