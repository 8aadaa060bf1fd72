import Foundation
import Testing

/// People as offices save them.
@Suite struct TableTests {
    private static let header = "id,household.size,transport.car.km,transport.car.fuel,transport.car.has"

    /// One person four ways; all give the row that YAML gives.
    @Test(arguments: [
        "id,household.size,transport.car.km,transport.car.fuel\np01,2.5,12000,diesel\n",
        "\u{FEFF}id,household.size,transport.car.km,transport.car.fuel\r\np01,2.5,12000,diesel\r\n",
        "id;household.size;transport.car.km;transport.car.fuel\np01;2,5;12000;diesel",
        "id\thousehold.size\ttransport.car.km\ttransport.car.fuel\np01\t2.5\t12000\tdiesel\n",
        "\"id\",\"household.size\",\"transport.car.km\",\"transport.car.fuel\"\n\"p01\",\"2.5\",\"12000\",\"diesel\"\n",
    ])
    func officeFilesAreRead(text: String) throws {
        let yaml = """
            kind: people
            people: [{id: p01, answers: {household.size: 2.5, transport.car.km: 12000, transport.car.fuel: diesel}}]
            """
        let expected = try Command("footprint", "models/france", "-", "--format", "csv", input: yaml).output
        let folder = try TemporaryFolder()
        let file = try folder.write(text, to: "people.csv")
        let run = try Command("footprint", "models/france", file.path, "--format", "csv")
        #expect(run.status == 0)
        #expect(run.output == expected)
        #expect(try Command("footprint", "models/france", "-", "--format", "csv", input: text).output == expected)
        let json = try Command("footprint", "models/france", file.path, "--format", "json").json()
        #expect((json["people"] as? [[String: Any]])?.count == 1)
    }

    @Test func jsonLinesAreRead() throws {
        let lines = """
            {"id": "p01", "answers": {"household.size": 2.5}}
            {"id": "p02", "household.size": 1}

            """
        let run = try Command("footprint", "models/france", "-", "--format", "csv", input: lines)
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n").map { $0.prefix(4) } == ["id,y", "p01,", "p02,"])
    }

