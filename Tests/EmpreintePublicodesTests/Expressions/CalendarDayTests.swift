import TestSupport
import Testing

@testable import EmpreintePublicodes

@Suite struct CalendarDayTests {
    @Test(arguments: [
        (1970, 1, 1, 0), (1970, 1, 2, 1), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017),
        (2024, 12, 31, 20_088),
    ])
    func hasItsNumber(year: Int, month: Int, day: Int, number: Int) {
        let date = CalendarDay(year: year, month: month, day: day)
        #expect(date?.number == number)
        #expect(CalendarDay(number: number) == date)
    }

    @Test(arguments: [(2023, 2, 29), (2024, 2, 30), (1900, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 1, 0)])
    func isRefusedWhenThereIsNoSuchDay(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test func numbersFollowOneAnother() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<200 {
            let number = Int(random.below(2_000_000)) - 1_000_000
            let (day, next) = (CalendarDay(number: number), CalendarDay(number: number + 1))
            #expect(day.number == number)
            let isNext = next.day == day.day + 1 && next.month == day.month
            #expect(isNext || next.day == 1 && day.day == CalendarDay.length(ofMonth: day.month, of: day.year))
        }
    }

    @Test func isWrittenAsInRules() { #expect(CalendarDay(year: 2019, month: 2, day: 5)?.description == "05/02/2019") }
}
