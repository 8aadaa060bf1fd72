import Testing

/// Each wrong thing in an otherwise good document, with the code and the place of what is said.
@Suite struct BadDocumentTests {
    @Test(arguments: [
        ("rate: ‹150 %", "rate.range"), ("rate: ‹-5 %", "rate.range"), ("rate: ‹3 EUR", "rate.unit"),
        ("rate: ‹12.12345678 %", "rate.decimals"), ("ceiling: ‹-5 EUR", "amount.negative"),
        ("ceiling: ‹1.005 EUR", "amount.decimals"), ("ceiling: ‹5 USD", "amount.currency"),
        ("ceiling: ‹5 kg", "amount.unit"), ("ceiling: ‹5 EUR/year", "amount.unit"),
        ("ceiling: ‹5 EUR ± 10 %", "amount.exact"), ("ceiling: ‹1e30 EUR", "amount.size"),
        ("ceiling: ‹1 000 EUR", "number.grouping"), ("ceiling: '‹1,5 EUR'", "number.decimal_comma"),
        ("seed: ‹5 EUR", "fund.field"), ("policy: ‹best", "value.word"),
    ])
    func aGrantFund(field: String, problem: String) throws {
        let text = """
            kind: funds
            funds:
              f:
                {type: grant, envelope: {total: 5 EUR, years: [2025]}, \(field)}
            """
        #expect(try FundingCase.codes("funds", marked: text) == [problem])
    }

    @Test(arguments: [
        ("{‹total: 5 EUR}", "fund.years"), ("{‹years: [2025]}", "fund.envelope"),
        ("{‹total: 5 EUR, by_year: {2025: 5 EUR}, years: [2025]}", "fund.envelope"),
        ("{total: 5 EUR, years: [2026, ‹2025]}", "series.order"),
        ("{total: 5 EUR, years: [‹20256]}", "year.range"),
        ("{by_year: {2025: 5 EUR, ‹2024: 1 EUR}}", "series.order"),
    ])
    func anEnvelope(envelope: String, problem: String) throws {
        let text = "kind: funds\nfunds:\n  f: {type: grant,\n     envelope: \(envelope)}\n"
        #expect(try FundingCase.codes("funds", marked: text) == [problem])
    }

    @Test(arguments: [
        ("ceiling: ‹5 EUR", "fund.field"), ("seed: ‹0 EUR", "fund.seed"),
        ("max_payback: ‹0 year", "fund.payback"), ("max_payback: ‹3 EUR", "unit.mismatch"),
        ("interest: ‹120 %/year", "rate.range"), ("repay: {‹from: annuity}", "fund.repay"),
        ("repay: {from: savings, years: ‹3}", "fund.repay"),
        ("repay: {from: savings, share: ‹0 %}", "fund.repay"),
        ("repay: {from: annuity, years: ‹0}", "count.range"),
    ])
    func anAdvance(field: String, problem: String) throws {
        let text = "kind: funds\nfunds:\n  f: {type: advance,   \(field)}\n"
        #expect(try FundingCase.codes("funds", marked: text) == [problem])
    }

    private static let grant = """
        kind: funds
        funds:
          f: {type: grant, envelope: {total: 5 EUR, years: [2025]}}
          r: {type: grant, envelope: {total: 5 EUR, years: [2025]}, policy: ranked}
          b: {type: grant, envelope: {total: 5 EUR, years: [2025]}, policy: best_impact}
          l: {type: advance}
        ---
        kind: applications
        applications:

        """

    @Test(arguments: [
        ("a: {fund: ‹g, who: a, date: 2025, expenses: {x: 4 EUR}, asked: 4 EUR", "application.fund"),
        ("a: {fund: ‹l, who: a, date: 2025, expenses: {x: 4 EUR}, asked: 4 EUR", "application.fund"),
        ("a: {fund: f, who: a, date: ‹2024-12, expenses: {x: 4 EUR}, asked: 4 EUR", "application.date"),
        ("a: {fund: f, who: a, date: ‹soon, expenses: {x: 4 EUR}, asked: 4 EUR", "date.syntax"),
        ("a: {fund: f, who: a, date: 2025, expenses: {x: 4 EUR}, asked: ‹3.99 EUR", "application.balance"),
        ("a: {fund: f, who: a, date: 2025, expenses: {x: 0 EUR}, asked: ‹0 EUR", "application.asked"),
        ("‹a: {fund: f, date: 2025, expenses: {x: 4 EUR}, asked: 4 EUR", "key.missing"),
        ("a: {fund: f, who: a, date: 2025, expenses: {x: ‹4 USD}, asked: 4 USD", "amount.currency"),
        ("‹a: {fund: r, who: a, date: 2025, expenses: {x: 4 EUR}, asked: 4 EUR", "application.rank"),
        ("a: {fund: r, rank: ‹0, who: a, date: 2025, expenses: {x: 4 EUR}, asked: 4 EUR", "count.range"),
        ("‹a: {fund: b, who: a, date: 2025, expenses: {x: 4 EUR}, asked: 4 EUR", "application.impact"),
        ("a: {fund: b, impact: ‹-1, who: a, date: 2025, expenses: {x: 4 EUR}, asked: 4 EUR", "application.impact"),
    ])
    func anApplication(entry: String, problem: String) throws {
        #expect(try FundingCase.codes("funds", marked: Self.grant + "  \(entry)}\n").first == problem)
    }

