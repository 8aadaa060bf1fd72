import EmpreinteModel
import EmpreinteText
import TestSupport
import Testing

@Suite struct PeopleCSVReaderTests {
    private let model: Model

    init() throws { model = try Model.sample() }

    private func read(
        _ bytes: [UInt8], isRejecting: Bool = false, piece: Int = .max, window: Int = 1 << 16,
        _ change: (inout PeopleOptions) -> Void = { _ in }
    ) -> PeopleReading {
        var options = PeopleOptions()
        change(&options)
        do throws(TableError) {
            let stream = ByteStream(MemorySource(bytes, piece: piece), window: window)
            return PeopleReading(try PeopleCSVReader(model, stream, options), model, isRejecting: isRejecting)
        } catch {
            return PeopleReading(refusing: error)
        }
    }

    private func read(
        _ text: String, isRejecting: Bool = false, _ change: (inout PeopleOptions) -> Void = { _ in }
    ) -> PeopleReading {
        read(Array(text.utf8), isRejecting: isRejecting, change)
    }

    // MARK: Reading

    @Test(
        arguments: [
            (
                "id,car.km,car.fuel,vegetarian\np1,12000,electric,true\n",
                ["1 p1 car.km=12000 car.fuel=#1 vegetarian=yes"]
            ),
            ("\u{FEFF}id;share;car.km\r\nÉve;12,5;0,25\r\n", ["1 Éve car.km=0.25 share=12.5"]),
            ("car.km;share\n1000;\n1.5;2.5", ["1 p1 car.km=1000", "2 p2 car.km=1.5 share=2.5"]),
            ("id\tcar.km\nx\t1.5\n\t2", ["1 x car.km=1.5", "2 p2 car.km=2"]),
            ("car.km,vegetarian\n,\n\n7,", ["1 p1", "2 p2 car.km=7"]),
            ("car.km\n\"\"\n\"5\"\n", ["1 p1", "2 p2 car.km=5"]),
            (
                "car.km,share\n5000 m/year,300 ‰\n12 km/year,0.5 %",
                [
                    "1 p1 car.km=5 share=30", "2 p2 car.km=12 share=0.5",
                ]
            ),
            ("car.km;share\n5000,5 m/year;12,5 %", ["1 p1 car.km=5.0005 share=12.5"]),
            ("car.fuel\n\"plug-in \"\"hybrid\"\"\"\npetrol", ["1 p1 car.fuel=#2", "2 p2 car.fuel=#0"]),
            (
                "vegetarian\ntrue\noui\n1\nTRUE\nVRAI\nfalse\nnon\n0\nFALSE\nFAUX",
                [
                    "1 p1 vegetarian=yes", "2 p2 vegetarian=yes", "3 p3 vegetarian=yes", "4 p4 vegetarian=yes",
                    "5 p5 vegetarian=yes", "6 p6 vegetarian=no", "7 p7 vegetarian=no", "8 p8 vegetarian=no",
                    "9 p9 vegetarian=no", "10 p10 vegetarian=no",
                ]
            ),
            ("warmth\n9\n31\n20\n40 count", ["1 p1 warmth=10", "2 p2 warmth=30", "3 p3 warmth=20", "4 p4 warmth=30"]),
            ("weight,year\n2.5,2030\n,", ["1 p1 weight=2.5 year=2030", "2 p2 weight=1 year=2025"]),
            ("id,car.km\n", []), ("id", []),
        ] as [(String, [String])])
    func reads(_ text: String, people: [String]) {
        let reading = read(text)
        #expect(reading.people == people)
        #expect(reading.problems.isEmpty)
    }

    @Test func hasColumnsForWhatTheHeaderNamesOnly() throws {
        var reader = try PeopleCSVReader(model, ByteStream(MemorySource("vegetarian,car.km,car.fuel\n0,,electric\n")))
        var columns = PeopleColumns()
        #expect(try reader.read(into: &columns))
        #expect(columns.numbers.map(\.input) == [0] && columns.numbers[0].answered[0] == 0)
        #expect(columns.options.map(\.input) == [3] && columns.flags.map(\.input) == [4])
        #expect(columns.weights.isEmpty && columns.years.isEmpty && columns.kept.isEmpty && columns.groups.isEmpty)
        #expect(columns.height == 16_384)
        #expect(try !reader.read(into: &columns) && columns.count == 0)
    }

    @Test func countsWhatIsClamped() throws {
        var reader = try PeopleCSVReader(model, ByteStream(MemorySource("warmth\n9\n10\n31 count\n")))
        var columns = PeopleColumns()
        #expect(try reader.read(into: &columns))
        #expect(reader.clampedCount == 2)
    }

