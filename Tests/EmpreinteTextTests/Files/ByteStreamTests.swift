import EmpreinteText
import Testing

@Suite struct ByteStreamTests {
    private func lines(_ text: String, piece: Int = .max, window: Int = 64, limit: Int = 64) throws -> [String] {
        var stream = ByteStream(MemorySource(text, piece: piece), window: window, limit: limit)
        var lines: [String] = []
        while let line = try stream.nextLine() { lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }

    @Test(
        arguments: [
            ("", []), ("\n", ["\n"]), ("a", ["a\n"]), ("a\n", ["a\n"]), ("a\n\nb", ["a\n", "\n", "b\n"]),
            ("a\r\nb\r\n", ["a\r\n", "b\r\n"]),
        ] as [(String, [String])])
    func endsEveryLine(_ text: String, expected: [String]) throws {
        #expect(try lines(text) == expected)
    }

    @Test(arguments: [1, 2, 3, 7, 16, 1000])
    func readsTheSameInAnyPieces(_ piece: Int) throws {
        let text = (0..<40).map { String(repeating: "x", count: $0) }.joined(separator: "\n")
        let expected = (0..<40).map { String(repeating: "x", count: $0) + "\n" }
        #expect(try lines(text, piece: piece) == expected)
        #expect(try lines(text, piece: piece, window: 16) == expected)
    }

    @Test func cutsALineLargerThanItsWindow() throws {
        let read = try lines(String(repeating: "x", count: 40) + "\ny", window: 16, limit: 32)
        #expect(read == [String(repeating: "x", count: 32), "xxxxxxxx\n", "y\n"])
    }

    @Test func showsTheBeginningWithoutTakingIt() throws {
        var stream = ByteStream(MemorySource("{\"id\": 1}", piece: 2))
        #expect(try Array(stream.head(2)) == Array("{\"".utf8))
        #expect(try stream.nextLine().map { Array($0) } == Array("{\"id\": 1}\n".utf8))
        #expect(try stream.head(4).isEmpty)
    }

    @Test func tellsWhyItsSourceFailed() {
        struct Broken: ByteSource {
            mutating func read(into buffer: inout [UInt8], at place: Int, max: Int) throws(FileError) -> Int {
                throw FileError(path: "people.csv", reason: .unreadable("it burnt"))
            }
        }
        var stream = ByteStream(Broken())
        #expect(throws: FileError(path: "people.csv", reason: .unreadable("it burnt"))) { try stream.nextLine() }
        #expect(throws: TableError.unreadable(FileError(path: "people.csv", reason: .unreadable("it burnt")))) {
            try CSVScanner(ByteStream(Broken()))
        }
    }
}
