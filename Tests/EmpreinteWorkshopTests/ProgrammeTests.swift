import Empreinte
import EmpreinteText
import EmpreinteWorkshop
import TestSupport
import Testing

@Suite struct ProgrammeTests {
    private static let programme = """
        kind: programme
        channels: {citizens: {goal: 100}, staff: {goal: 50}}
        threshold: 5
        population: 1000
        margins: {sex: {f: 50 %, m: 50 %}}
        followed: {from: 2030, to: 2050, share: 40 %}
        planned: [{date: 2026-03-16, channel: citizens, commune: north, places: 15}]
        retention: 2036-01

        """

    /// A session of people who drive as far as their number says and stop driving by half.
    private static func session(_ id: String, _ channel: String, _ commune: String, people: Int, women: Int) -> String {
        var text = """
            ---
            kind: session
            id: \(id)
            workshop: four
            date: 2025-03-16
            channel: \(channel)
            commune: \(commune)
            consent: true
            events:

            """
        for person in 0..<people {
            let sex = person < women ? "f" : "m"
            text += "  - {join: p\(person), answers: {car.km: \(1000 * (person + 1))}, profile: {sex: \(sex)}}\n"
        }
        for person in 0..<people { text += "  - {pick: mobility.less, person: p\(person)}\n" }
        return text
    }

    private static let three =
        session("a", "citizens", "north", people: 12, women: 6) + session("b", "citizens", "south", people: 3, women: 3)
        + session("c", "staff", "north", people: 10, women: 3)

    @Test func peopleAreCountedTowardsTheGoals() throws {
        let data = try RoomCase.data("programme", Self.programme + Self.three)
        let citizens = data["channels"]?[0]
        #expect(citizens?["people"] == 15)
        #expect(citizens?["progress"]?.double == 0.15)
        // Two sessions brought fifteen people, and eighty-five are wanted still: 85 over 7.5.
        #expect(citizens?["sessions_needed"] == 12)
        // Of two sessions of four places, as the workshop says.
        #expect(citizens?["fill"]?.double == 15.0 / 8)
        #expect(citizens?["planned_places"] == 15)
        #expect(data["retention"] == "2036-01")
        #expect(data["self_selected"] == true)
    }

    @Test func smallCellsAreSuppressed() throws {
        let counts = try RoomCase.data("programme", Self.programme + Self.three)["counts"]
        #expect(counts?["total"] == 25)
        // Three citizens of the south: hidden, with what would tell them.
        #expect(counts?["cells"]?[1]?[0] == "suppressed")
        #expect(counts?["by_commune"]?[1] == "suppressed")
        #expect(counts?["cells"]?[1]?[1] == 0)
    }

    @Test func footprintsAreMeansOfEnoughPeople() throws {
        let data = try RoomCase.data("programme", Self.programme + Self.three)
        // 500 kg a thousand kilometres, 1 000 of meat and 1 000 of heat.
        let km = Array(1...12) + Array(1...3) + Array(1...10)
        let mean = 500.0 * Double(km.reduce(0, +)) / 25 + 2000
        let start = try #require(data["footprints"]?["start"]?["mean"]?.double)
        #expect(abs(start - mean) < 1e-9)
        let goal = try #require(data["footprints"]?["goal"]?["mean"]?.double)
        #expect(abs(goal - ((mean - 2000) / 2 + 1500)) < 1e-9)
        #expect(data["footprints"]?["start"]?["median"]?.double == 4500)
        #expect(data["picks"]?[0]?["people"] == 25)
    }

    @Test func weightsBringTheSharesOfTheTerritory() throws {
        let estimates = try RoomCase.data("programme", Self.programme + Self.three)["estimates"]
        // Twelve women and thirteen men: few to tell of a territory.
        #expect(estimates?["publishable"] == false)
        #expect(estimates?["means"]?["start"]?["mean"] == "suppressed")
        let size = try #require(estimates?["n_eff"]?.double)
        let (f, m) = (25.0 / 24, 25.0 / 26)
        #expect(abs(size - 625 / (12 * f * f + 13 * m * m)) < 1e-9)
        let many = Self.three + Self.session("d", "staff", "north", people: 20, women: 9)
        let shown = try RoomCase.data("programme", Self.programme + many)["estimates"]
        #expect(shown?["publishable"] == true)
        let drawn = try RoomCase.data("programme", Self.programme + many, ["errors": "bootstrap"])["estimates"]
        #expect(drawn?["means"]?["start"]?["mean"] == shown?["means"]?["start"]?["mean"])
        #expect(drawn?["means"]?["start"]?["standard_error"] != shown?["means"]?["start"]?["standard_error"])
    }