    @Test func keepsAndGroups() {
        let text = "id,town,car.fuel,car.km\na,Brest,petrol,1\nb,\"Rouen, \"\"76\"\"\",electric,2\nc,Brest,petrol,3\n"
        let reading = read(text) {
            $0.keep = ["town", "car.fuel"]
            $0.group = "town"
        }
        #expect(
            reading.people == [
                "1 a car.km=1 car.fuel=#0 [Brest] [petrol] in Brest",
                "2 b car.km=2 car.fuel=#1 [Rouen, \"76\"] [electric] in Rouen, \"76\"",
                "3 c car.km=3 car.fuel=#0 [Brest] [petrol] in Brest",
            ])
    }

    @Test func weighsByTheColumnAskedFor() {
        #expect(read("pond\n3\n") { $0.weight = "pond" }.people == ["1 p1 weight=3"])
    }

    // MARK: Refusing

    @Test(
        arguments: [
            ("id,car.kms\n", ["csv.unknown_column 0 1 2"]), ("id,car.km,\n", ["csv.unknown_column 0 1 3"]),
            ("id,car.km,car.km,id\n", ["csv.duplicate_column 0 1 3", "csv.duplicate_column 0 1 4"]),
            ("", ["file.empty 0 1"]),
            ("car.km,share\n1\n2,3\n4,5,6\n", ["csv.ragged 1 2", "csv.ragged 3 4"]),
            (
                "share,car.km\n1,far\n2,80000.5\n3,-1\n",
                ["number.syntax 1 2 2", "answer.range 2 3 2", "answer.range 3 4 2"]
            ),
            (
                "car.km\nnan\ninf\n1e999\n0x10\n",
                [
                    "answer.not_finite 1 2 1", "answer.not_finite 2 3 1", "answer.not_finite 3 4 1",
                    "number.syntax 4 5 1",
                ]
            ),
            (
                "car.km\n1 000\n\"1,5\"\n 5\n12 kg\n12 kmh\n",
                [
                    "number.grouping 1 2 1", "number.decimal_comma 2 3 1", "number.syntax 3 4 1", "unit.mismatch 4 5 1",
                    "unit.unknown 5 6 1",
                ]
            ),
            ("car.fuel,vegetarian\ngas,maybe\n", ["answer.option 1 2 1", "answer.kind 1 2 2"]),
            ("household.size\n0\n2\n-1\n", ["answer.range 1 2 1", "answer.range 3 4 1"]),
            (
                "weight,year\n0,1999\nx,2025.5\n-1,soon\n",
                [
                    "people.weight 1 2 1", "people.year 1 2 2", "people.weight 2 3 1", "people.year 2 3 2",
                    "people.weight 3 4 1", "people.year 3 4 2",
                ]
            ),
            ("share;car.km\n1,5;2\n3;1.5\n4,5;x\n", ["csv.mixed_decimals 2 3 2"]),
            ("share;car.km\n1;x\n3.5;1,5\n", ["number.syntax 1 2 2", "csv.mixed_decimals 2 3 2"]),
            ("share;car.km\n1,5;1.5 km/year\n", ["csv.mixed_decimals 1 2 2"]),
            ("car.km\n1\n\"2\n3\n", ["csv.quote 2 3"]),
            ("car.km,car.fuel\n1,\"a\nb\"\nx,petrol\n", ["answer.option 1 2 2", "number.syntax 2 4 1"]),
        ] as [(String, [String])])
    func refuses(_ text: String, problems: [String]) {
        let reading = read(text)
        #expect(reading.problems == problems)
        #expect(reading.people.isEmpty)
    }

    @Test func saysWhatToDo() throws {
        func problem(_ text: String) throws -> TableProblem? {
            do throws(TableError) {
                var reader = try PeopleCSVReader(model, ByteStream(MemorySource(text)))
                var columns = PeopleColumns()
                _ = try reader.read(into: &columns)
                return nil
            } catch {
                guard case .refused(let problems) = error else { return nil }
                return problems.first
            }
        }
        #expect(try problem("car.kms\n")?.hint == "did you mean 'car.km'?")
        #expect(try problem("car.fuel\npetrl\n")?.hint == "did you mean 'petrol'?")
        #expect(try problem("share;car.km\n1,5;1 234,5\n")?.hint == "write `1234,5`")
        #expect(
            try problem("share;car.km\n1,5;2.5\n")
                == TableProblem(
                    row: 1, line: 2, column: 2, columnName: "car.km", code: "csv.mixed_decimals",
                    message: "decimals are separated by a point here and by a comma elsewhere in the file",
                    hint: "write all numbers of the file in one way"))
        #expect(
            try problem("car.km\n1\n-2\n")?.diagnostic(path: "people.csv")
                == Diagnostic(
                    .error, "answer.range", "car.km: -2 is outside 0 to 80000 km/year for 'car.km'",
                    path: "people.csv:3:1"))
    }

    @Test func refusesWhatTheOptionsMiss() {
        let reading = read("id\n1\n") {
            $0.keep = ["town"]
            $0.group = "age"
        }
        #expect(reading.problems == ["csv.missing_column 0 1", "csv.missing_column 0 1"])
    }

    @Test func refusesTooManyGroups() {
        let reading = read("id,g\n1,a\n2,b\n3,a\n4,c\n") {
            $0.group = "g"
            $0.groupLimit = 2
        }
        #expect(reading.problems == ["csv.groups 4 5 2"])
    }

    @Test func stopsAtAHundredProblems() {
        let rows = (0..<300).map { $0 < 50 ? "1\n" : "x\n" }
        let reading = read("car.km\n" + rows.joined())
        #expect(reading.problems == (51...150).map { "number.syntax \($0) \($0 + 1) 1" })
        let blocks = read("car.km\n" + rows.joined()) { $0.height = 20 }
        #expect(blocks.problems == reading.problems)
        // The blocks before the first bad one had been handed out.
        #expect(blocks.people.count == 40)
    }

    @Test func leavesBadRowsOut() {
        let text = "id,car.km,vegetarian,town\na,1,oui,x\nb,far,maybe,x\nc,\"3\",non,y\nd,4\ne,5,,z\n"
        let reading = read(text, isRejecting: true) {
            $0.keep = ["town"]
            $0.group = "town"
        }
        #expect(
            reading.people == [
                "1 a car.km=1 vegetarian=yes [x] in x", "3 c car.km=3 vegetarian=no [y] in y", "5 e car.km=5 [z] in z",
            ])
        #expect(reading.rejected == ["b,far,maybe,x | 2 number.syntax 2 answer.kind", "d,4 | 4 csv.ragged"])
        #expect(reading.problems.isEmpty)
        #expect(read("car.km\nx\n", isRejecting: true).rejected == ["x | 1 number.syntax"])
    }

    // MARK: Laws

    /// Random files, good and bad, give the same whatever the pieces, the window and the height of blocks.
    @Test(arguments: 0..<40)
    func readsTheSameInAnyPieces(_ seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let cells = [
            "", "1", "12,5", "3,25", "700", "petrol", "electric", "oui", "0", "\"4\"", "\"a\nb\"", "5 km/year", "x",
            "1.5",
        ]
        let columns = ["car.km", "share", "car.fuel", "vegetarian", "town"]
        var text = columns.joined(separator: ";") + "\n"
        for _ in 0..<60 {
            var row = [
                ["", "12", "3,25", "5 km/year"], ["", "7", "\"4\""], ["", "petrol", "electric"], ["", "oui", "0"],
                ["", "Brest", "\"a\nb\""],
            ].map { $0.randomElement(using: &random) ?? "" }
            if seed % 2 == 1, Int.random(in: 0..<10, using: &random) == 0 {
                row[Int.random(in: 0..<5, using: &random)] = cells.randomElement(using: &random) ?? ""
            }
            text += row.joined(separator: ";") + (Bool.random(using: &random) ? "\r\n" : "\n")
        }
        for isRejecting in [false, true] {
            func read(_ piece: Int, _ window: Int, _ height: Int) -> PeopleReading {
                self.read(Array(text.utf8), isRejecting: isRejecting, piece: piece, window: window) {
                    $0.keep = ["town"]
                    $0.group = "town"
                    $0.height = height
                }
            }
            let whole = read(.max, 1 << 16, 1000)
            for (piece, window) in [(1, 16), (5, 40), (64, 300)] {
                #expect(read(piece, window, 1000) == whole, "\(text)")
                let blocks = read(piece, window, 7)
                #expect(blocks.problems == whole.problems && blocks.rejected == whole.rejected)
                if whole.problems.isEmpty { #expect(blocks == whole) }
            }
        }
    }

    /// Answers written with the writer come back to the last bit.
    @Test(arguments: [CSVStyle.international, .french])
    func readsWhatIsWritten(_ style: CSVStyle) throws {
        var random = SplitMix64(seed: 4)
        var writer = RecordWriter(style)
        for name in ["id", "share", "car.fuel"] { writer.text(name) }
        writer.endRecord()
        var expected: [(id: String, share: Double, fuel: Int32)] = []
        for row in 0..<2000 {
            let share = row % 5 == 0 ? Double(row) : Double(random.next() >> 12) / 1e9
            let person = (id: row % 3 == 0 ? "a;b, \"\(row)\"" : "p\(row)", share: share, fuel: Int32(row % 3))
            expected.append(person)
            writer.text(person.id)
            writer.number(person.share)
            writer.text(["petrol", "electric", "plug-in \"hybrid\""][row % 3])
            writer.endRecord()
        }
        var reader = try PeopleCSVReader(model, ByteStream(MemorySource(writer.bytes)))
        var columns = PeopleColumns()
        #expect(try reader.read(into: &columns))
        #expect(columns.count == expected.count)
        for (row, person) in expected.enumerated() where row < columns.count {
            #expect(String(decoding: columns.id(of: row), as: UTF8.self) == person.id)
            #expect(columns.numbers[0].values[row].bitPattern == person.share.bitPattern)
            #expect(columns.options[0].values[row] == person.fuel)
        }
    }
}
