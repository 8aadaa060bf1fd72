internal import EmpreinteGraph

/// A day taken apart.
private struct DayParts {
    let year: NodeID
    let month: NodeID
    let day: NodeID
    /// How many days its month has.
    let monthLength: NodeID
}

/// Durations, by arithmetic on the numbers of days.
extension Lowering {
    mutating func length(from start: NodeID, to end: NodeID, in measure: Duration.Measure) -> NodeID {
        switch measure {
        case .day: return apply(.sub, end, start)
        case .month: return months(parts(of: start), parts(of: end))
        case .quarter: return apply(.div, months(parts(of: start), parts(of: end)), graph.number(3))
        case .year: return years(from: start, to: end)
        case .calendarQuarter:
            let quarters = apply(.sub, quarter(of: parts(of: end)), quarter(of: parts(of: start)))
            return apply(.add, quarters, graph.number(1))
        case .calendarYear:
            let years = apply(.sub, parts(of: end).year, parts(of: start).year)
            return apply(.add, years, graph.number(1))
        }
    }

    private mutating func plus(_ a: NodeID, _ b: Double) -> NodeID { apply(.add, a, graph.number(b)) }
    private mutating func times(_ a: NodeID, _ b: Double) -> NodeID { apply(.mul, a, graph.number(b)) }

    /// The whole part of a quotient.
    private mutating func over(_ a: NodeID, _ b: Double) -> NodeID {
        apply(.floor, apply(.div, a, graph.number(b)))
    }

    /// The calendar of a day number, by years that start in March and eras of 400 years.
    private mutating func parts(of day: NodeID) -> DayParts {
        let shifted = plus(day, 719_468)
        let era = over(shifted, 146_097)
        let dayOfEra = apply(.sub, shifted, times(era, 146_097))
        var years = apply(.sub, dayOfEra, over(dayOfEra, 1460))
        years = apply(.add, years, over(dayOfEra, 36_524))
        years = over(apply(.sub, years, over(dayOfEra, 146_096)), 365)
        var dayOfYear = apply(.sub, dayOfEra, times(years, 365))
        dayOfYear = apply(.sub, dayOfYear, over(years, 4))
        dayOfYear = apply(.add, dayOfYear, over(years, 100))
        let place = over(plus(times(dayOfYear, 5), 2), 153)
        let dayOfMonth = plus(apply(.sub, dayOfYear, over(plus(times(place, 153), 2), 5)), 1)
        let isAutumn = apply(.less, place, graph.number(10))
        let month = plus(place, 3)
        let winterMonth = plus(place, -9)
        let monthNumber = select(isAutumn, month, else: winterMonth)
        let marchYear = apply(.add, years, times(era, 400))
        let nextYear = plus(marchYear, 1)
        let year = select(isAutumn, marchYear, else: nextYear)
        // A month is as long as the first of the next is far.
        let first = apply(.sub, day, plus(dayOfMonth, -1))
        let isDecember = apply(.equal, monthNumber, graph.number(12))
        let following = select(isDecember, graph.number(1), else: plus(monthNumber, 1))
        let followingYear = select(isDecember, plus(year, 1), else: year)
        let next = self.day(followingYear, following, graph.number(1))
        return DayParts(year: year, month: monthNumber, day: dayOfMonth, monthLength: apply(.sub, next, first))
    }

    /// The number of a day.
    private mutating func day(_ year: NodeID, _ month: NodeID, _ day: NodeID) -> NodeID {
        let isWinter = apply(.lessEqual, month, graph.number(2))
        let marchYear = select(isWinter, plus(year, -1), else: year)
        let era = over(marchYear, 400)
        let yearOfEra = apply(.sub, marchYear, times(era, 400))
        let place = select(isWinter, plus(month, 9), else: plus(month, -3))
        var dayOfYear = over(plus(times(place, 153), 2), 5)
        dayOfYear = plus(apply(.add, dayOfYear, day), -1)
        var dayOfEra = apply(.add, times(yearOfEra, 365), over(yearOfEra, 4))
        dayOfEra = apply(.sub, dayOfEra, over(yearOfEra, 100))
        dayOfEra = apply(.add, dayOfEra, dayOfYear)
        return plus(apply(.add, times(era, 146_097), dayOfEra), -719_468)
    }

    /// Whole months, with what is left of the first and what is begun of the last as shares of theirs.
    private mutating func months(_ start: DayParts, _ end: DayParts) -> NodeID {
        let years = times(apply(.sub, end.year, start.year), 12)
        let whole = apply(.add, apply(.sub, end.month, start.month), years)
        let before = apply(.div, plus(start.day, -1), start.monthLength)
        let after = apply(.div, end.day, end.monthLength)
        return apply(.add, apply(.sub, whole, before), after)
    }

    private mutating func quarter(of day: DayParts) -> NodeID {
        apply(.add, times(day.year, 4), over(plus(day.month, -1), 3))
    }

    /// How many leap years there are up to a year.
    private mutating func leapYears(upTo year: NodeID) -> NodeID {
        apply(.add, apply(.sub, over(year, 4), over(year, 100)), over(year, 400))
    }

    /// Days over 365, leap days left out: those of the years in between, and of the first and last by whether the
    /// start is before March.
    private mutating func years(from start: NodeID, to end: NodeID) -> NodeID {
        let (first, last) = (parts(of: start), parts(of: end))
        let isAfterFebruary = apply(.less, graph.number(2), first.month)
        // The years counted are those after `from` up to `to`.
        let from = select(isAfterFebruary, first.year, else: plus(first.year, -1))
        let to = select(isAfterFebruary, last.year, else: plus(last.year, -1))
        let leaps = apply(.max, apply(.sub, leapYears(upTo: to), leapYears(upTo: from)), zero)
        return apply(.div, apply(.sub, apply(.sub, end, start), leaps), graph.number(365))
    }
}
