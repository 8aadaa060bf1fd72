internal import Empreinte
internal import Measures

/// An assembly that ranks its proposals by every method, and a fund that lends its money again.
@main
enum Deciding {
    private static let proposals = 350
    private static let voters = 100
    private static let works = 1000

    static func main() throws {
        let pack =
            "kind: pack\nid: town\nversion: 1.0.0\nlanguage: en\nyears: {from: 2020, to: 2070, reference: 2025}\n"
        let engine = try Engine(files: MemoryFiles(["town/pack.yaml": pack]))
        let model = try engine.model("town")
        var table = TextTable("", "ms", "with reading")

        let (assembly, means) = assembly
        let ballots = try measure("ballots", assembly, engine, model)
        table.add(
            "\(proposals) proposals × \(voters) ballots: majority judgement, Borda, mean, consensus",
            ballots.alone.median.text(), ballots.whole.median.text())
        try check(ballots.report, means)
        let ranked = try measure("proposals", assembly, engine, model)
        table.add(
            "the same by criteria: weighted sum, TOPSIS, PROMETHEE, Pareto; 1 000 draws of weights, budget",
            ranked.alone.median.text(), ranked.whole.median.text())
        guard case .array(let order) = JSON.object(ranked.report.data)["ranking"]?["ranked"], order.count == proposals,
            order.allSatisfy({ ($0["id"] == "pr0") == ($0["weighted_sum"]?["place"] == 1) })
        else { throw Failure("the proposal that is best by all criteria is not alone in front") }

        let fund = try measure("funds", revolving, engine, model)
        table.add(
            "a revolving fund, 40 years × \(works) projects", fund.alone.median.text(), fund.whole.median.text())
        // Fifty thousand for six thousand a year: six at first, as many more whenever the money is back.
        let account = JSON.object(fund.report.data)
        guard account["funds"]?[0]?["revolving"]?["years"]?[5]?["projects"] == 10 else {
            throw Failure(
                "the fund pays for \(String(describing: account["funds"]?[0]?["revolving"]?["years"]?[5])) after 5 years"
            )
        }
        print(table)
    }

    private static func measure(
        _ analysis: String, _ text: String, _ engine: Engine, _ model: Model
    ) throws -> (report: Report, alone: [Double], whole: [Double]) {
        var report: Report?
        var alone: [Double] = []
        var whole: [Double] = []
        for _ in 0..<7 {
            var request = Analysis.Request(model)
            let reading = try Elapsed.measure {
                _ = try engine.read([("documents.yaml", Array(text.utf8))], into: &request)
            }
            let time = try Elapsed.measure { report = try engine.run(analysis, request) }
            alone.append(time.wall * 1000)
            whole.append((time.wall + reading.wall) * 1000)
        }
        guard let report else { throw Failure("nothing was run") }
        return (report, alone, whole)
    }

    /// Proposals with figures by chance, the first better than all others by every criterion; and what grades they get.
    private static var assembly: (text: String, means: [Double]) {
        var random = SplitMix64(seed: 350)
        var text = """
            kind: proposals
            finance: {rate: 3 %, horizon: 20 year}
            budget: 20 MEUR
            criteria: {ghg: {weight: 3, better: more}, cost: {weight: 2, better: less}, jobs: {weight: 1, better: more}, support: {weight: 1, better: more}}
            proposals:

            """
        for index in 0..<proposals {
            let (ghg, cost, jobs) =
                index == 0 ? (9999, 1, 99) : (1 + random.below(900), 10 + random.below(990), random.below(90))
            text += "  pr\(index): {label: Proposal \(index), authors: [m\(index % voters)], theme: mobility, "
            text += "assessments: [{by_group: g, date: 2022-08, ghg: -\(ghg) tCO2e/year, "
            text += "money: {upfront: \(cost) kEUR, yearly: \(cost / 10) kEUR/year}, jobs: \(jobs)}]}\n"
        }
        text += "---\nkind: ballots\nscale: {from: 1, to: 5}\nadopt: {quorum: 50 %, threshold: 50 %}\nvotes:\n"
        var means: [Double] = []
        for index in 0..<proposals {
            let grades = (0..<voters).map { _ in index == 0 ? 5 : 1 + random.below(5) }
            means.append(Double(grades.reduce(0, +)) / Double(voters))
            text += "  pr\(index): {" + grades.enumerated().map { "m\($0): \($1)" }.joined(separator: ", ") + "}\n"
        }
        return (text, means)
    }

    private static func check(_ report: Report, _ means: [Double]) throws {
        guard case .array(let rows) = JSON.object(report.data)["ballots"], rows.count == proposals else {
            throw Failure("not all proposals are there")
        }
        for row in rows {
            guard case .string(let id) = row["proposal"], let index = Int(id.dropFirst(2)) else { continue }
            // Everybody gives the first the best grade.
            let isFirst = ["majority_judgement", "borda"].allSatisfy { row[$0]?.double == 1 }
            guard abs((row["mean"]?.double ?? .nan) - means[index]) < 1e-9, isFirst == (index == 0) else {
                throw Failure("\(id) has a mean of \(String(describing: row["mean"])), not \(means[index])")
            }
        }
    }

    private static var revolving: String {
        var text = """
            kind: funds
            funds: {loop: {type: advance, seed: 300000 EUR, from: 2026, years: 40}}
            ---
            kind: works
            works:

            """
        for index in 0..<works {
            text += "  w\(index): {fund: loop, cost: 50000 EUR, saves: {money: 6000 EUR/year}, start: 2026}\n"
        }
        return text
    }
}
