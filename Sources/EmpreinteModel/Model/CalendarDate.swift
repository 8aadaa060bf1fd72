/// A date as precisely as it is known: a year, a month or a day.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The year.
    public let year: Int
    /// Nothing when only the year is known.
    public let month: Int?
    /// Nothing when only the month is known.
    public let day: Int?

    /// Reads `2025`, `2025-03` or `2025-03-16`; nothing for what is no date.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        guard (1...3).contains(parts.count) else { return nil }
        var numbers: [Int] = []
        for (part, width) in zip(parts, widths) {
            guard part.count == width, part.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
            else { return nil }
            numbers.append(part.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) })
        }
        year = numbers[0]
        month = numbers.count > 1 ? numbers[1] : nil
        day = numbers.count > 2 ? numbers[2] : nil
        guard year > 0, (1...12).contains(month ?? 1), (1...Self.length(of: month ?? 1, in: year)).contains(day ?? 1)
        else { return nil }
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// What is known less precisely stands at its beginning: 2025, then 2025-01, then 2025-01-01.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
    }

    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return [padded(year, 4), month.map { padded($0, 2) }, day.map { padded($0, 2) }].compactMap { $0 }
            .joined(separator: "-")
    }
}
