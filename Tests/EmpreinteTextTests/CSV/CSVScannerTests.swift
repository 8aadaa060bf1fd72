import EmpreinteText
import TestSupport
import Testing

@Suite struct CSVScannerTests {
    /// What a scanner makes of some bytes.
    private struct Reading: Equatable {
        var header: [String] = []
        var rows: [[String]] = []
        var problems: [String] = []
    }

    private func read(
        _ bytes: [UInt8], piece: Int = .max, window: Int = 1 << 12, limit: Int = 1 << 12, batch: Int = 1000
    ) -> Reading {
        var reading = Reading()
        do throws(TableError) {
            var scanner = try CSVScanner(ByteStream(MemorySource(bytes, piece: piece), window: window, limit: limit))
            reading.header = scanner.header
            while try scanner.scan(atMost: batch) > 0 {
                for record in 0..<scanner.count {
                    reading.rows.append(scanner.header.indices.map { scanner.text(at: record, column: $0) })
                }
                reading.problems += scanner.problems.map(describe)
            }
        } catch {
            guard case .refused(let problems) = error else { return reading }
            reading.problems += problems.map(describe)
        }
        return reading
    }

    private func describe(_ problem: TableProblem) -> String {
        "\(problem.code) \(problem.row) \(problem.line)" + (problem.column.map { " \($0)" } ?? "")
    }

    // MARK: What offices save

    @Test(
        arguments: [
            ("a,b\n1,2\n", ["a", "b"], [["1", "2"]]),
            ("\u{FEFF}a;b\r\n1,5;2\r\n", ["a", "b"], [["1,5", "2"]]),
            ("a\tb\n1,5\t2", ["a", "b"], [["1,5", "2"]]),
            ("\"a,b\";\"c;d\"\n1;2", ["a,b", "c;d"], [["1", "2"]]),
            ("\"a\"\"b\",c\n\"x\ny\",\"\"\"\"\n", ["a\"b", "c"], [["x\ny", "\""]]),
            ("a,b\n\n\r\n1,\n\n,2\n\n", ["a", "b"], [["1", ""], ["", "2"]]),
            ("\n\r\na,b\n1,2", ["a", "b"], [["1", "2"]]),
            ("a,b", ["a", "b"], []),
            ("a,b\r\n", ["a", "b"], []),
            ("a\n1\n\"\"\n2", ["a"], [["1"], [""], ["2"]]),
            ("a,b\n\"1\",\"2\"\r\n\"3\",\"4\"", ["a", "b"], [["1", "2"], ["3", "4"]]),
            ("a,b\né,🚲\n", ["a", "b"], [["é", "🚲"]]),
            ("a,b\nx\r,\"y\r\"\n", ["a", "b"], [["x\r", "y\r"]]),
        ] as [(String, [String], [[String]])])
    func reads(_ text: String, header: [String], rows: [[String]]) {
        #expect(read(Array(text.utf8)) == Reading(header: header, rows: rows))
    }

    // MARK: What is refused

    @Test(
        arguments: [
            ("", ["file.empty 0 1"]), ("\u{FEFF}", ["file.empty 0 1"]), ("\n\r\n", ["file.empty 0 1"]),
            ("a,b\r1,2\r", ["csv.line_ends 0 1"]),
            ("a,\"b\n1,2\n", ["csv.quote 0 1"]),
            ("a,b\n1,2\n3,\"4\n5,6\n", ["csv.quote 2 3"]),
            ("a,b\n1\n1,2,3\n1,2\n", ["csv.ragged 1 2", "csv.ragged 2 3"]),
            ("a,b\n\"x\ny\",1\nz\n", ["csv.ragged 2 4"]),
            ("a,b\n1,x\"y\"z\n\"x\"y,2\n", ["csv.quote 1 2 2", "csv.quote 2 3 1"]),
            ("a,b\n" + String(repeating: "x", count: 5000), ["csv.record_size 1 2"]),
        ] as [(String, [String])])
    func refuses(_ text: String, problems: [String]) {
        #expect(read(Array(text.utf8)).problems == problems)
    }

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00, 0x2C, 0x00], ["text.encoding 0 1"]),
            ([0x61, 0x00, 0x2C, 0x00, 0x62, 0x00], ["text.encoding 0 1"]),
            (Array("a,b\u{E9}\n".latin1), ["text.encoding 0 1 2"]),
            (Array("a,b\nx,y\nx,\u{E9}t\u{E9}\nz\u{E9},y\n".latin1), ["text.encoding 2 3 2", "text.encoding 3 4 1"]),
        ] as [([UInt8], [String])])
    func refusesOtherEncodings(_ bytes: [UInt8], problems: [String]) {
        #expect(read(bytes).problems == problems)
    }

    @Test func saysWhatToDo() {
        do throws(TableError) {
            var scanner = try CSVScanner(ByteStream(MemorySource("a;b\n1;2;3\n")))
            #expect(try scanner.scan(atMost: 10) == 1)
            #expect(
                scanner.problems == [
                    TableProblem(
                        row: 1, line: 2, code: "csv.ragged", message: "the row has 3 cells and the header 2",
                        hint: "put a text that holds the delimiter in quotes")
                ])
            #expect(Array(scanner.bytes(of: 0)) == Array("1;2;3".utf8))
        } catch {
            Issue.record(error)
        }
    }

    // MARK: Laws

    /// Random files read the same whatever the pieces, the window and the batch.
    @Test(arguments: 0..<60)
    func readsTheSameInAnyPieces(_ seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let alphabet = Array("ab,,\"\"\n\n\r;é1".unicodeScalars)
        var text = "a,b,c\n"
        for _ in 0..<Int.random(in: 0...150, using: &random) {
            text.unicodeScalars.append(alphabet.randomElement(using: &random) ?? "a")
        }
        let bytes = Array(text.utf8)
        let whole = read(bytes)
        for (piece, window, batch) in [(1, 16, 1), (3, 16, 1000), (7, 64, 2), (1000, 32, 3)] {
            #expect(read(bytes, piece: piece, window: window, batch: batch) == whole, "\(text.debugDescription)")
        }
    }

    /// What the writer writes reads back.
    @Test(arguments: [CSVStyle.international, .french])
    func readsWhatIsWritten(_ style: CSVStyle) {
        var random = SplitMix64(seed: 3)
        let alphabet = Array("ab é,;\"\n\r\t".unicodeScalars)
        var writer = RecordWriter(style)
        for name in ["a", "b", "c"] { writer.text(name) }
        writer.endRecord()
        var rows: [[String]] = []
        for _ in 0..<400 {
            let row = (0..<3).map { _ in
                var text = String.UnicodeScalarView("x".unicodeScalars)
                for _ in 0..<Int.random(in: 0...9, using: &random) {
                    text.append(alphabet.randomElement(using: &random) ?? "a")
                }
                return String(text)
            }
            for text in row { writer.text(text) }
            writer.endRecord()
            rows.append(row)
        }
        #expect(read(writer.bytes) == Reading(header: ["a", "b", "c"], rows: rows))
    }
}

extension String {
    /// One byte for each character, as Latin-1 has it.
    fileprivate var latin1: [UInt8] { unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
}
