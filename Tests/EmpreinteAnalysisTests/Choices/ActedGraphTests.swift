import EmpreinteAnalysis
import EmpreinteModel
import Testing

@Suite struct ActedGraphTests {
    @Test func anUnansweredQuestionFollowsWhatActionsChange() throws {
        let model = try ActedModel.load(
            questions: """
                  area: {unit: m2, default: 100}
                  heat: {unit: km/year, default: {formula: area * 10 km/m2/year}}
                """,
            ghg: "heat * one",
            actions: """
                  a.smaller: {who: person, domain: all, effects: [{scale: {target: area, to: 50 %}}], source: src.a}
                  a.warm: {who: person, domain: all, effects: [{add: {target: heat, by: 7 km/year}}], source: src.a}
                """)
        #expect(try ActedModel.total(model, []) == 1000)
        #expect(try ActedModel.total(model, ["a.smaller"]) == 500)
        #expect(try ActedModel.total(model, ["a.smaller", "a.warm"]) == 507)
        // An answer does not follow.
        let answered = Person(id: "p01", answers: [1: 800])
        #expect(try ActedModel.total(model, ["a.smaller"], answered) == 800)
    }

    @Test func whatDidNotApplyStartsFromZero() throws {
        let model = try ActedModel.load(
            questions: """
                  has: {default: false}
                  km: {unit: km/year, default: 1000, ask_if: has}
                  walk: {unit: km/year, default: 50}
                """,
            ghg: "(km else 5 km/year) * one",
            actions: """
                  a.scale: {who: person, domain: all, effects: [{scale: {target: km, to: 2}}], source: src.a}
                  a.add: {who: person, domain: all, effects: [{add: {target: km, by: 30 km/year}}], source: src.a}
                  a.set: {who: person, domain: all, effects: [{set: {target: km, to: 80 km/year}}], source: src.a}
                  a.move: {who: person, domain: all, effects: [{move: {from: walk, to: km, share: 40 %}}], source: src.a}
                """)
        #expect(try ActedModel.total(model, []) == 5)
        #expect(try ActedModel.total(model, ["a.scale"]) == 5)
        #expect(try ActedModel.total(model, ["a.add"]) == 30)
        #expect(try ActedModel.total(model, ["a.set"]) == 80)
        #expect(try ActedModel.total(model, ["a.move"]) == 20)
        #expect(try ActedModel.total(model, ["a.add"], Person(id: "p01", answers: [0: 1])) == 1030)
    }

    @Test func aPersonChangesAShareAndAHouseholdTheWhole() throws {
        let model = try ActedModel.load(
            questions: """
                  household.size: {unit: person, range: [1, 10], default: 4}
                  gas: {unit: km/year, default: 1000, per: household}
                  own: {unit: km/year, default: 0}
                """,
            ghg: "gas * one + own * one * 10",
            actions: """
                  a.person: {who: person, domain: all, effects: [{add: {target: gas, by: 20 km/year}}], source: src.a}
                  a.house: {who: household, domain: all, effects: [{add: {target: gas, by: 20 km/year}}], source: src.a}
                  a.half: {who: person, domain: all, effects: [{move: {from: gas, to: own, share: 50 %, rate: 1}}], source: src.a}
                  a.all: {who: household, domain: all, effects: [{move: {from: gas, to: own, share: 50 %, rate: 1}}], source: src.a}
                """)
        #expect(try ActedModel.total(model, []) == 250)
        #expect(try ActedModel.total(model, ["a.person"]) == 270)
        #expect(try ActedModel.total(model, ["a.house"]) == 255)
        // Half of a person's 250, or half of the household's 1000 shared by four: the same for the person.
        #expect(try ActedModel.total(model, ["a.half"]) == 125 + 1250)
        #expect(try ActedModel.total(model, ["a.all"]) == 125 + 1250)
    }

    @Test func thePublicChangesFiguresByOption() throws {
        let model = try ActedModel.load(
            questions: """
                  fuel: {options: {oil: Oil, power: Power}, default: power}
                """,
            ghg: "price[fuel] * 1 km/year + twin * 1 km/year",
            actions: """
                  a.one: {who: public, domain: all, effects: [{scale: {target: "price[power]", to: 50 %}}], source: src.a}
                  a.all: {who: public, domain: all, effects: [{scale: {target: price, to: 50 %}}], source: src.a}
                """,
            factors: """
                  price: {options: {oil: 10 kgCO2e/km, power: 10 kgCO2e/km}, year: 2024, source: src.a}
                  twin: {value: 10 kgCO2e/km, year: 2024, source: src.a}
                """)
        let oil = Person(id: "p01", answers: [0: 0])
        #expect(try ActedModel.total(model, []) == 20)
        #expect(try ActedModel.total(model, ["a.one"]) == 15)
        #expect(try ActedModel.total(model, ["a.one"], oil) == 20)
        #expect(try ActedModel.total(model, ["a.all"], oil) == 15)
        #expect(try ActedModel.total(model, ["a.one", "a.all"]) == 12.5)
    }

