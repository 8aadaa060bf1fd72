import Foundation
import Testing

@Suite struct ActionsCommandTests {
    /// A footprint of 1000 kg, and three actions that leave a half, four fifths and nine tenths of it.
    private static let pack = """
        kind: pack
        id: tiny
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2050, reference: 2025}
        ---
        kind: sources
        sources: {src.a: {title: A}}
        ---
        kind: factors
        factors: {one: {value: 1 kgCO2e/km, year: 2024, source: src.a}}
        ---
        kind: questions
        questions: {km: {unit: km/year, default: 1000}}
        ---
        kind: formulas
        formulas: {trips: {gives: {ghg: km * one}}}
        ---
        kind: categories
        categories: {all: {contains: [trips]}}
        ---
        kind: actions
        actions:
          all.half: {who: person, domain: all, effects: [{scale: {target: km, to: 50 %}}], source: src.a}
          all.fifth: {who: person, domain: all, effects: [{scale: {target: km, to: 80 %}}], source: src.a}
          all.tenth: {who: person, domain: all, effects: [{scale: {target: km, to: 90 %}}], source: src.a}
        """

    @Test func theWorkedNumbers() throws {
        let folder = try TemporaryFolder()
        let pack = try folder.write(Self.pack, to: "tiny.yaml").path
        let people = try folder.write(
            "kind: people\npeople: [{id: p01, answers: {}, taken: [all.half, all.fifth, all.tenth]}]", to: "people.yaml"
        ).path
        let json = try Command("actions", pack, people, "--format", "json").json()
        let person = try #require((json["people"] as? [[String: Any]])?.first)
        #expect(person["reduction"] as? Double == 640)
        #expect(person["overlap"] as? Double == 160)
        let taken = try #require(person["taken"] as? [[String: Any]])
        func gains(_ method: String) -> [Double] { taken.compactMap { $0[method] as? Double } }
        #expect(gains("alone") == [500, 200, 100])
        #expect(gains("in_order") == [500, 100, 40])
        for (gain, expected) in zip(gains("shapley"), [428.3333, 143.3333, 68.3333]) {
            #expect(abs(gain - expected) < 5e-5)
        }
        let floors = try #require(person["floors"] as? [String: Any])
        let alone = try #require(floors["min_personal"] as? [String: Any])
        #expect(alone["value"] as? Double == 360)
        let text = try Command("actions", pack, people, "--lang", "en")
        #expect(text.output.contains("160\u{A0}kg"))
    }

    @Test func theCheapestWayToALevel() throws {
        let folder = try TemporaryFolder()
        let pack = try folder.write(Self.pack, to: "tiny.yaml").path
        let json = try Command("actions", pack, "--target", "0.5 tCO2e/year", "--format", "json").json()
        let person = try #require((json["people"] as? [[String: Any]])?.first)
        let cheapest = try #require(person["cheapest"] as? [String: Any])
        #expect(cheapest["actions"] as? [String] == ["all.half"])
        #expect(cheapest["exact"] as? Bool == true)
        let far = try Command("actions", pack, "--target", "300 kgCO2e/year", "--lang", "en")
        #expect(far.output.contains("out of reach"))
    }

    /// A table has nobody's choices: the group is told what it could do.
    @Test func aTableOfPeopleIsAGroup() throws {
        let folder = try TemporaryFolder()
        let pack = try folder.write(Self.pack, to: "tiny.yaml").path
        let crowd = "id,weight,km\n" + (0..<1_200).map { "p\($0),2,\($0 % 2 == 0 ? 500 : 1500)\n" }.joined()
        let json = try Command("actions", pack, "-", "--format", "json", input: crowd).json()
        #expect((json["people"] as? [Any])?.isEmpty == true)
        let group = try #require(json["group"] as? [String: Any])
        #expect(group["people"] as? Int == 1200)
        #expect(group["before"] as? Double == 1000)
        let next = try #require((group["next"] as? [[String: Any]])?.first)
        #expect(next["id"] as? String == "all.half")
        #expect(next["mean"] as? Double == 500)
        #expect(next["sum"] as? Double == 1_200_000.0)
    }

    /// What the people of Brest have taken brings less together than action by action, and adds up.
    @Test func fivePeopleOfBrest() throws {
        let json = try Command("actions", "models/brest", "models/brest/examples/people.yaml", "--format", "json")
            .json()
        let people = try #require(json["people"] as? [[String: Any]])
        #expect(people.count == 5)
        for person in people {
            let reduction = try #require(person["reduction"] as? Double)
            let sums = try #require(person["sums"] as? [String: Double])
            #expect(reduction > 0)
            for method in ["in_order", "shapley"] {
                #expect(abs((sums[method] ?? .nan) - reduction) < 1e-9 * reduction)
            }
        }
        let overlaps = people.compactMap { $0["overlap"] as? Double }
        #expect(overlaps.contains { $0 > 100 })
        let next = people.flatMap { (($0["next"] as? [String: Any])?["ranked"] as? [[String: Any]]) ?? [] }
        #expect(next.contains { ($0["alone"] as? Double ?? 0) - ($0["after"] as? Double ?? 0) > 100 })
    }

    @Test func floorsStandInTheFootprintWhereAsked() throws {
        let folder = try TemporaryFolder()
        let pack = try folder.write(Self.pack, to: "tiny.yaml").path
        let json = try Command("footprint", pack, "--floors", "--format", "json").json()
        let person = try #require((json["people"] as? [[String: Any]])?.first)
        let floors = try #require(person["floors"] as? [String: Any])
        #expect((floors["min_all"] as? [String: Any])?["value"] as? Double == 360)
        #expect(try !Command("footprint", pack, "--format", "json").output.contains("floors"))
    }

    @Test(arguments: ["actions", "scenarios", "supports"])
    func whatAPackHoldsIsListed(_ what: String) throws {
        let things = try Command("list", "models/brest", what, "--format", "json").json([[String: Any]].self)
        #expect(!things.isEmpty)
        #expect(things.allSatisfy { $0["id"] is String && $0["label"] is String })
    }

    @Test func whatDoesNotApplyIsRefused() throws {
        let run = try Command(
            "actions", "models/france", "-",
            input:
                "kind: people\npeople: [{id: p01, answers: {transport.car.has: false}, taken: [transport.live_without_car]}]"
        )
        #expect(run.status == 1)
        #expect(run.errors.contains("choice.not_applicable"))
        #expect(run.errors.contains("transport.car.has"))
    }
}
