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
        if evaluated.formulas != nil, evaluated.name == Rivals.smallName {
            rivals += [1, 2].map { CRival(people, outputCount: outputCount, threadCount: $0) }
        }
        try self.init(evaluated.name, rivals, people: count, rounds: options.rounds, against: reference)
        guard let formulas = evaluated.formulas, evaluated.name == Rivals.smallName else { return }
        // What they hold for more people than that would not fit beside the others.
        guard count <= 1_000_000 else {
            note("numpy and openfisca are skipped for \(count) people")
            return
        }
        for (engine, script) in [("numpy", formulas.numPyScript), ("openfisca", formulas.openFiscaScript)] {
            do {
                let python = try PythonRival(
                    engine, script, people, outputCount: outputCount, python: options.python)
                later.append(
                    try Contest(
                        evaluated.name, [EmpreinteRival(evaluated.plan, people), python], people: count,
                        rounds: options.rounds, against: reference))
            } catch { note("\(error)") }
        }
    }
}
