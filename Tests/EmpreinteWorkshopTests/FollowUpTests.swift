import Empreinte
import EmpreinteModel
import EmpreinteText
import EmpreinteWorkshop
import TestSupport
import Testing

@Suite struct FollowUpTests {
    @Test func survivalFallsWhenSomethingIsDropped() {
        let spells =
            [3, 6, 6, 9].map { Survival.Spell(months: $0, isDropped: true) } + [.init(months: 12, isDropped: false)]
        let survival = Survival(spells)
        #expect(survival.steps.map(\.month) == [3, 6, 9])
        for (share, wanted) in zip(survival.steps.map(\.share), [0.8, 0.4, 0.2]) {
            #expect(abs(share - wanted) < 1e-12)
        }
        #expect(survival.share(after: 2) == 1)
        #expect(Survival([]).steps.isEmpty)
    }

    @Test func survivalNeverRises() {
        var random = SplitMix64(seed: 6)
        for _ in 0..<1000 {
            let spells = (0..<random.below(30)).map { _ in
                Survival.Spell(months: random.below(24), isDropped: random.below(2) == 0)
            }
            let shares = [1] + Survival(spells).steps.map(\.share)
            #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 >= $1 })
            #expect(shares.allSatisfy { (0...1).contains($0) })
        }
    }

    @Test func pairedChangesAreCompared() {
        let change = PairedChange(kept: 10, lost: 5, won: 20, never: 15, missing: 10)
        #expect(change.mcNemar == 9)
        #expect(change.isSignificant)
        #expect(change.attrition == 10.0 / 60)
        #expect(PairedChange(kept: 3, never: 4).mcNemar == nil)
    }

    // MARK: Documents

    private static func commitment(_ id: String, _ more: String) -> String {
        "  - {id: \(id), person: \(id), actor: citizen, action: mobility.less, start: 2025-01, \(more)}\n"
    }

    private static let follow: [(String, Int)] = [
        ("follow: [{date: 2025-04, status: kept}, {date: 2026-01, status: kept}]", 4),
        ("follow: [{date: 2025-07, status: dropped, reason: distance}]", 6),
        ("follow: [{date: 2026-01, status: partial, level: 0.5}]", 2),
        ("follow: [{date: 2025-04, status: unknown}]", 3),
        ("session: s1", 5),
    ]

    private static var document: String {
        var text = "kind: commitments\nat: 2026-06\ncommitments:\n"
        for (group, (more, count)) in follow.enumerated() {
            for number in 0..<count { text += commitment("c\(group)\(number)", more) }
        }
        return text
    }

    @Test func theKeptRateHasBounds() throws {
        let all = try RoomCase.data("commitments", Self.document)["all"]
        // Of 20: 4 kept, 2 by half, 6 dropped, 8 unknown.
        #expect(all?["commitments"] == 20)
        #expect(all?["rate"]?.double == 5.0 / 12)
        #expect(all?["low"]?.double == 0.25)
        #expect(all?["high"]?.double == 13.0 / 20)
    }

    @Test func theEffectIsComputedAnewOnWhatWasSeen() throws {
        let saved = try RoomCase.data("commitments", Self.document)["saved"]
        // Halving 2 000 km saves 500 kg a person: 4 whole and 2 halves, and 8 more where the unknown is kept.
        #expect(saved?["zero"]?.double == 2500)
        #expect(saved?["pledged"]?.double == 6500)
        #expect(saved?["promised"]?.double == 10_000)
        let mean = try #require(saved?["mean_of_known"]?.double)
        #expect(abs(mean - (2500 + 8 * 500 * 5.0 / 12)) < 1e-9)
    }

    @Test func onlyWhatWasSeenBeforeADayCounts() throws {
        let all = try RoomCase.data("commitments", Self.document, ["before": "2025-05"])["all"]
        #expect(all?["rate"]?.double == 1)
        #expect(all?["unknown"] == 16)
    }

    @Test func survivalAndReasonsAreShown() throws {
        let data = try RoomCase.data("commitments", Self.document)
        #expect(data["survival"]?[0]?["month"] == 6)
        #expect(data["survival"]?[0]?["share"]?.double == 0.5)
        #expect(data["reasons"]?[0]?["commitments"] == "suppressed")
    }

    @Test func theLastWordBoundsTheRate() throws {
        let start = try #require(CalendarDate("2025-01"))
        let later = try #require(CalendarDate("2025-06"))
        var random = SplitMix64(seed: 7)
        for _ in 0..<1000 {
            var rate = KeptRate()
            for _ in 0..<(1 + random.below(20)) {
                let status = random.choose(Observation.Status.allCases)
                let observations =
                    random.below(4) == 0 ? [] : [Observation(status, on: later, level: Double(random.below(10)) / 10)]
                rate.add(Commitment("a", action: 0, start: start, observations: observations))
            }
            guard let bounds = rate.bounds else { continue }
            #expect(rate.rate.map { bounds.lowerBound <= $0 && $0 <= bounds.upperBound } ?? true)
        }
    }

