import EmpreinteModel
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: ["2025", "2025-03", "2024-02-29", "2000-02-29", "0999-12-31"])
    func aDateComesBackAsWritten(text: String) {
        #expect(CalendarDate(text)?.description == text)
    }

    @Test(arguments: [
        "", "25", "2025-3", "2025-13", "2025-00", "2023-02-29", "1900-02-29", "2025-04-31", "2025-01-01-1", "x025",
    ])
    func whatIsNoDateIsRefused(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func whatIsLessPreciseComesFirst() throws {
        let dates = try ["2025-01-01", "2024-12", "2025", "2025-01"].map { try #require(CalendarDate($0)) }
        #expect(dates.sorted().map(\.description) == ["2024-12", "2025", "2025-01", "2025-01-01"])
    }
}
