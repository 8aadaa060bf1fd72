import Empreinte
import Testing

@Suite struct FundsAnalysisTests {
    @Test func aFundGivesTheLeastOfItsLimits() throws {
        let fund = try #require(try FundingCase.data("funds", FundingCase.example("grants"))["funds"]?[0])
        let files = try (0..<4).map { try #require(fund["files"]?[$0]) }
        #expect(files.map { $0["granted"]?.double } == [1000, 1500, 1500, 0])
        #expect(
            files.map { $0["rule"] } == [.string("rate"), .string("asked"), .string("ceiling"), .string("beneficiary")])
        #expect(files[2]["gap"]?.double == 5499.5)
        #expect(fund["left"]?.double == 46_000)
    }

    @Test func advancesAreRepaidAndLentAgain() throws {
        let funds = try #require(try FundingCase.data("funds", FundingCase.example("advances"))["funds"])
        let lights = try #require(funds[0]?["works"]?[0])
        #expect(lights["interest"]?.double == 1544.15)
        #expect(lights["schedule"]?[11]?["payment"]?.double == 2544.15)
        #expect(lights["schedule"]?[12] == nil)
        let boiler = try #require(funds[1]?["works"]?[0])
        #expect(boiler["schedule"]?[0]?["payment"]?.double == 8469.37)
        // Measured in 2027; then 60 MWh at 160 € each, of which 90 %.
        #expect(boiler["schedule"]?[0]?["saving"]?.double == 8700)
        #expect(boiler["schedule"]?[1]?["saving"]?.double == 8640)
        #expect(boiler["net_present_value"] == .null)
        let years = try #require(funds[2]?["revolving"]?["years"])
        let shown = [0, 5, 10, 15, 20]
        #expect(shown.map { years[$0]?["projects"]?.double } == [6, 10, 16, 22, 28])
        #expect(shown.map { years[$0]?["cash"]?.double } == [0, 16_000, 28_000, 14_000, 2000])
    }

    @Test func aidsAreFoundAndStacked() throws {
        let projects = try #require(try FundingCase.data("aids", FundingCase.example("aids"))["projects"])
        #expect(projects[0]?["total"]?.double == 8500)
        #expect(projects[0]?["blocking"] == .array(["public_share", "own_share"]))
        #expect(projects[1]?["aids"]?[2]?["failing"] == .array(["cost"]))
        #expect(projects[1]?["aids"]?[3]?["failing"] == .array(["date"]))
    }

    @Test func purchasesAreSharedOut() throws {
        let groups = try #require(try FundingCase.data("purchases", FundingCase.example("purchases"))["groups"])
        #expect(groups[0]?["amount"]?.double == 1_000_000)
        #expect(groups[0]?["local"]?["by_amount"]?.double == 0.75)
        #expect(groups[0]?["local"]?["unknown"]?.double == 0.84)
        #expect(groups[1]?["local"]?["by_amount"] == .null)
    }

    @Test func whatIsMadeUpIsSaidOnThePage() throws {
        let report = try FundingCase.report("funds", FundingCase.example("grants"), language: .fr)
        #expect(report.title == "Fonds · chiffres illustratifs")
        #expect(report.sections.first?.body == .notes(["Chiffres illustratifs, non publiés : an example."]))
    }

    @Test(arguments: [("funds", "grants"), ("funds", "advances"), ("aids", "aids"), ("purchases", "purchases")])
    func aPageIsEightyColumnsWide(id: String, example: String) throws {
        for language in Language.allCases {
            let report = try FundingCase.report(id, FundingCase.example(example), language: language)
            let page = ReportFormat.text.renderer().render(report)
            let widest = page.split(separator: "\n").map(\.count).max() ?? 0
            #expect(widest <= 80)
            #expect(!ReportFormat.csv.renderer().render(report).isEmpty)
        }
    }
}
