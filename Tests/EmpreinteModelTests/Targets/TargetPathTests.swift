import EmpreinteModel
import TestSupport
import Testing

@Suite struct TargetPathTests {
    private typealias Point = TargetPath.Point

    /// 9 500 kg in 2024 to 2 000 in 2050; a quarter of 2012 by 2050.
    @Test(arguments: [(9_500.0, 2024, 2_000.0, 0.058168), (4, 2012, 1, 0.035824)])
    func theRateNeededIsCompound(now: Double, year: Int, goal: Double, rate: Double) throws {
        let needed = TargetPath.requiredRate(
            from: .init(year: year, value: now), to: .init(year: 2050, value: goal))
        #expect(abs(try #require(needed) - rate) < 5e-7)
    }

    @Test func noRateLeadsFromNothingOrOutOfTime() {
        let goal = Point(year: 2030, value: 2)
        #expect(TargetPath.requiredRate(from: .init(year: 2030, value: 4), to: goal) == nil)
        #expect(TargetPath.requiredRate(from: .init(year: 2025, value: 0), to: goal) == nil)
        #expect(TargetPath.requiredRate(from: .init(year: 2025, value: 4), to: .init(year: 2030, value: 0)) == 1)
    }

    @Test(arguments: [
        (TargetPath.Aim.divideBy(4), 100.0), (.reduceBy(0.25), 300), (.atMost(150), 150), (.perPerson(0.5), 100),
    ])
    func everyKindHasItsGoal(aim: TargetPath.Aim, goal: Double) throws {
        let path = try TargetPath(aim, by: 2050, base: .init(year: 2010, value: 400), population: 200)
        #expect(path.goal == Point(year: 2050, value: goal))
    }

    @Test func aShareIsToBeExceeded() throws {
        let path = try TargetPath(.shareAtLeast(0.25), by: 2030, base: .init(year: 2020, value: 0.125))
        let series = try YearSeries([2020, 2025, 2030], [0.125, try TargetPath.share(1, of: 4), 0.5])
        let outcome = path.outcome(of: series, lastObserved: 2020)
        #expect(outcome.gaps == [0, -0.0625, -0.25])
        #expect(outcome.isMet == true)
        #expect(outcome.firstYearMet == 2025)
        #expect(throws: TargetProblem.denominator) { try TargetPath.share(1, of: 0) }
    }

    @Test(arguments: [
        (TargetPath.Course.linear, 70.0), (.exponential, 64), (.table([.init(year: 2025, value: 90)]), 90),
    ])
    func coursesDifferHalfWay(course: TargetPath.Course, value: Double) throws {
        let goal = course == .exponential ? 40.96 : 40
        let path = try TargetPath(.atMost(goal), by: 2030, base: .init(year: 2020, value: 100), course: course)
        #expect(abs(try #require(path.value(in: 2025)) - value) < 1e-12)
        #expect(path.value(in: 2019) == nil)
        #expect(path.value(in: 2040) == goal)
    }

    /// A level without a base year is the same always.
    @Test func aLevelIsAPathToo() throws {
        let path = try TargetPath(.perPerson(2_000), by: 2050)
        #expect(path.value(in: 1990) == 2_000)
        #expect(path.gap(2_500, in: 2025) == 500)
    }

    /// From 10 to 0 in 4 years; values 10, 10, 4, 3, 0 are 0, 2.5, −1, 0.5, 0 above the line.
    @Test func anOutcomeIsComputedByHand() throws {
        let path = try TargetPath(.atMost(0), by: 2024, base: .init(year: 2020, value: 10))
        let series = try YearSeries([2020, 2021, 2022, 2023, 2024], [10, 10, 4, 3, 0])
        let outcome = path.outcome(of: series, lastObserved: 2022)
        #expect(outcome.gaps == [0, 2.5, -1, 0.5, 0])
        #expect(outcome.overshoot == 3)
        #expect(outcome.isMet == true)
        #expect(outcome.firstYearMet == 2024)
        #expect(outcome.requiredRate == 1)
    }

