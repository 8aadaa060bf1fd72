import EmpreinteWorkshop
import Testing

@Suite struct WorkshopTests {
    @Test func eightRoundsShareTheWayToTheGoal() {
        #expect(Round.years(from: 2025, to: 2050, count: 8) == [2028, 2031, 2034, 2038, 2041, 2044, 2047, 2050])
        #expect(Round.years(from: 2030, to: 2031, count: 1) == [2031])
    }
}
