#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Money lent for works and repaid out of what they save.
public struct Advance: Sendable {
    /// What is advanced.
    public var amount: Money
    /// The interest of a year on what is still owed.
    public var interest: Rate
    /// How it is paid back.
    public var repayment: Repayment

    public init(_ amount: Money, interest: Rate, repayment: Repayment = .savings(share: .all)) {
        self.amount = amount
        self.interest = interest
        self.repayment = repayment
    }

    /// How an advance is repaid.
    public enum Repayment: Sendable, Hashable {
        /// With a part of each year's saving, until nothing is owed.
        case savings(share: Rate)
        /// With the same amount every year.
        case annuity(years: Int)
    }

    /// A year of the repayment; amounts are rounded so that they add up.
    public struct Year: Sendable, Hashable {
        /// 1 for the first year after the advance.
        public let number: Int
        /// What the works save in the year.
        public let saving: Money
        /// What is owed for the year.
        public let interest: Money
        /// What is paid at its end.
        public let payment: Money
        /// What is still owed at the end of the year.
        public let balance: Money
        /// The part of the payment that repays the advance; below zero when the interest is larger.
        public let principal: Money
    }

    /// The largest number of years followed.
    static let longest = 200

    /// The years until nothing is owed. Nothing is rounded on the way but the annuity, to the cent; what is shown is.
    ///
    /// - Parameter savings: what is saved each year.
    /// - Throws: `neverRepaid` when the interest eats the payments for good.
    public func schedule(_ savings: Savings) throws(FundingProblem) -> [Year] {
        var years: [Year] = []
        var owed = Fine(amount)
        var (paid, shown) = (Fine.zero, (balance: amount, paid: Money.zero))
        while owed > .zero {
            let number = years.count + 1
            let saving = savings[number]
            let interest = owed.share(self.interest)
            let due = owed + interest
            let payment: Fine
            switch repayment {
            case .savings(let share): payment = min(max(.zero, Fine(saving).share(share)), due)
            case .annuity(let count): payment = number >= count ? due : min(Fine(annuity(count)), due)
            }
            owed = due - payment
            let isStuck = owed > .zero && payment <= interest && number >= savings.settled
            guard !isStuck, owed <= .zero || (number < Self.longest && owed <= Fine(amount).thousandfold) else {
                throw .neverRepaid(year: number, shortfall: max(.zero, interest - payment).nearest)
            }
            paid = paid + payment
            let (balance, allPaid) = (owed.nearest, paid.nearest)
            let (principal, part) = (shown.balance - balance, allPaid - shown.paid)
            years.append(
                Year(
                    number: number, saving: saving, interest: part - principal, payment: part, balance: balance,
                    principal: principal))
            shown = (balance, allPaid)
        }
        return years
    }

    /// The constant yearly amount that repays the advance over some years: `C·i / (1 − (1 + i)^−n)`.
    public func annuity(_ years: Int) -> Money {
        guard years > 0 else { return amount }
        guard interest > .zero else { return Money(nearest: amount.amount / Double(years)) }
        return Money(nearest: amount.amount * interest.value / -expm1(-Double(years) * log1p(interest.value)))
    }
}

extension Advance {
    /// Money in millionths of a cent: interest on interest stays exact to what is shown.
    struct Fine: Comparable {
        private let value: Int128
        private static let parts: Int128 = 1_000_000

        static let zero = Fine(.zero)

        init(_ money: Money) { value = Int128(money.cents) * Self.parts }
        private init(value: Int128) { self.value = value }

        static func < (left: Fine, right: Fine) -> Bool { left.value < right.value }
        static func + (left: Fine, right: Fine) -> Fine { Fine(value: left.value + right.value) }
        static func - (left: Fine, right: Fine) -> Fine { Fine(value: left.value - right.value) }

        /// Beyond this much of an advance, nobody repays it.
        var thousandfold: Fine { Fine(value: value * 1000) }

        /// The part a rate gives, to the nearest millionth of a cent.
        func share(_ rate: Rate) -> Fine {
            Fine(value: Self.divided(value * Int128(rate.billionths), by: Int128(Rate.whole)))
        }

        /// The nearest cent, half away from zero.
        var nearest: Money { Money(cents: Int(clamping: Self.divided(value, by: Self.parts))) }

        private static func divided(_ value: Int128, by divisor: Int128) -> Int128 {
            (value + (value < 0 ? -divisor / 2 : divisor / 2)) / divisor
        }
    }
}