    @Test func aYearBeyondTheSeriesIsNeitherMetNorMissed() throws {
        let path = try TargetPath(.atMost(1), by: 2050, base: .init(year: 2020, value: 4))
        let outcome = path.outcome(of: try YearSeries([2020, 2030], [4, 3]), lastObserved: 2030)
        #expect(outcome.isMet == nil)
        #expect(outcome.firstYearMet == nil)
    }

    @Test(
        arguments: [
            (.divideBy(4), 2020, Point(year: 2020, value: 1), .linear, .order),
            (.divideBy(4), 2030, nil, .linear, .baseMissing),
            (.reduceBy(0.5), 2030, Point(year: 2020, value: 0), .linear, .baseZero),
            (.divideBy(0), 2030, Point(year: 2020, value: 1), .linear, .level),
            (.reduceBy(1.5), 2030, Point(year: 2020, value: 1), .linear, .level),
            (.atMost(.infinity), 2030, nil, .linear, .level),
            (.atMost(0), 2030, Point(year: 2020, value: 1), .exponential, .sign),
            (.atMost(1), 2030, nil, .exponential, .baseMissing),
            (.atMost(1), 2030, Point(year: 2020, value: 2), .table([.init(year: 2030, value: 1)]), .table),
            (
                .atMost(1), 2030, Point(year: 2020, value: 2),
                .table([.init(year: 2025, value: 1), .init(year: 2025, value: 1)]), .series
            ),
            (.atMost(1), 2030, Point(year: 2020, value: 2), .budget(25), .budget),
        ] as [(TargetPath.Aim, Int, TargetPath.Point?, TargetPath.Course, TargetProblem)])
    func whatCannotBeComputedIsRefused(
        aim: TargetPath.Aim, by: Int, base: TargetPath.Point?, course: TargetPath.Course, problem: TargetProblem
    ) {
        #expect(throws: problem) { try TargetPath(aim, by: by, base: base, course: course) }
    }

    @Test(arguments: [([2020, 2020], [1.0, 2]), ([2021, 2020], [1, 2]), ([2020], [1, 2]), ([2020], [.nan])])
    func aSeriesIsInOrder(years: [Int], values: [Double]) {
        #expect(throws: TargetProblem.series) { try YearSeries(years, values) }
    }

    @Test func theCumulativeOfAConstantIsItTimesTheYears() throws {
        #expect(try YearSeries(Array(2020...2050), Array(repeating: 3, count: 31)).cumulative == 90)
        #expect(try YearSeries([2020, 2030], [4, 2]).cumulative == 30)
        #expect(try YearSeries([2020], [4]).cumulative == 0)
    }

    /// Whatever the course: the path starts at the base, ends at the goal, and a budget is spent to the end.
    @Test func pathsJoinTheirEnds() throws {
        var random = SplitMix64(seed: 11)
        for _ in 0..<1_000 {
            let base = Point(year: 2000 + random.below(20), value: 1 + Double(random.below(1_000)))
            let year = base.year + 2 + random.below(40)
            let goal = 1 + Double(random.below(1_000)) + 0.5
            let years = Double(year - base.year)
            let middle = Double(1 + random.below(999)) / 1_000
            let ahead = 0.5 + middle * (years - 1)
            let budget = goal * years + (base.value - goal) * ahead
            for course in [.linear, .exponential, .table([]), .budget(budget)] as [TargetPath.Course] {
                let path = try TargetPath(.atMost(goal), by: year, base: base, course: course)
                let values = (base.year...year).compactMap(path.value)
                #expect(values.first == base.value)
                #expect(values.last == goal)
                let isSteady = zip(values, values.dropFirst()).allSatisfy { base.value < goal ? $0 <= $1 : $0 >= $1 }
                #expect(isSteady)
                #expect(path.gap(values[1], in: base.year + 1) == 0)
                guard case .budget = course else { continue }
                let spent = try YearSeries(Array(base.year...year), values).cumulative
                #expect(abs(spent - budget) <= 1e-9 * abs(budget))
            }
        }
    }
}
