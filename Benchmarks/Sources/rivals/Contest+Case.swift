internal import EmpreinteGraph
internal import Measures

extension Contest {
    /// Gathers everybody who can evaluate a case, and lets them.
    init(_ evaluated: Case, people count: Int, _ options: Options, skipping note: (String) -> Void) throws {
        let people = People(count, asked: evaluated.questions)
        let outputCount = evaluated.outputs.count
        let reference = ScalarRival.results(of: evaluated, for: people)
        var rivals: [any Rival] = [1, 2].map { EmpreinteRival(evaluated.plan, people, threadCount: $0) }
        rivals.append(ScalarRival(evaluated, people))
        if let formulas = evaluated.formulas, evaluated.name == Rivals.smallName {
            rivals += [1, 2].map { CRival(people, outputCount: outputCount, threadCount: $0) }
            // What they hold for more people than that would not fit beside the others.
            if count <= 1_000_000 {
                for (engine, script) in [("numpy", formulas.numPyScript), ("openfisca", formulas.openFiscaScript)] {
                    do {
                        rivals.append(
                            try PythonRival(
                                engine, script, people, outputCount: outputCount, python: options.python))
                    } catch { note("\(error)") }
                }
            } else {
                note("numpy and openfisca are skipped for \(count) people")
            }
        }
        try self.init(evaluated.name, rivals, people: count, rounds: options.rounds, against: reference)
    }
}