    @Test func theTerritoryMayFollow() throws {
        let followed = try #require(try RoomCase.data("programme", Self.programme + Self.three)["if_followed"])
        #expect(followed["forecast"] == false)
        // Nobody before 2030; two fifths in 2050.
        #expect(followed["followed"]?[5] == followed["as_it_goes"]?[5])
        let km = Array(1...12) + Array(1...3) + Array(1...10)
        let participants = 250.0 * Double(km.reduce(0, +)) / 25 + 1500
        let wanted = 1000 * (0.6 * 2500 + 0.4 * participants)
        #expect(abs((followed["followed"]?[25]?.double ?? 0) - wanted) < 1e-6)
    }

    @Test func filesComeInAnyOrder() throws {
        let sessions = [
            Self.session("a", "citizens", "north", people: 12, women: 6),
            Self.session("b", "citizens", "south", people: 3, women: 3),
            Self.session("c", "staff", "north", people: 10, women: 3),
        ]
        let reversed = try RoomCase.data("programme", Self.programme + sessions.reversed().joined())
        #expect(try RoomCase.data("programme", Self.programme + sessions.joined()) == reversed)
    }

    @Test func peopleHavePseudonymsThatTakeAKey() throws {
        func names(_ key: String) throws -> [Report.Table.Cell] {
            let report = try RoomCase.report("programme", Self.programme + Self.three, ["key": key])
            return try #require(report.records).rows.compactMap(\.first)
        }
        let (one, two) = try (names("one"), names("two"))
        #expect(one.count == 25 && Set(one).count == 25)
        #expect(Set(one).isDisjoint(with: two))
        #expect(try names("one") == one)
    }

    @Test func whoDoesNotAgreeIsNotCounted() throws {
        let session = Self.session("a", "citizens", "north", people: 12, women: 6)
        let silent = session.split(separator: "consent: true").joined(separator: "consent: false")
        let data = try RoomCase.data(
            "programme",
            Self.programme.split(separator: "margins").map(String.init)[0]
                + "sample: random\n" + silent)
        #expect(data["counts"]?["total"] == 0)
        #expect(data["channels"]?[0]?["people"] == 12)
    }

    @Test func publicationsThatDifferByAFewAreRefused() throws {
        let text = Self.programme + Self.three
        #expect(try RoomCase.problems("programme", text, ["published": "a,c"]) == ["programme.difference -"])
        #expect(try RoomCase.problems("programme", text, ["published": "a"]) == [])
    }

    @Test func weightsMayBeBounded() throws {
        let many = Self.three + Self.session("d", "staff", "north", people: 20, women: 4)
        // 16 women and 29 men: 25/18 of the share women should have, so a weight of 1.40625.
        func estimates(_ bounds: String) throws -> JSON? {
            let head = Self.programme + "weights: {\(bounds)}\n"
            return try RoomCase.data("programme", head + many)["estimates"]
        }
        let weight = try #require(try estimates("min: 0.5, max: 150 %")?["largest_weight"]?.double)
        #expect(abs(weight - 1.40625) < 1e-9)
        let tight = Self.programme + "weights: {min: 0.5, max: 1.2}\n" + many
        #expect(try RoomCase.problems("programme", tight) == ["margin.bounds 1:1"])
    }

    /// Parts of one programme, counted apart in any grouping, come to what the whole does, to the last bit.
    @Test func partsComeToTheWhole() throws {
        let sessions = [
            Self.session("a", "citizens", "north", people: 12, women: 6),
            Self.session("b", "citizens", "south", people: 3, women: 3),
            Self.session("c", "staff", "north", people: 10, women: 3),
            Self.session("d", "staff", "north", people: 20, women: 9),
        ]
        let whole = try RoomCase.data("programme", Self.programme + sessions.joined())
        func part(_ sessions: [String]) throws -> String {
            let options = ["give": "part", "key": "of two"]
            let report = try RoomCase.report("programme", Self.programme + sessions.joined(), options)
            return ReportFormat.json.renderer().render(report)
        }
        for split in 1...3 {
            let parts = try [part(Array(sessions[split...])), part(Array(sessions[..<split]))]
            let request = try RoomCase.request(
                [("p.yaml", Self.programme)] + parts.enumerated().map { ("part\($0).json", $1) })
            #expect(try JSON.object(RoomCase.engine.get().run("programme", request).data) == whole)
            // One part and the sessions of the other.
            let mixed = try RoomCase.request(
                [("p.yaml", Self.programme + sessions[..<split].joined()), ("part.json", parts[0])],
                ["key": "of two"])
            #expect(try JSON.object(RoomCase.engine.get().run("programme", mixed).data) == whole)
        }
    }

