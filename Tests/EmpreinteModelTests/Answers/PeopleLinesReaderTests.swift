import EmpreinteModel
import EmpreinteText
import Testing

@Suite struct PeopleLinesReaderTests {
    private let model: Model

    init() throws { model = try Model.sample() }

    private func read(
        _ text: String, isRejecting: Bool = false, piece: Int = .max, window: Int = 1 << 12,
        _ change: (inout PeopleOptions) -> Void = { _ in }
    ) -> PeopleReading {
        var options = PeopleOptions()
        change(&options)
        let stream = ByteStream(MemorySource(text, piece: piece), window: window, limit: 1 << 12)
        return PeopleReading(PeopleLinesReader(model, stream, options), model, isRejecting: isRejecting)
    }

    @Test(
        arguments: [
            (
                #"{"id": "a", "answers": {"car.km": 12000, "car.fuel": "electric"}, "weight": 2}"#,
                [
                    "1 a car.km=12000 car.fuel=#1 weight=2"
                ]
            ),
            (
                "{\"car.km\": \"5000 m/year\"}\r\n\n  \n{\"vegetarian\": true, \"id\": 7}\n",
                [
                    "1 p1 car.km=5", "2 7 vegetarian=yes",
                ]
            ),
            ("\u{FEFF}{\"warmth\": 40, \"share\": null}", ["1 p1 warmth=30"]),
            (
                "{}\n{\"year\": 2030}\n{\"weight\": 3}",
                [
                    "1 p1 weight=1 year=2025", "2 p2 weight=1 year=2030", "3 p3 weight=3 year=2025",
                ]
            ),
            ("", []), ("\n\n", []),
        ] as [(String, [String])])
    func reads(_ text: String, people: [String]) {
        let reading = read(text)
        #expect(reading.people == people)
        #expect(reading.problems.isEmpty)
    }

    @Test(
        arguments: [
            ("{\"id\": \"a\"}\n{\"car.km\": }\n", ["json.syntax 2 2 12"]),
            ("[1]", ["people.form 1 1 1"]),
            (
                #"{"car.kms": 1, "car.fuel": "gas", "vegetarian": [1]}"#,
                [
                    "answer.unknown 1 1 2", "answer.option 1 1 28", "answer.kind 1 1 49",
                ]
            ),
            (
                #"{"answers": {"car.km": 80001, "share": "nan", "id": 1}}"#,
                [
                    "answer.range 1 1 24", "answer.not_finite 1 1 41", "answer.unknown 1 1 47",
                ]
            ),
            (
                #"{"household.size": 0, "weight": 0, "year": 1999}"#,
                [
                    "answer.range 1 1 20", "people.weight 1 1 33", "people.year 1 1 44",
                ]
            ),
            (#"{"id": 1, "id": 2}"#, ["json.duplicate_key 1 1 11"]),
            ("{}\n{\"id\": \"" + String(repeating: "x", count: 5000) + "\"}\n", ["limit.size 2 2"]),
        ] as [(String, [String])])
    func refuses(_ text: String, problems: [String]) {
        let reading = read(text)
        #expect(reading.problems == problems)
        #expect(reading.people.isEmpty)
    }

    @Test func leavesBadRowsOut() {
        let reading = read("{\"car.km\": 1}\n{\"share\": }\n{\"car.km\": 3}\n", isRejecting: true)
        #expect(reading.people == ["1 p1 car.km=1", "3 p3 car.km=3"])
        #expect(reading.rejected == ["{\"share\": } | 2 json.syntax"])
    }

    @Test func keepsAndGroups() {
        let reading = read("{\"town\": \"Brest\", \"age\": 30, \"car.km\": 1}\n{\"town\": \"Rouen\"}\n") {
            $0.keep = ["age", "car.km"]
            $0.group = "town"
        }
        #expect(reading.people == ["1 p1 car.km=1 [30] [1] in Brest", "2 p2 [] [] in Rouen"])
    }

    @Test func addsColumnsWhenQuestionsAreAnswered() throws {
        let text = "{\"car.km\": 1}\n{\"share\": 2}\n{}\n"
        var options = PeopleOptions()
        options.height = 1
        var reader = PeopleLinesReader(model, ByteStream(MemorySource(text)), options)
        var columns = PeopleColumns()
        #expect(try reader.read(into: &columns) && columns.numbers.map(\.input) == [0])
        #expect(try reader.read(into: &columns) && columns.numbers.map(\.input) == [0, 1])
        #expect(columns.numbers.map { $0.answered[0] } == [0, 1])
        // Another block gets the same columns, empty.
        var other = PeopleColumns()
        #expect(try reader.read(into: &other) && other.numbers.map(\.input) == [0, 1])
        #expect(other.numbers.map { $0.answered[0] } == [0, 0] && other.numbers.map { $0.values[0] } == [0, 0])
    }

    @Test(arguments: [(1, 64), (3, 16), (50, 32)])
    func readsTheSameInAnyPieces(_ piece: Int, _ window: Int) {
        let text = (0..<30).map { row in
            row % 9 == 8
                ? "{\"car.km\": x}\n"
                : "{\"id\": \"p\(row)\", \"car.km\": \(row * 37), \"vegetarian\": \(row % 2 == 0)}\n"
        }.joined()
        #expect(read(text, piece: piece, window: window) == read(text))
        let rejecting = read(text, isRejecting: true)
        #expect(rejecting.people.count == 27 && rejecting.rejected.count == 3)
        #expect(read(text, isRejecting: true, piece: piece, window: window) { $0.height = 4 } == rejecting)
    }
}
