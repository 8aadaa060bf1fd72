import EmpreinteGraph
import EmpreinteModel
import TestSupport
import Testing

@Suite struct RampTests {
    @Test(arguments: [(2024, 0.0), (2025, 0), (2030, 0.070104), (2035, 0.5), (2040, 0.929896), (2045, 1), (2060, 1)])
    func logisticIsOddAboutItsMiddle(year: Int, expected: Double) throws {
        let ramp = try Ramp(.logistic(years: 20, steepness: 10), start: 2025)
        #expect(abs(ramp.value(at: year) - expected) < 5e-7)
    }

    @Test(arguments: [(-1, 0.0), (0, 0), (5, 0.331199), (10, 0.812803), (20, 0.996259)])
    func bassIsDiffusion(years: Int, expected: Double) throws {
        let ramp = try Ramp(.bass(p: 0.03, q: 0.38), start: 2025)
        #expect(abs(ramp.value(at: 2025 + years) - expected) < 5e-7)
    }

    @Test func stepLinearAndTableAreReadAtTheirYears() throws {
        let step = try Ramp(.step, start: 2030)
        #expect([2029, 2030, 2031].map(step.value) == [0, 1, 1])
        let linear = try Ramp(.linear(years: 4), start: 2030)
        #expect([2029, 2030, 2031, 2034, 2040].map(linear.value) == [0, 0, 0.25, 1, 1])
        let strengths = try #require(
            Curve(
                points: [.init(x: 1, y: 0.5), .init(x: 3, y: 0.25)], between: .linear, before: .hold, after: .hold))
        let table = try Ramp(.table(strengths), start: 2030)
        #expect([2030, 2031, 2032, 2033, 2050].map(table.value) == [0, 0.5, 0.375, 0.25, 0.25])
    }

    @Test func movingTheStartKeepsTheShape() throws {
        let ramp = try Ramp(.logistic(years: 13, steepness: 6), start: 2027)
        var later = ramp
        later.start = 2031
        for year in 2020...2060 { #expect(later.value(at: year + 4).bitPattern == ramp.value(at: year).bitPattern) }
    }

    @Test(arguments: [
        (Ramp.Shape.linear(years: 0), Ramp.Problem.duration), (.linear(years: .nan), .duration),
        (.logistic(years: -1, steepness: 10), .duration), (.logistic(years: 20, steepness: 0), .steepness),
        (.logistic(years: 20, steepness: .infinity), .steepness), (.bass(p: 0, q: 0.3), .drive),
        (.bass(p: 0.1, q: -0.1), .drive),
    ])
    func whatIsNoRampIsRefused(shape: Ramp.Shape, problem: Ramp.Problem) {
        #expect(throws: problem) { try Ramp(shape, start: 2025) }
    }

    @Test func strengthsStayWithinOne() throws {
        let curve = try #require(Curve(points: [.init(x: 0, y: 1.2)], between: .step, before: .hold, after: .hold))
        #expect(throws: Ramp.Problem.strength) { try Ramp(.table(curve), start: 2025) }
    }

    /// Any shape, from gentle to brutal: within 0 and 1, never decreasing.
    @Test func rampsNeverDecrease() throws {
        var random = SplitMix64(seed: 5)
        for _ in 0..<2_000 {
            func size() -> Double {
                .init(1 + random.below(999)) * random.choose([1e-300, 1e-6, 1e-3, 0.01, 1, 1e6, 1e300])
            }
            let shapes: [Ramp.Shape] = [
                .step, .linear(years: size()), .logistic(years: size(), steepness: size()), .bass(p: size(), q: size()),
            ]
            for shape in shapes {
                let ramp = try Ramp(shape, start: 2025)
                let strengths = (2020...2060).map(ramp.value)
                #expect(strengths.allSatisfy { (0...1).contains($0) }, "\(shape)")
                #expect(zip(strengths, strengths.dropFirst()).allSatisfy { $0 <= $1 }, "\(shape)")
            }
        }
        let ramp = try Ramp(.linear(years: 1), start: .min)
        #expect(ramp.value(at: .max) == 1)
    }
}
