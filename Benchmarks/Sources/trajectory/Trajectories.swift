internal import Empreinte
internal import Foundation
internal import Measures

/// Times a population over 26 years against 26 runs of one year, and one person from a changed choice to a new path.
///
/// `trajectory [--people N] [--rounds N] [--pack PATH]`; exits with 1 when the two ways differ by a bit.
@main
struct Trajectories {
    static func main() {
        do {
            var (people, rounds, pack) = (20_000, 7, "../models/france")
            var rest = CommandLine.arguments.dropFirst()
            while let name = rest.popFirst() {
                let value = rest.popFirst() ?? ""
                switch (name, Int(value)) {
                case ("--people", let count?) where count > 0: people = count
                case ("--rounds", let count?) where count > 0: rounds = count
                case ("--pack", _): pack = value
                default: throw Failure("usage: trajectory [--people N] [--rounds N] [--pack PATH]")
                }
            }
            try run(people: people, rounds: rounds, pack: pack)
        } catch {
            FileHandle.standardError.write(Data("trajectory: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(people: Int, rounds: Int, pack: String) throws {
        let model = try Engine().model(pack)
        let synthetic = try SyntheticPack(yearFreeShare: 0.6).model()
        var table = TextTable(
            "case", "actions", "instructions", "yearly", "26 × 1 year ms", "26 years ms", "ratio", "aim")
        for (name, model, aim) in [
            (pack.split(separator: "/").last.map(String.init) ?? pack, model, nil), ("synthetic", synthetic, 0.5),
        ] {
            let contest = try YearContest(model, people: people, rounds: rounds)
            table.add(
                name, "\(contest.actions)", "\(contest.yearFree + contest.yearly)", contest.yearlyShare.text(),
                (contest.apart * 1e3).text(decimals: 1), (contest.together * 1e3).text(decimals: 1),
                contest.ratio.text(decimals: 3), (aim ?? contest.aim).text(decimals: 3))
        }
        print("\(people) people, every branch of every indicator\n\n\(table)\n")
        let path = try ChangedChoice(model, rounds: rounds)
        print(
            "one choice changed of \(path.actions), 26 years of totals and branches of one person: "
                + "\((path.seconds * 1e6).text(decimals: 0)) µs (aim 1000)")
    }
}