    @Test func aPartTellsNoNames() throws {
        let options = ["give": "part", "key": "k"]
        let part = try RoomCase.report("programme", Self.programme + Self.three, options)
        let text = ReportFormat.json.renderer().render(part)
        #expect(!text.contains("\"p1\"") && !text.contains("\"a\"") && !text.contains("03-16"))
        #expect(try RoomCase.problems("programme", Self.programme + Self.three, ["give": "part"]) == ["option.key -"])
    }

    @Test func badPartsAreRefused() throws {
        let options = ["give": "part", "key": "k"]
        let part = ReportFormat.json.renderer().render(
            try RoomCase.report("programme", Self.programme + Self.three, options))
        func problems(_ parts: [String]) throws -> [String] {
            let files = parts.enumerated().map { ("part\($0).json", $1) }
            let request = try RoomCase.request([("p.yaml", Self.programme)] + files)
            do {
                _ = try RoomCase.engine.get().run("programme", request)
                return []
            } catch let error as CompilationError { return error.diagnostics.map(\.code) }
        }
        #expect(try problems([part]) == [])
        #expect(try problems([part, part]) == ["session.duplicate"])
        let hash = try RoomCase.model().identity.hash
        #expect(try problems([part.replacing(hash, with: "0123")]) == ["part.pack"])
        #expect(try problems([part.replacing("\"attended\": 12", with: "\"attended\": 13")]) == ["part.shape"])
        #expect(try problems([part.replacing("4500", with: "\"many\"")]).contains("part.number"))
    }

    @Test(arguments: [
        ("threshold: ‹3", "programme.threshold"), ("channels: {a: {goal: ‹0}}", "count.range"),
        ("margins: {‹sex: {f: 60 %, m: 50 %}}", "margin.shares"),
        ("margins: {sex: {f: ‹-60 %, m: 160 %}}", "share.range"),
        ("planned: [{date: 2026-01, channel: ‹b, places: 3}]", "programme.channel"),
        ("planned: [{date: ‹2026-13, channel: a, places: 3}]", "date.invalid"),
        ("followed: ‹{from: 2030, to: 2040, share: 10 %}", "programme.population"),
        ("population: 10\nfollowed: ‹{from: 2040, to: 2030, share: 10 %}", "programme.followed"),
        ("margins: {sex: {f: 60 %, m: 40 %}}\ncollapse: {sex: {‹x: m}}", "margin.collapse"),
        ("weights: ‹{min: 2, max: 3}", "programme.weights"), ("weights: ‹{min: 0.5 kg, max: 3}", "programme.weights"),
        ("calibrate: {‹foods: 3 kgCO2e/year}", "category.unknown"), ("retention: ‹soon", "date.invalid"),
    ])
    func aProgramme(field: String, problem: String) throws {
        let channels = field.hasPrefix("channels") ? "" : "channels: {a: {goal: 10}}\n"
        let text = "kind: programme\n\(channels)\(field)\n"
        let parts = text.split(separator: "‹", omittingEmptySubsequences: false)
        let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
        let place = "\(lines.count):\((lines.last?.count ?? 0) + 1)"
        #expect(try RoomCase.problems("programme", parts.joined()) == ["\(problem) \(place)"])
    }

    @Test func aGroupWithoutPeopleIsRefused() throws {
        let margins = Self.programme.split(separator: "f: 50 %, m: 50 %").joined(separator: "f: 50 %, m: 40 %, x: 10 %")
        #expect(try RoomCase.problems("programme", margins + Self.three) == ["margin.empty 1:1"])
    }

    @Test func aGroupMayBeCountedWithAnother() throws {
        let margins = Self.programme.split(separator: "f: 50 %, m: 50 %}}").joined(
            separator: "f: 50 %, m: 40 %, x: 10 %}}\ncollapse: {sex: {x: m}}")
        let merged = try RoomCase.data("programme", margins + Self.three)["estimates"]
        #expect(try RoomCase.data("programme", Self.programme + Self.three)["estimates"] == merged)
    }

    @Test func aPageIsEightyColumnsWide() throws {
        for language in Language.allCases {
            let report = try RoomCase.report("programme", Self.programme + Self.three, language: language)
            let page = ReportFormat.text.renderer().render(report)
            #expect((page.split(separator: "\n").map(\.count).max() ?? 0) <= 80)
            #expect(ReportFormat.csv.renderer().render(report).hasPrefix("indicator,year,commune,channel,people"))
        }
    }
}
