import CEmpreinte
import Foundation
import Testing

/// People who choose actions, against values worked out by hand: 1000 km with petrol emit 500 kg, with diesel 250 kg and
/// with electricity 125 kg.
@Suite struct ChoiceTests {
    let door: Door

    static let text = """
        kind: pack
        id: acting
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2030, reference: 2025}
        ---
        kind: questions
        questions:
          km: {unit: km/year, range: [0, 100000], default: 1000}
          fuel: {options: {petrol: Petrol, diesel: Diesel, electric: Electric}, default: petrol}
        ---
        kind: factors
        factors:
          use:
            by: fuel
            options: {petrol: 0.5 kgCO2e/km, diesel: 0.25 kgCO2e/km, electric: 0.125 kgCO2e/km}
            year: 2024
            assumption: true
            reason: example
        ---
        kind: formulas
        formulas:
          drive: {gives: {ghg: "km * use[fuel]"}}
        ---
        kind: categories
        categories:
          travel: {contains: [drive]}
        ---
        kind: actions
        actions:
          less: {who: person, domain: travel, levels: {some: 0.5, all: 1}, effects: [{scale: {target: km, to: 50 %}}], assumption: true, reason: example}
          swap: {who: person, domain: travel, effects: [{set: {target: fuel, to: electric}}], assumption: true, reason: example}
          diesel: {who: person, domain: travel, excludes: [swap], effects: [{set: {target: fuel, to: diesel}}], assumption: true, reason: example}
          petrol: {who: person, domain: travel, effects: [{set: {target: fuel, to: petrol}}], assumption: true, reason: example}
          share: {who: person, domain: travel, requires: [less], effects: [{scale: {target: km, to: 50 %}}], assumption: true, reason: example}
          far: {who: person, domain: travel, applies_if: km > 500 km/year, effects: [{scale: {target: km, to: 50 %}}], assumption: true, reason: example}
          pledge: {who: person, domain: travel, effects: none, reason: nobody knows}
        ---
        kind: scenarios
        scenarios:
          calm: {label: Calm, assumption: true, reason: example, plan: [{action: less, start: 2026}, {action: swap, start: 2027}]}
        """

    init() throws { door = try Door(Self.text) }

    /// A choice with the columns it lends.
    struct Lent {
        var choice: emp_choice
        var levels: Answers?
        var starts: Answers?
        var adoptions: Answers?
    }

    func lent(
        _ action: String, level: Double = 1, start: Int32 = 0, adoption: Double = 1, levels: Answers? = nil,
        starts: Answers? = nil, adoptions: Answers? = nil
    ) throws -> Lent {
        var choice = emp_choice()
        emp_choice_init(&choice)
        try check(emp_pack_find(door.pack, emp_sort(EMP_SORT_ACTION), action, &choice.action))
        (choice.level, choice.start, choice.adoption) = (level, start, adoption)
        return Lent(choice: choice, levels: levels, starts: starts, adoptions: adoptions)
    }

    /// Hands run options that hold the choices to a body.
    func choosing<Result>(
        _ lent: [Lent], _ change: (inout emp_choices) -> Void = { _ in }, body: (emp_run_options) throws -> Result
    ) throws -> Result {
        defer { withExtendedLifetime(lent) {} }
        let columns = lent.flatMap { [$0.levels, $0.starts, $0.adoptions] }.map { $0?.column ?? emp_column() }
        return try columns.withUnsafeBufferPointer { columns in
            let items = lent.enumerated().map { index, lent in
                var choice = lent.choice
                let first = columns.baseAddress.map { $0 + 3 * index }
                choice.levels = lent.levels == nil ? nil : first
                choice.starts = lent.starts == nil ? nil : first.map { $0 + 1 }
                choice.adoptions = lent.adoptions == nil ? nil : first.map { $0 + 2 }
                return choice
            }
            return try items.withUnsafeBufferPointer { items in
                var choices = emp_choices()
                emp_choices_init(&choices)
                choices.items = items.baseAddress
                choices.count = items.count
                change(&choices)
                return try withUnsafePointer(to: choices) { choices in
                    var options = emp_run_options()
                    emp_run_options_init(&options)
                    options.choices = choices
                    return try body(options)
                }
            }
        }
    }

