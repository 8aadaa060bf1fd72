import Foundation
import Testing

@Suite struct WorkshopCommandTests {
    private static let examples = "models/rouen/workshop/examples"
    private static let head = """
        kind: session
        id: room
        workshop: two_tonnes_rouen
        channel: citizens
        consent: true
        events:

        """

    @Test func aRoomIsDataAndAPage() throws {
        let data = try Command("workshop", "models/rouen", "\(Self.examples)/session-1.yaml", "--format", "json").json()
        #expect(data["session"] as? String == "session_1")
        #expect(
            (data["rounds"] as? [[String: Any]])?.map { $0["until"] as? Int } == [
                2028, 2031, 2034, 2038, 2041, 2044, 2047, 2050,
            ])
        let page = try Command("workshop", "models/rouen", "\(Self.examples)/session-1.yaml", "--format", "html")
        #expect(page.output.hasPrefix("<!DOCTYPE html>"))
        #expect(page.errors == "")
    }

    @Test func aRoomIsHeldLineByLine() throws {
        let folder = try TemporaryFolder()
        let log = try folder.write(Self.head + "  - {join: p0", to: "room.yaml").path
        let people = try folder.write("id,transport.car.km\np02,9000\np03,4000\n", to: "people.csv").path
        let page = folder.url.appending(path: "room.json").path
        let lines = """
            p01 join transport.car.km=12000
            join \(people)
            p01 pick food.no_red_meat
            p09 pick food.no_red_meat
            what-if p02 pick food.no_red_meat
            undo
            p02 pick transport.short_trips 0.5
            close
            pick public.cycling_plan
            """
        let live = try Command(
            "workshop", "models/rouen", log, "--live", "--format", "json", "-o", page, input: lines)
        #expect(live.status == 0)
        #expect(live.errors.contains("session.unknown_participant"))
        let written = try folder.read("room.yaml")
        #expect(
            written == Self.head + """
                  - {join: p01, answers: {transport.car.km: 12000}}
                  - {join: p02, answers: {transport.car.km: 9000}}
                  - {join: p03, answers: {transport.car.km: 4000}}
                  - {pick: food.no_red_meat, person: p01, round: r1}
                  - {undo: last}
                  - {pick: transport.short_trips, person: p02, round: r1, level: 0.5}
                  - {close: r1}
                  - {pick: public.cycling_plan, round: r2}

                """)
        // The last page is what the whole log gives at once.
        let whole = try Command("workshop", "models/rouen", log, "--format", "json")
        #expect(try folder.read("room.json") == whole.output)

        let added = try Command("workshop", "models/rouen", log, "--add", "p03 leave")
        #expect(added.status == 0)
        #expect(try folder.read("room.yaml") == written + "  - {leave: p03}\n")
        let refused = try Command("workshop", "models/rouen", log, "--add", "p03 leave")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("session.left"))

        let forgotten = try Command("workshop", "models/rouen", log, "--forget", "p02")
        #expect(forgotten.output.contains("2 events of p02 are gone"))
        #expect(try !folder.read("room.yaml").contains("p02"))
    }

    @Test func aTornLogIsToldAndRead() throws {
        let folder = try TemporaryFolder()
        let log = try folder.write(Self.head + "  - {join: p01}\n  - {join: p0", to: "room.yaml").path
        let room = try Command("workshop", "models/rouen", log, "--format", "json")
        #expect(room.status == 0)
        #expect(room.errors.contains("log.torn"))
        #expect((try room.json()["people"] as? [Any])?.count == 1)
    }

    @Test func aProgrammeFindsItsSessions() throws {
        let data = try Command("programme", "models/rouen", "\(Self.examples)/programme.yaml", "--format", "json")
            .json()
        let channels = data["channels"] as? [[String: Any]]
        // One of the staff left: how many took part would tell that, beside how many are counted.
        #expect(channels?.map { $0["people"] as? Int } == [12, nil])
        let folder = try TemporaryFolder()
        let lost = try folder.write(
            "kind: programme\nchannels: {a: {goal: 3}}\nsessions: [no-*.yaml]\n", to: "programme.yaml"
        ).path
        #expect(try Command("programme", "models/rouen", lost).errors.contains("programme.sessions"))
    }

    @Test func aPartIsPutTogetherElsewhere() throws {
        let folder = try TemporaryFolder()
        let part = folder.url.appending(path: "part.json").path
        let whole = try Command("programme", "models/rouen", "\(Self.examples)/programme.yaml", "--format", "json")
        let given = try Command(
            "programme", "models/rouen", "\(Self.examples)/programme.yaml", "--part", "--key", "k", "-o", part)
        #expect(given.status == 0 && given.output == "")
        let text = try String(contentsOf: Self.root("\(Self.examples)/programme.yaml"), encoding: .utf8)
        let programme = try folder.write(
            text.replacing("sessions: [session-*.yaml]\n", with: ""), to: "programme.yaml"
        ).path
        let again = try Command("programme", "models/rouen", programme, part, "--format", "json")
        #expect(again.output == whole.output)
    }

    private static func root(_ path: String) -> URL { Command.root.appending(path: path) }

    @Test func commitmentsAreFollowedUp() throws {
        let data = try Command("commitments", "models/rouen", "\(Self.examples)/commitments.yaml", "--format", "json")
            .json()
        let all = data["all"] as? [String: Any]
        // Seven kept, one by half, two dropped, two unknown.
        #expect(all?["kept"] as? Double == 7.5)
        #expect(all?["rate"] as? Double == 0.75)
    }

    @Test(arguments: ["rouen", "brest", "grenoble"])
    func aTerritoryHasItsWorkshop(pack: String) throws {
        let folder = try TemporaryFolder()
        let log = try folder.write(
            "kind: session\nworkshop: two_tonnes_\(pack)\nevents:\n  - {join: p01}\n", to: "room.yaml"
        ).path
        let room = try Command("workshop", "models/\(pack)", log)
        #expect(room.status == 0)
        #expect(room.errors == "")
    }
}
