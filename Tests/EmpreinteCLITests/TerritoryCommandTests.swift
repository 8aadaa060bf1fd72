import Foundation
import Testing

@Suite struct TerritoryCommandTests {
    @Test func fundsLendAndGive() throws {
        let file = "Tests/EmpreinteFundingTests/Examples/advances.yaml"
        let json = try Command("funds", "models/brest", file, "--format", "json").json()
        let funds = try #require(json["funds"] as? [[String: Any]])
        let works = try #require((funds[0]["works"] as? [[String: Any]])?.first)
        #expect(works["interest"] as? Double == 1544.15)
        let schedule = try #require(works["schedule"] as? [[String: Any]])
        #expect(schedule.count == 12)
        #expect(schedule.last?["payment"] as? Double == 2544.15)
        let years = try #require((funds[2]["revolving"] as? [String: Any])?["years"] as? [[String: Any]])
        #expect([0, 5, 10, 15, 20].map { years[$0]["projects"] as? Int } == [6, 10, 16, 22, 28])
        #expect([0, 5, 10, 15, 20].map { years[$0]["cash"] as? Double } == [0, 16_000, 28_000, 14_000, 2000])
    }

    @Test func aPublishedFundHasItsWholeEnvelope() throws {
        let run = try Command("funds", "models/france", "models/france/examples/participation_fund.yaml")
        #expect(run.status == 0)
        #expect(run.output.contains("50,000.00\u{A0}€ left"))
    }

    @Test func aTerritoryHasItsTargets() throws {
        let run = try Command("territory", "models/grenoble", "--lang", "fr")
        #expect(run.status == 0)
        #expect(run.output.contains("demande"))
        let none = try Command("territory", "models/belgium")
        #expect(none.status == 1)
        #expect(none.errors.contains("territory.empty"))
    }

    @Test func theForumOfMadeUpCoalitionsSaysThatItIs() throws {
        let file = "models/brest/examples/brest_illustrative.yaml"
        let run = try Command("coalitions", "models/brest", file, "--at", "2025-11", "--since", "2024-11")
        #expect(run.status == 0)
        // The title, the first note, and the sheet of each of the four.
        #expect(run.output.components(separatedBy: "llustrative figures").count == 7)
        #expect(run.output.contains("planned → started"))
        let json = try Command("coalitions", "models/brest", file, "--format", "json").json()
        let totals = try #require(json["totals"] as? [[String: Any]])
        // 400 · 0.58, 2 400 · 0.2 and 5 200 · 0.12 MWh; then 900 · 0.15 t, counted once.
        #expect(totals.prefix(2).map { ($0["net"] as? Double)?.rounded() } == [1_336_000, 135_000])
        // What people take by the pack's actions is computed together: less than the sum, and apart from the inventory.
        let footprint = try #require(totals.last)
        #expect(footprint["footprint"] as? Bool == true)
        let (gross, net) = (footprint["gross"] as? Double ?? 0, footprint["net"] as? Double ?? 0)
        #expect(0 < net && net < gross)
    }

    @Test func initiativesAreRescaled() throws {
        let file = "Tests/EmpreinteTerritoryTests/Examples/initiatives.yaml"
        let run = try Command("initiatives", "models/brest", file, "--count", "1", "--format", "json")
        #expect(run.status == 0)
        #expect(run.output.contains("\"here\""))
    }

    @Test func whatIsMissingIsSaid() throws {
        let run = try Command("coalitions", "models/brest")
        #expect(run.status == 1)
        #expect(run.errors.contains("document.missing"))
    }
}