    @Test(arguments: [
        (
            "c1, person: a, action: food.less, start: 2025-04, follow: [{date: ‹2025-03, status: kept}]",
            "commitment.before_pledge"
        ),
        ("c1, person: a, action: food.less, start: ‹2027-04", "commitment.future"),
        (
            "c1, person: a, action: food.less, start: 2025-04, follow: [{date: ‹2026-07, status: kept}]",
            "commitment.future"
        ),
        ("c1, person: a, action: ‹food.lss, start: 2025-04", "action.unknown"),
        ("c1, person: a, action: food.less, level: ‹1.5, start: 2025-04", "action.level"),
        ("c1, person: a, action: food.less, start: ‹2025-4", "date.invalid"),
        ("c1, person: a, action: food.less, start: 2025-04, until: ‹2025-03", "commitment.until"),
        ("c1, person: a, action: food.less, start: 2025-04, support: ‹none", "commitment.support"),
        (
            "c1, person: a, action: food.less, start: 2025-04, follow: [‹{date: 2026-01, status: partial}]",
            "commitment.level"
        ),
        (
            "c1, person: a, action: food.less, start: 2025-04, follow: [{date: 2026-01, status: kept}, {date: ‹2026-01, status: kept}]",
            "observation.duplicate"
        ),
        ("‹c0, person: a, action: food.less, start: 2025-04", "commitment.duplicate"),
        ("c1, person: b, action: ‹food.talk, start: 2025-04", "commitment.duplicate"),
        ("c1, person: b, session: s, action: ‹food.less, start: 2025-04", "commitment.domain"),
    ])
    func aCommitment(text: String, code: String) throws {
        let session = text.contains("session: s") ? "session: s, " : ""
        let first =
            "kind: commitments\nat: 2026-06\ncommitments:\n  - {id: c0, actor: citizen, person: b, \(session)action: food.talk, start: 2025-04}\n"
        let line = "  - {actor: citizen, id: "
        let parts = text.split(separator: "‹", omittingEmptySubsequences: false)
        let place = "5:\(line.count + parts[0].count + 1)"
        #expect(try RoomCase.problems("commitments", first + line + parts.joined() + "}\n") == ["\(code) \(place)"])
    }

    @Test func relaysAndHabitsAreCounted() throws {
        var answers = ""
        for person in 0..<40 {
            let after = person < 35 ? ", after: {bike: \(person < 20)}" : ""
            answers += "  q\(person): {before: {bike: \(person < 10 || person >= 30)}\(after)}\n"
        }
        let text = """
            kind: relays
            relays:
              one: {actor: association, audience: young, reports: [{period: 2025, contacts: 300, distinct: 200, cost: 2000 EUR}]}
              two: {actor: commune, audience: young, reports: [{period: 2025, contacts: 100, distinct: 50, cost: 500 EUR}]}
            ---
            kind: survey
            waves: {before: 2025-01, after: 2026-01}
            answers:
            \(answers)
            """
        let data = try RoomCase.data("commitments", text)
        let young = data["reach"]?[2]
        #expect(young?["contacts"] == 400)
        #expect(young?["cost_per_person"]?["value"]?.double == 10)
        let survey = data["survey"]?[0]
        // Ten began, five stopped.
        #expect(survey?["months"] == 12)
        #expect(survey?["won"] == 10)
        #expect(survey?["lost"] == 5)
        #expect(survey?["mcnemar"]?.double == 25.0 / 15)
        #expect(survey?["attrition"]?.double == 0.125)
        for language in Language.allCases {
            let page = ReportFormat.text.renderer().render(
                try RoomCase.report("commitments", Self.document + "---\n" + text, language: language))
            #expect((page.split(separator: "\n").map(\.count).max() ?? 0) <= 80)
        }
    }

    @Test(arguments: [
        (
            "kind: relays\nrelays: {a: {actor: firm, reports: [{period: 2025, contacts: 3, distinct: ‹4}]}}\n",
            "relay.distinct"
        ),
        (
            "kind: relays\nrelays: {a: {actor: firm, reports: [{period: 2025, contacts: 3}, {period: ‹2025, contacts: 3}]}}\n",
            "relay.duplicate"
        ),
        ("kind: survey\nwaves: {a: 2025-01, b: ‹2024-01}\nanswers: {p: {a: {q: true}}}\n", "survey.waves"),
        ("kind: survey\nwaves: ‹{a: 2025-01}\nanswers: {p: {a: {q: true}}}\n", "survey.waves"),
        ("kind: survey\nwaves: {a: 2025-01, b: 2026-01}\nanswers: {p: {‹c: {q: true}}}\n", "survey.wave"),
    ])
    func aReport(text: String, code: String) throws {
        let parts = text.split(separator: "‹", omittingEmptySubsequences: false)
        let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
        let place = "\(lines.count):\((lines.last?.count ?? 0) + 1)"
        #expect(try RoomCase.problems("commitments", parts.joined()) == ["\(code) \(place)"])
    }
}