    @Test func impactsHaveOneUnit() throws {
        let rest = "who: a, date: 2025, expenses: {x: 4 EUR}, asked: 4 EUR"
        let files = "  a: {fund: b, impact: 2 kg, \(rest)}\n  c: {fund: b, impact: ‹2 kWh, \(rest)}\n"
        #expect(try FundingCase.codes("funds", marked: Self.grant + files) == ["unit.mismatch"])
    }

    @Test(arguments: [
        ("w: {fund: ‹g, cost: 4 EUR, saves: {money: 1 EUR/year}, start: 2025", "works.fund"),
        ("w: {fund: ‹f, cost: 4 EUR, saves: {money: 1 EUR/year}, start: 2025", "works.fund"),
        ("w: {fund: l, cost: ‹0 EUR, saves: {money: 1 EUR/year}, start: 2025", "works.cost"),
        ("w: {fund: l, cost: 4 EUR, saves: {‹money: 0 EUR/year}, start: 2025", "works.saving"),
        ("w: {fund: l, cost: 4 EUR, saves: {money: ‹1 EUR}, start: 2025", "amount.unit"),
        ("w: {fund: l, cost: 4 EUR, saves: {‹energy: 1 kWh/year}, start: 2025", "works.saving"),
        (
            "w: {fund: l, cost: 4 EUR, saves: {energy: ‹1 kg/year}, price: {2025: 1 EUR/kWh}, start: 2025",
            "unit.mismatch"
        ),
        (
            "w: {fund: l, cost: 4 EUR, saves: {money: ‹1 EUR/year}, price: {2025: 1 EUR/kWh}, start: 2025",
            "works.saving"
        ),
        (
            "w: {fund: l, cost: 4 EUR, saves: {‹ghg: 1 kgCO2e/year}, price: {2025: 1 EUR/kWh}, start: 2025",
            "works.saving"
        ),
        (
            "w: {fund: l, cost: 4 EUR, saves: {energy: 1 kWh/year}, price: {‹2026: 1 EUR/kWh, 2025: 1 EUR/kWh}, start: 2025",
            "series.order"
        ),
        (
            "w: {fund: l, cost: 4 EUR, saves: {money: 1 EUR/year}, start: 2025, measured: {‹2025: 1 EUR/year}",
            "works.measured"
        ),
        ("‹w: {fund: l, cost: 400 EUR, saves: {money: 1 EUR/year}, start: 2025", "advance.never_repaid"),
        ("w: {fund: l, cost: 4 EUR, saves: {money: 1 EUR/year}, start: 2025, lifetime: ‹0", "count.range"),
    ])
    func works(entry: String, problem: String) throws {
        let text = """
            kind: funds
            funds:
              l: {type: advance, interest: 1 %}
              f: {type: grant, envelope: {total: 5 EUR, years: [2025]}}
            ---
            kind: works
            works:
              \(entry)}
            """
        #expect(try FundingCase.codes("funds", marked: text).first == problem)
    }

    @Test(arguments: [
        ("‹x: {for: {who: [a]}", "aid.amount"), ("x: {rate: 5 %, cost: {‹from: 5 EUR, to: 4 EUR}", "aid.cost"),
        ("x: {rate: 5 %, opens: 2025-02, closes: ‹2025-01", "aid.dates"),
        ("x: {rate: 5 %, excludes: [‹y]", "aid.excludes"),
    ])
    func anAid(fields: String, problem: String) throws {
        let text =
            "kind: aids\naids:\n  \(fields)}\n---\nkind: applications\napplications: {p: {expenses: {x: 4 EUR}}}\n"
        #expect(try FundingCase.codes("aids", marked: text) == [problem])
    }

    @Test func tooManyAidsAreNotStacked() throws {
        let aids = (0..<21).map { "  x\($0): {rate: 5 %}\n" }.joined()
        let text = "kind: aids\naids:\n\(aids)---\nkind: applications\napplications:\n  ‹p: {expenses: {x: 4 EUR}}\n"
        #expect(try FundingCase.codes("aids", marked: text) == ["aids.search"])
    }

    @Test(arguments: [
        (
            "{year: 2024, family: food, amount: 5 EUR}, {year: 2024, family: food, amount: ‹5 USD}",
            "amount.currency"
        ),
        ("{year: ‹0, family: food, amount: 5 EUR}", "year.range"),
        ("{year: 2024, family: food, amount: 5 EUR, clauses: [‹green]}", "value.word"),
    ])
    func aPurchase(items: String, problem: String) throws {
        #expect(try FundingCase.codes("purchases", marked: "kind: purchases\npurchases: [\(items)]\n") == [problem])
    }

    @Test(arguments: ["funds", "aids", "purchases"])
    func nothingGiven(id: String) throws {
        #expect(try FundingCase.problems(id, "kind: people\npeople: [{id: p01}]\n") == ["document.missing -"])
    }
}
