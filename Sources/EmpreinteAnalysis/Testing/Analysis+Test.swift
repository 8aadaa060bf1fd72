internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Analysis {
    /// Whether the people written in a pack's tests get the results expected for them.
    public static let test = Analysis("test", "The tests written in a pack, with what was expected and computed.") {
        request throws(CompilationError) in
        let evaluator = Evaluator(request.model)
        let withActions = request.model.expectations.contains { !$0.person.taken.isEmpty }
        let acted = withActions ? ActedEvaluator(request.model) : nil
        var outcomes: [TestOutcome] = []
        for (index, expectation) in request.model.expectations.enumerated() {
            let evaluation = try evaluator.evaluate(expectation.person, year: request.year)
            var found = expectation.values.map { evaluation[$0.node] }
            let before = found
            if let acted, !expectation.person.taken.isEmpty {
                try ChoiceCheck(request.model).refuseClashes(of: expectation.person, at: expectation.place)
                let values = try acted.values(
                    of: expectation.values.map(\.node), people: [expectation.person],
                    under: [ActionSet(fully: expectation.person.taken)], in: [evaluation.year])
                found = found.indices.map { values[$0, person: 0, set: 0] }
            }
            for (position, value) in expectation.values.enumerated() {
                outcomes.append(
                    TestOutcome(
                        test: index, name: expectation.name, expected: value, found: found[position],
                        before: before[position]))
            }
        }
        return TestReport(request: request, outcomes: outcomes).report
    }
}

/// One expected value and the computed one.
struct TestOutcome {
    /// The position of the test in the pack.
    let test: Int
    let name: String
    let expected: Expectation.Value
    let found: Double
    /// Without the actions taken.
    let before: Double

    /// Whether the difference stays within the tolerance, relative to the expected value, or the change is as expected.
    var isMet: Bool {
        switch expected.change {
        case .decreases: return found < before
        case .increases: return found > before
        case .stays: return found == before
        case nil: break
        }
        return found.isFinite
            && (found - expected.value).magnitude <= expected.tolerance
                * max(expected.value.magnitude, .leastNormalMagnitude)
    }
}

/// Sets out the outcomes of a pack's tests.
struct TestReport {
    let request: Analysis.Request
    let outcomes: [TestOutcome]

    var report: Report {
        let language = request.language
        let failed = outcomes.filter { !$0.isMet }
        let columns: [Report.Table.Column] = [
            .init(id: "test", title: "test"), .init(id: "id", title: "id"),
            .init(id: "expected", title: language.say("expected", "attendu"), alignment: .trailing),
            .init(id: "found", title: language.say("found", "obtenu"), alignment: .trailing),
            .init(id: "outcome", title: language.say("outcome", "issue")),
        ]
        let rows = outcomes.map { outcome -> [Report.Table.Cell] in
            let unit = outcome.expected.unit.description
            return [
                .text(outcome.name), .text(outcome.expected.id),
                outcome.expected.change.map { .text($0.rawValue) } ?? .figure(Figure(outcome.expected.value, unit)),
                .figure(Figure(outcome.found, unit)),
                .text(outcome.isMet ? language.say("met", "tenu") : language.say("FAILED", "ÉCHEC")),
            ]
        }
        let table = Report.Table(columns: columns, rows: rows)
        let failures = Report.Table(columns: columns, rows: zip(rows, outcomes).filter { !$1.isMet }.map(\.0))
        let summary = language.say(
            "\(outcomes.count - failed.count) of \(outcomes.count) expected values met.",
            "\(outcomes.count - failed.count) valeurs attendues tenues sur \(outcomes.count).")
        let names = request.model.expectations.enumerated().map { index, expectation in
            let (name, own) = (expectation.name, outcomes.filter { $0.test == index })
            return "\(name)\(language.say(":", " :")) \(own.filter(\.isMet).count)/\(own.count)"
        }
        var report = Report(
            title: language.say("Tests of \(request.model.identity.id)", "Tests de \(request.model.identity.id)"),
            about: .init(request, year: nil),
            sections: (failed.isEmpty ? [] : [.init(nil, .table(failures))]) + [.init(nil, .notes(names + [summary]))],
            records: table,
            data: [
                .init("passed", .integer(outcomes.count - failed.count)), .init("failed", .integer(failed.count)),
                .init("tests", .array(outcomes.map(json))),
            ])
        report.isFailure = !failed.isEmpty
        return report
    }

    private func json(_ outcome: TestOutcome) -> JSON {
        let place = request.model.sources.location(of: outcome.expected.place.range)
        return .object(of: [
            "test": .string(outcome.name), "id": .string(outcome.expected.id),
            "unit": .string(outcome.expected.unit.description),
            "expected": outcome.expected.change.map { .string($0.rawValue) } ?? .number(outcome.expected.value),
            "tolerance": .number(outcome.expected.tolerance), "found": .number(outcome.found),
            "met": .bool(outcome.isMet), "place": .string(place.description),
        ])
    }
}