    /// A chosen start takes the place of the ramp's, however far that is.
    @Test(arguments: [Int.max - 7, Int.min, 2025]) func aRampMayStartInAnyYear(start: Int) throws {
        let model = try ActedModel.load(
            questions: "  km: {unit: km/year, default: 1000}", ghg: "km * one",
            actions: """
                  a.one: {who: person, domain: all, effects: [{scale: {target: km, to: 50 %}}],
                          ramp: {shape: linear, years: 10, start: \(start)}, source: src.a}
                """)
        #expect(try ActedModel.total(model, ["a.one"]) == 500)
    }

    @Test func aStrongerActionTurnsTheWeakerOff() throws {
        let model = try ActedModel.load(
            questions: "  km: {unit: km/year, default: 1000}", ghg: "km * one",
            actions: """
                  a.weak: {who: person, domain: all, effects: [{scale: {target: km, to: 80 %}}], source: src.a}
                  a.strong: {who: person, domain: all, supersedes: [a.weak], effects: [{scale: {target: km, to: 50 %}}],
                             ramp: {shape: linear, years: 2}, source: src.a}
                """)
        var set = ActionSet(fully: [0])
        set[1] = .init(start: 2030)
        #expect(try ActedModel.total(model, set, in: 2030) == 800)
        // Half way: 1000 × (0.5 × 0.8 + 0.5) × (0.5 × 0.5 + 0.5) for the weak at half and the strong at half.
        #expect(try ActedModel.total(model, set, in: 2031) == 900 * 0.75)
        #expect(try ActedModel.total(model, set, in: 2032) == 500)
        #expect(ChoiceCheck(model).problems(of: set).isEmpty)
    }

    @Test func partOfAReductionComesBack() throws {
        let model = try ActedModel.load(
            questions: "  km: {unit: km/year, default: 1000}", ghg: "km * one",
            actions: """
                  a.scale: {who: person, domain: all, rebound: 10 %, effects: [{scale: {target: km, to: 80 %}}], source: src.a}
                  a.more: {who: person, domain: all, rebound: 10 %, effects: [{scale: {target: km, to: 120 %}}], source: src.a}
                  a.back: {who: person, domain: all, rebound: 150 %, allow_backfire: true,
                           effects: [{cap: {target: km, at: 900 km/year}}], source: src.a}
                """)
        #expect(abs(try ActedModel.total(model, ["a.scale"]) - 820) < 1e-9)
        #expect(try ActedModel.total(model, ["a.more"]) == 1200)
        #expect(try ActedModel.total(model, ["a.back"]) == 1050)
    }

    @Test func movesTakeWhatIsThereBeforeAnyOfThem() throws {
        let model = try ActedModel.load(
            questions: """
                  car: {unit: km/year, default: 1000}
                  bike: {unit: km/year, default: 100}
                """,
            ghg: "car * one + bike * one * 1000",
            actions: """
                  a.cycle: {who: person, domain: all, effects: [{move: {from: car, to: bike, share: 70 %}}], source: src.a}
                  a.other: {who: person, domain: all, effects: [{move: {from: car, to: bike, share: 70 %}}], source: src.a}
                  a.back: {who: person, domain: all, effects: [{move: {from: bike, to: car, share: 50 %}}], source: src.a}
                """)
        #expect(abs(try ActedModel.total(model, ["a.cycle"]) - (300 + 800_000)) < 1e-6)
        // 140 % is reduced to the whole.
        #expect(abs(try ActedModel.total(model, ["a.cycle", "a.other"]) - 1_100_000) < 1e-6)
        #expect(abs(try ActedModel.total(model, ["a.cycle", "a.back"]) - (350 + 750_000)) < 1e-6)
    }

    @Test func whatCannotGoTogetherIsSaid() throws {
        let model = try ActedModel.load(
            questions: "  km: {unit: km/year, default: 1000}", ghg: "km * one",
            actions: """
                  a.none: {who: person, domain: all, effects: [{set: {target: km, to: 0 km/year}}], source: src.a}
                  a.some: {who: person, domain: all, effects: [{set: {target: km, to: 9 km/year}}], source: src.a}
                  a.other: {who: person, domain: all, excludes: [a.none], requires: [a.some], effects: none, reason: not known}
                """)
        let problems = ChoiceCheck(model).problems(of: ActionSet(fully: [0, 1, 2]))
        #expect(problems.map(\.code) == ["choice.conflict", "choice.excluded"])
        #expect(ChoiceCheck(model).problems(of: ActionSet(fully: [2])) == [.missing(2, needs: 1)])
        var half = ActionSet(fully: [0, 1])
        half[1] = .init(start: 2025, adoption: .always(0.5))
        #expect(ChoiceCheck(model).problems(of: half).isEmpty)
    }

    @Test func nothingChosenKeepsTheBits() throws {
        let model = try ActedModel.load(
            questions: "  km: {unit: km/year, default: 0.1}", ghg: "km * one / 3",
            actions: "  a.set: {who: person, domain: all, effects: [{set: {target: km, to: 9 km/year}}], source: src.a}"
        )
        let base = try Evaluator(model).footprint(of: Person(id: "p01")).indicators[0].total
        #expect(try ActedModel.total(model, []).bitPattern == base.bitPattern)
        var unchosen = ActionSet(fully: [0])
        unchosen[0]?.level = 0
        #expect(try ActedModel.total(model, unchosen, in: 2025).bitPattern == base.bitPattern)
    }
}