    func evaluate(
        _ lent: [Lent], people: Int, years: ClosedRange<Int32>? = nil, km: [Double]? = nil,
        _ change: (inout emp_choices) -> Void = { _ in }
    ) throws -> [Double] {
        let evaluator = try door.evaluator(["ghg"], years: years)
        defer { emp_evaluator_free(evaluator) }
        let answers = try km.map { [Answers(try door.question("km"), 1, $0)] } ?? []
        return try choosing(lent, change) { options in
            try EmpreinteCTests.evaluate(evaluator, answers, people: people) { $0 = options }
        }
    }

    // MARK: What people do

    @Test func levelsAreNumbersNamesOrFlags() throws {
        let numbers = Answers(0, 1, [0, 0.5, 1, 9], present: [true, true, true, false])
        #expect(try evaluate([lent("less", levels: numbers)], people: 4) == [500, 375, 250, 500])
        let names = Answers(0, 2, [0, 1, 7] as [Int32], present: [true, true, false])
        #expect(try evaluate([lent("less", levels: names)], people: 3) == [375, 250, 500])
        #expect(try evaluate([lent("swap", levels: Answers(0, 3, [1, 0] as [UInt8]))], people: 2) == [125, 500])
    }

    @Test func actionsStartWhenPeopleSay() throws {
        let starts = Answers(0, 2, [2026, 2027, 0] as [Int32], present: [true, true, false])
        let values = try evaluate([lent("less", start: 2028, starts: starts)], people: 3, years: 2025...2028)
        #expect(values == [500, 500, 500, 250, 500, 500, 250, 250, 500, 250, 250, 250])
        #expect(try evaluate([lent("less")], people: 1, years: 2025...2026) == [250, 250])
    }

    @Test func thoseWhoSwitchInPartAreMeans() throws {
        let shares = Answers(0, 1, [0, 0.5, 1])
        #expect(try evaluate([lent("swap", adoptions: shares)], people: 3) == [500, 312.5, 125])
        // Half switch to electricity and a quarter to diesel, who exclude one another.
        let both = [try lent("swap", adoption: 0.5), try lent("diesel", adoption: 0.25)]
        #expect(try evaluate(both, people: 1) == [0.5 * 125 + 0.25 * 250 + 0.25 * 500])
    }

    /// Whoever else is evaluated, a person's mean has the same bits.
    @Test func companyDoesNotShow() throws {
        let crowd = 3_000
        let shares = (0..<crowd).map { Double($0 % 11) / 10 }
        let levels = (0..<crowd).map { Double($0 % 3) / 2 }
        func choices(_ people: Range<Int>) throws -> [Lent] {
            [
                try lent(
                    "swap", levels: Answers(0, 1, Array(levels[people])),
                    adoptions: Answers(0, 1, Array(shares[people]))),
                try lent("diesel", adoption: 0.5, levels: Answers(0, 1, people.map { Double($0 % 2) })),
            ]
        }
        let together = try evaluate(choices(0..<crowd), people: crowd)
        for person in stride(from: 0, to: crowd, by: 97) {
            #expect(try evaluate(choices(person..<person + 1), people: 1) == [together[person]])
        }
    }

    @Test func adoptionMayChangeFromYearToYear() throws {
        let shares: [Double] = [0, 0.5, 1]
        let values = try shares.withUnsafeBufferPointer { shares in
            var swap = try lent("swap")
            swap.choice.yearly_adoption = shares.baseAddress
            swap.choice.yearly_adoption_count = shares.count
            return try evaluate([swap], people: 1, years: 2025...2027)
        }
        #expect(values == [500, 312.5, 125])
    }

