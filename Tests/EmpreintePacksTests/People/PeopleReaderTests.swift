import EmpreinteModel
import EmpreinteText
import Testing

@testable import EmpreintePacks

@Suite struct PeopleReaderTests {
    private let reader: PeopleReader

    init() throws {
        let pack = try LoadedPack(
            """
            ---
            kind: questions
            questions:
              household.size: {unit: person, range: [1, 20], default: 2}
              home.gas: {unit: kWh/year, per: household, default: 12000}
              car.has: {default: true}
              car.km: {unit: vehicle.km/year, range: [0, 80000], default: 9000}
              car.fuel: {options: {petrol: Petrol, diesel: Diesel}, default: petrol}
              bus.km: {unit: km/year, range: [0, 5000], on_out_of_range: clamp, default: 200}
            """)
        reader = PeopleReader(pack.model)
    }

    private func errors(_ text: String, path: String = "people.yaml") -> [String] {
        do throws(CompilationError) {
            _ = try reader.people(in: Array(text.utf8), path: path)
            return []
        } catch {
            return error.summaries
        }
    }

    @Test func readsPeople() throws {
        let text = """
            kind: people
            model: sample@1.0.0
            people:
              - {id: p01, weight: 2.5, year: 2030, answers: {car.km: 12000, car.fuel: diesel, car.has: non}}
              - answers: {car.km: 5000000 vehicle.m/year, home.gas: 3 MWh/year, bus.km: ~}
              - {}
            """
        let file = try reader.people(in: Array(text.utf8), path: "people.yaml")
        let people = file.people
        #expect(file.warnings.isEmpty)
        #expect(people.map(\.id) == ["p01", "p2", "p3"])
        #expect(people.map(\.weight) == [2.5, 1, 1])
        #expect(people.map(\.year) == [2030, nil, nil])
        #expect(people[0].answers == [3: 12_000, 4: 1, 2: 0])
        #expect(people[1].answers == [3: 5_000, 1: 3_000])
        #expect(people[2].answers.isEmpty)
    }

    @Test(arguments: [
        #"{"kind": "people", "people": [{"id": "p01", "answers": {"car.km": 12000, "bus.km": null}}]}"#,
        #" [{"id": "p01", "answers": {"car.km": 12000}}]"#,
    ])
    func readsJSON(text: String) throws {
        let file = try reader.people(in: Array(text.utf8), path: "people")
        let people = file.people
        #expect(people.map(\.id) == ["p01"])
        #expect(people.map(\.answers) == [[3: 12_000]])
    }

    @Test(arguments: ["kind: people\npeople: []\n", "[]"])
    func refusesAListOfNobody(text: String) {
        let error = #expect(throws: CompilationError.self) { try reader.people(in: Array(text.utf8), path: "p") }
        #expect(error?.diagnostics.map(\.code) == ["people.empty"])
    }

    @Test(arguments: [
        ("car.kms: 5", "answer.unknown 3:25"), ("Car km: 5", "answer.unknown 3:25"),
        ("car.fuel: disel", "answer.option 3:35"), ("car.has: maybe", "answer.kind 3:34"),
        ("car.km: 90000", "answer.range 3:33"), ("car.km: -1", "answer.range 3:33"),
        ("car.km: 12 kWh/year", "unit.mismatch 3:36"), ("car.km: 12 kmm", "unit.unknown 3:36"),
        ("car.km: NaN", "number.not_finite 3:33"), ("car.km: inf", "number.not_finite 3:33"),
        ("car.km: 1e999", "number.not_finite 3:33"), ("home.gas: 1e308 TWh/year", "number.not_finite 3:35"),
        ("car.km: many", "number.syntax 3:33"), ("car.km: \"1,5\"", "number.decimal_comma 3:34"),
        ("car.km: 1 000", "number.grouping 3:33"), ("household.size: 0", "answer.range 3:41"),
        ("car.km: [1]", "answer.kind 3:33"),
    ])
    func refusesAnswers(answer: String, expected: String) {
        let parts = expected.split(separator: " ")
        let text = "kind: people\npeople:\n  - {id: p01, answers: {\(answer)}}\n"
        #expect(errors(text) == ["\(parts[0]) people.yaml:\(parts[1])"])
    }

    @Test(arguments: [
        ("- {id: p01}\n  - {id: p01}", "people.duplicate 4:10"), ("- {id: Jane}", "id.syntax 3:10"),
        ("- {weight: 0}", "people.weight 3:14"), ("- {weight: nan}", "people.weight 3:14"),
        ("- {weight: -1}", "people.weight 3:14"), ("- {year: 1999}", "people.year 3:12"),
        ("- {year: soon}", "value.integer 3:12"), ("- {answer: {}}", "key.unknown 3:6"),
        ("- p01", "shape.mismatch 3:5"), ("- {answers: 5}", "shape.mismatch 3:15"),
    ])
    func refusesPeople(person: String, expected: String) {
        let parts = expected.split(separator: " ")
        #expect(errors("kind: people\npeople:\n  \(person)\n") == ["\(parts[0]) people.yaml:\(parts[1])"])
    }

    @Test(arguments: [
        ("", "file.empty people.yaml"), ("# none\n", "file.empty people.yaml"),
        ("people: [{id: p01}]\n", "kind.missing people.yaml:1:1"), ("kind: pack\n", "kind.unknown people.yaml:1:7"),
        ("kind: people\n", "key.missing people.yaml:1:1"),
        ("kind: people\npeople: 5\n", "shape.mismatch people.yaml:2:9"),
        ("[{\"id\": ]", "json.syntax people.yaml:1:9"),
    ])
    func refusesFiles(text: String, expected: String) {
        #expect(errors(text) == [expected])
    }

    @Test func namesTheNearestQuestion() {
        let text = "kind: people\npeople:\n  - {answers: {car.kms: 5}}\n"
        let error = #expect(throws: CompilationError.self) { try reader.people(in: Array(text.utf8), path: "p.yaml") }
        #expect(error?.diagnostics.first?.hint?.hasPrefix("did you mean 'car.km'") == true)
    }

    @Test(arguments: [
        ("sample@1.0.0", false), ("sample", false), ("sample@2.0.0", true), ("other@1.0.0", true), ("other", true),
    ])
    func warnsOfAnotherModel(model: String, isWarned: Bool) throws {
        let text = "kind: people\nmodel: \(model)\npeople: [{id: p01}]\n"
        let warnings = try reader.people(in: Array(text.utf8), path: "p.yaml").warnings
        #expect(warnings.map(\.code) == (isWarned ? ["people.model"] : []))
    }

    @Test func clampsWhereTheQuestionSaysSo() throws {
        let text = "kind: people\npeople:\n  - {answers: {bus.km: 6000}}\n"
        let file = try reader.people(in: Array(text.utf8), path: "p.yaml")
        let people = file.people
        #expect(people.map(\.answers) == [[5: 5_000]])
        #expect(file.warnings.map(\.code) == ["answer.clamped"])
    }
}
