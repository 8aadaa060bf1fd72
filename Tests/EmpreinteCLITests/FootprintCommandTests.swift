import Foundation
import Testing

@Suite struct FootprintCommandTests {
    @Test func jsonHasItsShape() throws {
        let run = try Command("footprint", "models/france", "--format", "json")
        #expect(run.status == 0)
        #expect(run.errors == "")
        let report = try run.json()
        #expect(report["format"] as? Int == 1)
        #expect(report["engine"] as? String == "empreinte 0.1.0")
        #expect(report["pack"] as? String == "france")
        #expect((report["hash"] as? String)?.count == 64)
        #expect(report["year"] as? Int == 2025)
        let people = try #require(report["people"] as? [[String: Any]])
        #expect(people.map { $0["id"] as? String } == ["default"])
        let indicators = try #require(people[0]["indicators"] as? [String: [String: Any]])
        #expect(indicators["ghg"]?["unit"] as? String == "kgCO2e/year")
        #expect(indicators["energy"]?["unit"] as? String == "kWh/year")
        let targets = try #require(people[0]["targets"] as? [[String: Any]])
        let total = try #require(indicators["ghg"]?["total"] as? Double)
        #expect(targets[0]["value"] as? Double == 2000)
        #expect(targets[0]["gap"] as? Double == total - 2000)
    }

    @Test func leavesAddUpToBranchesAndTotal() throws {
        let report = try Command("footprint", "models/france", "models/france/examples/people.yaml", "--format", "json")
            .json()
        let people = try #require(report["people"] as? [[String: Any]])
        #expect(people.count == 5)
        for person in people {
            let indicators = try #require(person["indicators"] as? [String: [String: Any]])
            for (_, result) in indicators {
                let total = try #require(result["total"] as? Double)
                let branches = try #require(result["categories"] as? [String: [String: Any]])
                var sum = 0.0
                for (_, branch) in branches {
                    let parts = try #require(branch["parts"] as? [String: Double])
                    let branchTotal = try #require(branch["total"] as? Double)
                    #expect(abs(parts.values.reduce(0, +) - branchTotal) <= 1e-9)
                    sum += branchTotal
                }
                #expect(abs(sum - total) <= 1e-9)
                let coverage = try #require(result["coverage"] as? Double)
                #expect((0...1).contains(coverage))
            }
        }
    }

    @Test func goldenPeopleAgreeWithTheIndependentScript() throws {
        let golden = try JSONSerialization.jsonObject(
            with: Data(contentsOf: Command.root.appending(path: "Tests/Golden/france.expected.json")))
        let expected = try #require(golden as? [String: [String: Double]])
        let report = try Command("footprint", "models/france", "models/france/examples/people.yaml", "--format", "json")
            .json()
        let people = try #require(report["people"] as? [[String: Any]])
        for person in people {
            let id = try #require(person["id"] as? String)
            let indicators = try #require(person["indicators"] as? [String: [String: Any]])
            let categories = try #require(indicators["ghg"]?["categories"] as? [String: [String: Any]])
            let values = try #require(expected[id])
            for (category, value) in values where category != "total" {
                let found = try #require(categories[category]?["total"] as? Double)
                #expect(abs(found - value) <= 1e-9 * value, "\(id) \(category)")
            }
            let total = try #require(indicators["ghg"]?["total"] as? Double)
            let wanted = try #require(values["total"])
            #expect(abs(total - wanted) <= 1e-9 * wanted, "\(id)")
        }
    }

    @Test func frenchReadsAsFrench() throws {
        let run = try Command("footprint", "models/france", "--lang", "fr")
        #expect(run.output.contains("Empreinte carbone · personne par défaut"))
        #expect(run.output.contains("8,14 t CO2e par an"))
        #expect(run.output.contains("hors de portée seul"))
        #expect(run.output.contains("objectif 2050 : 2\u{A0}t, il reste"))
        #expect(!run.output.contains("8.14"))
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test(arguments: [
        (["LC_ALL": "fr_FR.UTF-8"], "Empreinte carbone"), (["LANG": "fr_BE"], "Empreinte carbone"),
        (["LANG": "C.UTF-8"], "Carbon footprint"), ([:], "Carbon footprint"),
    ])
    func theLocaleChoosesTheLanguage(environment: [String: String], title: String) throws {
        #expect(try Command("footprint", "models/france", environment: environment).output.hasPrefix(title))
    }

    @Test func csvHasARowAPerson() throws {
        let people = "models/france/examples/people.yaml"
        let lines = try Command("footprint", "models/france", people, "--format", "csv").output.split(separator: "\n")
        #expect(lines.count == 6)
        #expect(lines[0].hasPrefix("id,year,ghg,ghg.transport,ghg.food"))
        #expect(lines[1].hasPrefix("p01,2025,4356.5627409177"))
        let french = try Command("footprint", "models/france", people, "--format", "csv", "--csv", "fr").output
        #expect(french.contains("p01;2025;4356,5627409177"))
    }

    @Test func peopleComeFromStandardInputToo() throws {
        let people = #"[{"id": "p01", "answers": {"household.size": "2 person", "transport.car.has": false}}]"#
        let run = try Command("footprint", "models/france", "-", "--format", "csv", input: people)
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n").count == 2)
    }

    @Test func aWrongAnswerIsNamedWithItsPlace() throws {
        let people = """
            kind: people
            people:
              - id: p01
                answers:
                  transport.car.klm: 3
                  household.size: 0
                  transport.car.fuel: petroleum
            """
        let run = try Command("footprint", "models/france", "-", input: people)
        #expect(run.status == 1)
        #expect(run.output == "")
        #expect(run.errors.contains("-:5:7: error:"))
        #expect(run.errors.contains("did you mean 'transport.car.km'"))
        #expect(run.errors.contains("[answer.unknown]"))
        #expect(run.errors.contains("[answer.range]"))
        #expect(run.errors.contains("[answer.option]"))
    }

    @Test func anotherYearUsesItsFigures() throws {
        let of2022 = try Command("footprint", "models/france", "--year", "2022", "--format", "csv").output
        #expect(of2022.contains("default,2022,8152.8182103584"))
        let outside = try Command("footprint", "models/france", "--year", "2060")
        #expect(outside.status == 1)
        #expect(outside.errors.contains("[year.outside]"))
    }

    @Test func outputIsWrittenWholeOrNotAtAll() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "f.json")
        #expect(try Command("footprint", "models/france", "--format", "json", "-o", file.path).output == "")
        #expect(try folder.read("f.json").hasPrefix("{\n  \"format\": 1"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["f.json"])
        let refused = try Command("footprint", "models/france", "-o", "/nowhere/f.json")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("[file.unwritable]"))
    }
}
