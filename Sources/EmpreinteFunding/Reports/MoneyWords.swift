internal import EmpreinteAnalysis
internal import EmpreinteText

/// How money, rates and times are said and set out in a report.
struct MoneyWords {
    let language: Language
    let currency: String

    private var units: UnitWords { UnitWords(language) }

    /// The amount to the cent, without its currency: `2,544.15`.
    func text(_ money: Money) -> String {
        NumberStyle(language, digits: 15).text(money.amount, decimals: 2)
    }

    /// The amount with its currency: `2,544.15 €`.
    func full(_ money: Money) -> String {
        text(money) + "\u{A0}" + units.measure(of: currency, upTo: 1, scale: .fixed).words
    }

    func percent(_ rate: Rate) -> String { percent(rate.value) }

    func percent(_ share: Double) -> String { units.text(Figure(share * 100, "%")) }

    func years(_ count: Double) -> String {
        let number = NumberStyle(language, digits: 15).text(count, decimals: 2)
        return language.say("\(number) years", "\(number) ans")
    }

    func say(_ english: String, _ french: String) -> String { language.say(english, french) }

    // MARK: Tables

    /// A column of amounts.
    func column(_ id: String, _ english: String, _ french: String) -> Report.Table.Column {
        .init(id: id, title: say(english, french), unit: currency)
    }

    func cell(_ money: Money) -> Report.Table.Cell { .text(text(money)) }

    /// The amount for spreadsheets.
    func figure(_ money: Money) -> Report.Table.Cell { .figure(Figure(money.amount, currency)) }
}

extension Money {
    /// The amount for programs.
    var json: JSON { .number(amount) }
}
