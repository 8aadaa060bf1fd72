import Foundation
import Testing

@Suite struct PackCommandTests {
    @Test func theFrenchPackIsCleanAndMeetsItsTests() throws {
        let check = try Command("check", "models/france")
        #expect(check.status == 0)
        #expect(check.errors == "")
        #expect(check.output.hasSuffix("no problem\n"))
        let test = try Command("test", "models/france", "--format", "json")
        #expect(test.status == 0)
        let report = try test.json()
        #expect(report["failed"] as? Int == 0)
        #expect((report["passed"] as? Int ?? 0) >= 24)
    }

    @Test func aFailedTestIsAFailure() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            kind: pack
            id: small
            version: 1.0.0
            language: en
            years: {from: 2020, to: 2030, reference: 2025}
            ---
            kind: formulas
            formulas: {heat: {gives: {ghg: 3 kgCO2e/year}}}
            ---
            kind: categories
            categories: {home: {contains: [heat]}}
            ---
            kind: tests
            tests:
              - {name: right, expect: {ghg: 3 kgCO2e/year}}
              - {name: wrong, expect: {home: 4 kgCO2e/year ± 1 %}}
            """, to: "pack.yaml")
        let run = try Command("test", folder.url.path)
        #expect(run.status == 1)
        #expect(run.output.contains("FAILED"))
        #expect(run.output.contains("1 of 2 expected values met."))
    }

    @Test func checkNamesEveryProblemAtItsPlace() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            kind: pack
            id: small
            version: 1.0.0
            language: en
            years: {from: 2020, to: 2030, reference: 2025}
            ---
            kind: formulas
            formulas:
              heat: {gives: {ghg: 3 kgCO2e/year + 2 kWh}}
              warm: {give: {ghg: 3 kgCO2e/year}}
            """, to: "pack.yaml")
        let text = try Command("check", folder.url.path)
        #expect(text.status == 1)
        #expect(text.errors.contains("pack.yaml:9:37: error: kgCO2e/year does not meet kWh [unit.mismatch]"))
        #expect(text.errors.contains("did you mean 'gives'?"))
        let json = try Command("check", folder.url.path, "--format", "json")
        #expect(json.status == 1)
        let problems = try json.json([[String: Any]].self)
        let codes = problems.compactMap { $0["code"] as? String }
        #expect(codes.contains("unit.mismatch") && codes.contains("key.unknown"))
        #expect(problems.allSatisfy { $0["line"] is Int && $0["column"] is Int })
    }

    @Test func aResolvedPackComputesTheSame() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "france.yaml")
        #expect(try Command("resolve", "models/france", "-o", file.path).status == 0)
        let people = "models/france/examples/people.yaml"
        let whole = try Command("footprint", "models/france", people, "--format", "json").output
        #expect(try Command("footprint", file.path, people, "--format", "json").output == whole)
    }

    @Test func aPackIsFoundByName() throws {
        let run = try Command("check", "france", environment: ["EMPREINTE_MODELS": "/nowhere:models"])
        #expect(run.status == 0)
        let unknown = try Command("check", "frence", environment: ["EMPREINTE_MODELS": "models"])
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("tried: frence, models/frence"))
    }

    @Test(arguments: ["questions", "factors", "formulas", "categories", "indicators", "sources", "targets"])
    func listGivesObjects(what: String) throws {
        let objects = try Command("list", "models/france", what, "--format", "json").json([[String: Any]].self)
        #expect(!objects.isEmpty)
        #expect(objects.allSatisfy { $0["id"] is String && $0["label"] is String })
    }

    @Test func listRefusesWhatItDoesNotKnow() throws {
        let run = try Command("list", "models/france", "factor")
        #expect(run.status == 1)
        #expect(run.errors.contains("did you mean 'factors'?"))
    }
}
