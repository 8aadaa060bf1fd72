/// A year, a month or a day, as people date things: `2022`, `2022-08`, `2022-08-15`.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// As written; dates of four, two and two digits compare as texts.
    public let description: String

    /// Nothing when the text is no date.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        guard (1...3).contains(parts.count),
            zip(parts, widths).allSatisfy({ $0.utf8.count == $1 && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers[0] > 0 else { return nil }
        if numbers.count > 1, !(1...12).contains(numbers[1]) { return nil }
        if numbers.count > 2, !(1...Self.length(ofMonth: numbers[1], numbers[0])).contains(numbers[2]) { return nil }
        description = text
    }

    private static func length(ofMonth month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func < (left: Day, right: Day) -> Bool { left.description < right.description }
}