    @Test func aHeaderAloneGivesAHeader() throws {
        let run = try Command("footprint", "models/france", "-", "--format", "csv", input: Self.header + "\n")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("id,year,ghg,"))
        #expect(run.output.split(separator: "\n").count == 1)
        #expect(run.errors.contains("nobody"))
    }

    @Test(arguments: [
        ("id,transport.car.kms\np01,3\n", "-:1:2", "csv.unknown_column", "transport.car.km"),
        ("id,transport.car.km\np01,3\np02,many\n", "-:3:2", "number.", ""),
        ("id,household.size\np01,0\n", "-:2:2", "answer.range", ""),
        ("id,household.size\np01,31\n", "-:2:2", "answer.range", ""),
        ("id,transport.car.fuel\np01,kerosene\n", "-:2:2", "answer.option", "options:"),
        ("id,transport.car.km\np01,NaN\n", "-:2:2", "answer.not_finite", ""),
        ("id,transport.car.km\np01,3,4\n", "-:2", "csv.ragged", ""),
        ("id;household.size;transport.car.km\np01;2,5;1.5\n", "-:2:3", "csv.mixed_decimals", ""),
    ])
    func whatIsWrongHasItsRowAndColumn(text: String, place: String, code: String, hint: String) throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "f.csv")
        let run = try Command("footprint", "models/france", "-", "--format", "csv", "-o", file.path, input: text)
        #expect(run.status == 1)
        #expect(run.output == "")
        #expect(run.errors.contains(place + ": error:"), "\(run.errors)")
        #expect(run.errors.contains("[\(code)"), "\(run.errors)")
        #expect(hint.isEmpty || run.errors.contains(hint), "\(run.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    @Test func whatIsAskedOfATableIsThereOrRefused() throws {
        let people = "id,household.size,poids\np01,1,2\n"
        let missing = try Command("footprint", "models/france", "-", "--weight", "weights", input: people)
        #expect(missing.status == 1)
        #expect(missing.errors.contains("[csv.missing_column]"))
        let tiny = try Command(
            "footprint", "models/france", "-", "--weight", "poids",
            input: people.replacing(",2\n", with: ",0.0000001\n"))
        #expect(tiny.status == 1)
        #expect(tiny.errors.contains("[people.weight]"))
        let document = try Command(
            "footprint", "models/france", "models/france/examples/people.yaml", "--by", "commune")
        #expect(document.status == 1)
        #expect(document.errors.contains("[people.document]"))
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no full device: skipped"))
    func aFullOutputIsAnError() throws {
        let run = try Command("footprint", "models/france", "-o", "/dev/full")
        #expect(run.status == 1)
        #expect(run.errors.contains("[file.unwritable]"))
    }

    @Test func badRowsAreLeftOutWhenAskedTo() throws {
        var rows = (1...1000).map { "p\($0),2,\(1000 + $0),petrol,true" }
        rows[10] = "p11,0,1000,petrol,true"
        rows[500] = "p501,2,many,petrol,true"
        rows[999] = "p1000,2,1000,water,true"
        let text = ([Self.header] + rows).joined(separator: "\n")
        let folder = try TemporaryFolder()
        let rejects = folder.url.appending(path: "r.csv")
        let run = try Command(
            "footprint", "models/france", "-", "--format", "csv", "--rejects", rejects.path, input: text)
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n").count == 998)
        #expect(run.errors.contains("3 of 1000 rows were left out"))
        let left = try folder.read("r.csv").split(separator: "\n")
        #expect(left.count == 4)
        #expect(left.dropFirst().map { $0.split(separator: ",")[0] } == ["11", "501", "1000"])
    }

    @Test func rowsAreTheSameInAnyCompany() throws {
        let people = try Command("sample", "models/france", "--count", "300", "--seed", "7").output
        let lines = people.split(separator: "\n").map(String.init)
        let whole = try Command("footprint", "models/france", "-", "--format", "csv", input: people).output
            .split(separator: "\n").map(String.init)
        let reversed = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
        let backwards = try Command(
            "footprint", "models/france", "-", "--format", "csv", "--threads", "8", input: reversed
        ).output.split(separator: "\n").map(String.init)
        #expect(Array(backwards.dropFirst().reversed()) == Array(whole.dropFirst()))
        let alone = try Command(
            "footprint", "models/france", "-", "--format", "csv", input: [lines[0], lines[42]].joined(separator: "\n"))
        #expect(alone.output.split(separator: "\n").last.map(String.init) == whole[42])
    }

    @Test func aSummaryGroupsAndKeepsWhatIsAsked() throws {
        let people = "id,commune,weight,household.size\np01,north,2,1\np02,south,1,2\np03,north,1,1\n"
        let groups = try Command(
            "footprint", "models/france", "-", "--by", "commune", "--format", "json", input: people
        ).json()
        let found = try #require(groups["groups"] as? [[String: Any]])
        #expect(found.map { $0["id"] as? String } == [nil, "north", "south"])
        #expect(found.map { $0["people"] as? Int } == [3, 2, 1])
        #expect(found.map { $0["weight"] as? Double } == [4, 3, 1])
        let kept = try Command(
            "footprint", "models/france", "-", "--keep", "commune", "--format", "csv", input: people
        ).output.split(separator: "\n")
        #expect(kept[0].hasPrefix("id,year,commune,ghg,"))
        #expect(kept[1].hasPrefix("p01,2025,north,"))
    }

    @Test func sampledPeopleFollowTheirDistributions() throws {
        let run = try Command("sample", "models/france", "--count", "4000", "--seed", "3")
        #expect(run.status == 0)
        #expect(run.errors.contains("drawn from declared distributions"))
        let rows = run.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let column = try #require(rows[0].firstIndex(of: "transport.car.has"))
        let share = Double(rows.dropFirst().filter { $0[column] == "true" }.count) / 4000
        #expect(abs(share - 0.81) < 0.025)
        #expect(try Command("sample", "models/france", "--count", "4000", "--seed", "3").output == run.output)
        #expect(try Command("sample", "models/france", "--count", "4000", "--seed", "4").output != run.output)
    }
}