    @Test func scenariosAndPlansCountForEverybodyElse() throws {
        let plan = "- {action: less, start: 2025, level: some}"
        func values(scenario: Bool, plan hasPlan: Bool, _ own: [Lent] = []) throws -> [Double] {
            try "calm".withCString { id in
                try plan.withCString { bytes in
                    try evaluate(own, people: 1, years: 2025...2027) { choices in
                        choices.scenario = scenario ? id : nil
                        choices.plan = hasPlan ? bytes : nil
                        choices.plan_size = plan.utf8.count
                    }
                }
            }
        }
        #expect(try values(scenario: true, plan: false) == [500, 250, 62.5])
        #expect(try values(scenario: true, plan: true) == [375, 375, 93.75])
        #expect(try values(scenario: true, plan: true, [lent("less", level: 0)]) == [500, 500, 125])
    }

    @Test func whatIsDrawnGoesWithTheIdAndNotWithTheRow() throws {
        let ids = (0..<200).map { "p\($0)" }
        func values(_ order: [Int]) throws -> [Double] {
            let copies = order.map { strdup(ids[$0]) }
            defer { copies.forEach { free($0) } }
            return try copies.map { UnsafePointer<CChar>($0) }.withUnsafeBufferPointer { lentIDs in
                try evaluate([lent("swap", adoption: 0.5)], people: order.count) { choices in
                    choices.splitting = emp_splitting(EMP_SPLITTING_DRAWN)
                    choices.ids = lentIDs.baseAddress
                    choices.id_count = lentIDs.count
                }
            }
        }
        let straight = try values(Array(0..<200))
        #expect(try values((0..<200).reversed()) == straight.reversed())
        #expect(Set(straight) == [125, 500])
        let refused = #expect(throws: Refused.self) {
            _ = try evaluate([lent("swap", adoption: 0.5)], people: 2) {
                $0.splitting = emp_splitting(EMP_SPLITTING_DRAWN)
            }
        }
        #expect(refused?.code == "argument.ids")
    }

    @Test func peopleMayHaveYearsOfTheirOwn() throws {
        let evaluator = try door.evaluator(["ghg"], years: 2025...2025)
        defer { emp_evaluator_free(evaluator) }
        func values(_ years: [Int32]) throws -> [Double] {
            let own = Answers(0, 2, years, present: [true, true, false])
            defer { withExtendedLifetime(own) {} }
            return try withUnsafePointer(to: own.column) { column in
                try choosing([lent("less", start: 2027)]) { options in
                    try EmpreinteCTests.evaluate(evaluator, [], people: 3) {
                        $0 = options
                        $0.years = column
                    }
                }
            }
        }
        #expect(try values([2026, 2027, 0]) == [500, 250, 500])
        let refused = #expect(throws: Refused.self) { _ = try values([2026, 2031, 0]) }
        #expect(refused?.code == "year.outside" && refused?.person == 1)
    }

    // MARK: Gains

    @Test func gainsAreToldByEveryMethod() throws {
        let evaluator = try door.evaluator(["ghg"])
        defer { emp_evaluator_free(evaluator) }
        var memory = [[Double]](repeating: [Double](repeating: -1, count: 6), count: 7)
        let swap = try lent("swap", levels: Answers(0, 3, [1, 0] as [UInt8]))
        try choosing([lent("less"), swap, lent("pledge")]) { options in
            var gains = emp_gains()
            emp_gains_init(&gains)
            gains.capacity = 6
            let places = memory.map { _ in UnsafeMutablePointer<Double>.allocate(capacity: 6) }
            defer { places.forEach { $0.deallocate() } }
            (gains.alone, gains.last, gains.in_order, gains.shapley) = (places[0], places[1], places[2], places[3])
            (gains.errors, gains.before, gains.after) = (places[4], places[5], places[6])
            try withUnsafePointer(to: options) { options in
                try check(emp_evaluate_gains(evaluator, nil, 0, 2, 0, 0, options, &gains))
            }
            for (index, place) in places.enumerated() {
                memory[index] = (0..<(index < 5 ? 6 : 2)).map { place[$0] }
            }
        }
        // Of the first person both actions, alone 250 and 375; of the second the first only.
        func known(_ gains: [Double]) -> [Double] { gains.enumerated().filter { $0.offset % 3 < 2 }.map(\.element) }
        #expect(known(memory[0]) == [250, 375, 250, 0])
        #expect(known(memory[1]) == [62.5, 187.5, 250, 0])
        #expect(known(memory[2]) == [250, 187.5, 250, 0])
        #expect(known(memory[3]) == [156.25, 281.25, 250, 0])
        #expect(known(memory[4]) == [0, 0, 0, 0])
        #expect(memory[0][2].isNaN && memory[3][5].isNaN)
        #expect(memory[5] == [500, 500] && memory[6] == [62.5, 250])
    }

    // MARK: Refusals

    @Test(arguments: [
        ("less", [1, .nan, 1], "choice.level", 1), ("less", [1, 1, 1.5], "choice.level", 2),
        ("diesel", [0, 0.5, 0], "choice.excluded", 1), ("petrol", [0, 0, 1], "choice.conflict", 2),
        ("share", [0, 0, 1], "choice.requires", 2),
        ("far", [1, 1, 0], "choice.not_applicable", 1),
    ])
    func aPersonWhoseChoicesCannotBeIsNamed(action: String, levels: [Double], code: String, person: Int64) throws {
        let others =
            ["diesel", "petrol"].contains(action) ? [try lent("swap", levels: Answers(0, 1, [1.0, 1, 1]))] : []
        let refused = #expect(throws: Refused.self) {
            _ = try evaluate(
                others + [lent(action, levels: Answers(0, 1, levels))], people: 3, km: [1000, 400, 1000])
        }
        #expect(refused?.code == code)
        #expect(refused?.person == person)
        #expect(refused?.kind == Int32(EMP_ERROR_INPUT))
    }

    @Test func whoIsNotConcernedIsPassedByWhenAsked() throws {
        let levels = Answers(0, 1, [1.0, 1])
        let values = try evaluate([lent("far", levels: levels)], people: 2, km: [1000, 400]) {
            $0.passes_unconcerned = 1
        }
        #expect(values == [250, 200])
        // What everybody chooses passes those it does not concern by.
        #expect(try evaluate([lent("far")], people: 2, km: [1000, 400]) == [250, 200])
    }

    @Test func whatIsNoChoiceIsRefused() throws {
        func code(_ make: () throws -> [Lent]) -> String? {
            do {
                _ = try evaluate(try make(), people: 2)
                return nil
            } catch {
                return (error as? Refused)?.code
            }
        }
        #expect(code { [try lent("swap"), try lent("diesel")] } == "choice.excluded")
        #expect(code { [try lent("share")] } == "choice.requires")
        #expect(code { [try lent("less"), try lent("less")] } == "argument.twice")
        #expect(code { [try lent("less", level: .nan)] } == "choice.level")
        #expect(code { [try lent("less", adoption: 1.01)] } == "choice.adoption")
        #expect(code { [try lent("less", adoptions: Answers(0, 1, [0.5, -.infinity]))] } == "choice.adoption")
        #expect(code { [try lent("less", start: 1492)] } == "choice.year")
        #expect(code { [try lent("less", starts: Answers(0, 2, [2025, -1] as [Int32]))] } == "choice.year")
        #expect(code { [try lent("less", starts: Answers(0, 1, [2025.0, 2025]))] } == "argument.type")
        #expect(code { [try lent("less", levels: Answers(0, 1, [1.0]))] } == "argument.size")
        #expect(code { [try lent("less", levels: Answers(0, 2, [0, 2] as [Int32]))] } == "choice.level")
        var unknown = try lent("less")
        unknown.choice.action = 7
        #expect(code { [unknown] } == "argument.index")
    }

    @Test func actionsAreDescribed() throws {
        var action = emp_action()
        emp_action_init(&action)
        let index = try lent("far").choice.action
        try check(emp_pack_action(door.pack, index, &action))
        #expect(string(action.id) == "far" && string(action.actor) == "person" && action.is_quantified == 1)
        #expect(string(action.condition) == "km > 500 km/year")
        var (name, level): (UnsafePointer<CChar>?, Double) = (nil, 0)
        try check(emp_pack_level(door.pack, try lent("less").choice.action, 0, &name, &level))
        #expect(string(name) == "some" && level == 0.5)
        #expect(code(emp_pack_level(door.pack, index, 0, &name, &level)) == "argument.index")
    }
}
