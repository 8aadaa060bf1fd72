import CEmpreinte
import TestSupport
import Testing

/// Options told by their names in columns of texts, short and long, like and unlike.
@Suite struct OptionTextTests {
    /// Names around the lengths at which words end, some of which begin alike, and enough others to crowd.
    static let names: [String] = {
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        let grown = [1, 2, 3, 7, 8, 9, 12, 13, 14, 15, 16, 17, 23, 24, 25, 26].map { String(letters.prefix($0)) }
        let alike = ["abcdefghijklmno_1", "abcdefghijklmno_2", "bbcdefgh", "abcdefgi", "abcdefghijklmnq"]
        return grown + alike + (0..<200).map { "o\($0 * 7919)" }
    }()

    static let pack = """
        kind: pack
        id: door
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2030, reference: 2025}
        ---
        kind: questions
        questions:
          which: {options: {\(names.map { "\($0): \($0)" }.joined(separator: ", "))}, default: abc}
        ---
        kind: factors
        factors:
          worth:
            by: which
            options: {\(names.enumerated().map { "\($1): \($0) kgCO2e/year" }.joined(separator: ", "))}
            year: 2024
            assumption: true
            reason: example
        ---
        kind: formulas
        formulas: {all: {gives: {ghg: "worth[which]"}}}
        ---
        kind: categories
        categories: {things: {contains: [all]}}
        """

    let door: Door

    init() throws { door = try Door(Self.pack) }

    @Test(arguments: ["u", "U", "vu"]) func everyNameIsFound(format: String) throws {
        var random = SplitMix64(seed: 6)
        let count = 10_000
        let codes = (0..<count).map { _ in Int.random(in: Self.names.indices, using: &random) }
        let present = (0..<count).map { _ in Double.random(in: 0..<1, using: &random) < 0.7 }
        // What stands where nobody answered may be anything.
        let others = ["", "nothing", "ab", String(repeating: "z", count: 40)]
        let texts = (0..<count).map { present[$0] ? Self.names[codes[$0]] : others[$0 % 4] }
        let values = try door.results(table(texts, format, present), ["ghg"])["ghg"]
        let standing = Double(try #require(Self.names.firstIndex(of: "abc")))
        #expect(values == codes.indices.map { present[$0] ? Double(codes[$0]) : standing })
    }

    @Test(
        arguments: ["u", "U", "vu"],
        ["", "a\0", "abcd", "abcdefghijklmno_3", "o7918", "abcdefghijklmnopqrstuvwxyzz"])
    func anotherTextIsRefused(format: String, text: String) throws {
        for place in [0, 7, 29] {
            var texts = (0..<30).map { Self.names[$0] }
            texts[place] = text
            let table = table(texts, format, nil)
            let refused = #expect(throws: Refused.self) { try door.results(table, ["ghg"]) }
            #expect(refused?.code == "answer.option")
            #expect(refused?.person == Int64(place))
        }
    }

    @Test func fewBytesAreNotReadBeyond() throws {
        for name in ["a", "ab", "abcdefghijklmno"] {
            let expected = Double(try #require(Self.names.firstIndex(of: name)))
            #expect(try door.results(table([name], "u", nil), ["ghg"]) == ["ghg": [expected]])
        }
    }

    /// Ends that make no sense are texts that are no options.
    @Test(arguments: [Int64.min, -1, 0]) func endsAreNotTrusted(end: Int64) throws {
        let column = LentTable.Column(
            name: "which", format: "U", length: 1, buffers: [nil, bytes([0, end]), Array("abc".utf8)])
        let refused = #expect(throws: Refused.self) {
            try door.results(LentTable(length: 1, columns: [column]), ["ghg"])
        }
        #expect(refused?.code == "answer.option")
    }

    /// A column of texts as Arrow has them in a format.
    private func table(_ texts: [String], _ format: String, _ present: [Bool]?) -> LentTable {
        var bits = [UInt8](repeating: 0, count: texts.count / 8 + 1)
        for place in texts.indices where present?[place] ?? true { bits[place / 8] |= 1 << UInt8(place % 8) }
        var (all, ends, views): ([UInt8], [Int], [UInt8]) = ([], [0], [])
        for text in texts {
            let word = Array(text.utf8)
            let short = word.count <= 12
            views += bytes([Int32(word.count)])
            // A short text and what is left of its place; what should be zeros is not looked at.
            views += short ? word + [UInt8](repeating: 7, count: 12 - word.count) : Array(word.prefix(4))
            if !short { views += bytes([0, Int32(all.count)]) }
            all += word
            ends.append(all.count)
        }
        let buffers: [[UInt8]?] =
            switch format {
            case "u": [bits, bytes(ends.map { Int32($0) }), all]
            case "U": [bits, bytes(ends), all]
            default: [bits, views, all, bytes([all.count])]
            }
        return LentTable(
            length: texts.count,
            columns: [
                .init(
                    name: "which", format: format, length: texts.count, nullCount: present == nil ? 0 : -1,
                    buffers: buffers)
            ])
    }
}
