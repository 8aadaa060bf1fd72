import Testing

@testable import EmpreinteText

@Suite struct YAMLReaderTests {
    @Test(arguments: [
        ("", []), ("# only a comment\n", []), ("\u{FEFF}", []), ("---\n", ["null"]), ("a", ["a"]),
        ("a: 1\n---\n[b]\n...\n---\n{c: d}\n", ["{a: 1}", "[b]", "{c: d}"]),
        ("a: {b, c: [d, {e: f}]}", ["{a: {b: null, c: [d, {e: f}]}}"]),
        ("oui: non\nyes: 2024-01-01\n", ["{oui: non, yes: 2024-01-01}"]), ("a:\r\n  - b\r\n", ["{a: [b]}"]),
    ])
    func documents(_ text: String, _ outlines: [String]) {
        let reading = Reading(yaml: text)
        #expect(reading.documents.map(\.outline) == outlines)
        #expect(reading.problems == [])
    }

    /// Marks count characters, several at a time where all are ASCII.
    @Test(arguments: 0..<40) func placesAfterAccents(length: Int) {
        let key = String(repeating: "a", count: length) + "é" + String(repeating: "b", count: 40 - length)
        let reading = Reading(yaml: "\(key): {c: ê, \(key): d}\n")
        // The key has 42 bytes, `{c: ` starts at 44, `ê` takes two bytes, and the inner key starts at 52.
        #expect(reading.node(key)?.bounds == 44..<98)
        #expect(reading.node(key, "c")?.bounds == 48..<50)
        #expect(reading.node(key, key)?.bounds == 96..<97)
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", ["3:1 yaml.duplicate_key"]), ("é: {'b': 1, b: 2}", ["1:13 yaml.duplicate_key"]),
        ("a: 1\na: 2\na: 3", ["2:1 yaml.duplicate_key", "3:1 yaml.duplicate_key"]),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", ["3:3 yaml.merge_key"]),
        ("a: !x 1\nb: !!str c\n", ["1:4 yaml.tag", "2:4 yaml.tag"]),
        ("a: !x {b: &y !z [c]}", ["1:4 yaml.tag", "1:14 yaml.tag"]),
        ("[a]: b\n{c: d}: e\n", ["1:1 yaml.key", "2:1 yaml.key"]),
        ("a: {{ b }}\n", ["1:5 yaml.key"]), ("a: 1\nb: *c\n", ["2:4 yaml.syntax"]),
        ("a: &b [1, *b]\n", ["1:11 yaml.syntax"]),
        ("a: 1\n\tb: 2\n", ["2:1 yaml.syntax"]), ("a:\n\tb: 2\n", ["2:1 yaml.syntax"]),
        ("é: key: v\n", ["1:7 yaml.syntax"]),
        ("v: {ghg: a * f[x]}", ["1:15 yaml.syntax"]), ("v: [a b c\nd: e\n", ["2:2 yaml.syntax"]),
        ("a: 'é\nb: 1\n", ["1:4 yaml.syntax"]),
        ("a: @b\n", ["1:4 yaml.syntax"]), ("a: \"\\d\"\n", ["1:5 yaml.syntax"]), ("a: * 2\n", ["1:4 yaml.syntax"]),
        ("a: 1\n   b: 2\n", ["2:5 yaml.syntax"]), ("a:\n  b: 1\n c: 2\n", ["3:2 yaml.syntax"]),
        ("a: - b\n", ["1:4 yaml.syntax"]),
        ("a: \"b\" c\n", ["1:8 yaml.syntax"]), ("a: 1\nb\nc: 2\n", ["2:1 yaml.syntax"]),
        ("é: 1\nb: \u{0}\n", ["2:4 yaml.syntax"]),
        ("a: \u{7}b", ["1:4 yaml.syntax"]), ("- a\nb: 1\n", ["2:1 yaml.syntax"]), ("[a]\n]", ["2:1 yaml.syntax"]),
    ])
    func problems(_ text: String, _ expected: [String]) {
        #expect(Reading(yaml: text).problems == expected)
    }

    @Test(arguments: [
        ("v: {ghg: a * f[x]}", "quote the formula"), ("a:\n\tb: 2", "indent with spaces"),
        ("a: b: c", "quote the text if it contains ': ', or check the indentation of this line"),
        ("a: *b", "quote the text if it starts with '*'"), ("a: \"b\" c", "quote the whole text"),
        ("a: %b", "quote the text"), ("a: \"\\d\"", "use single quotes, or write '\\\\' for a backslash"),
        ("a:\n  b: 1\n c: 2", "align this line with the keys of its mapping"),
    ])
    func hints(_ text: String, _ hint: String) {
        #expect(Reading(yaml: text).hints == [hint])
    }

    @Test func repeatedKeysShowTheFirst() throws {
        for count in [2, 8, 9, 2_000] {
            let keys = (0..<count).map { "k\($0): \($0)\n" }.joined()
            let reading = Reading(yaml: keys + "'k1': again\n\"k\\u0030\": 1\n")
            #expect(reading.problems == ["\(count + 1):1 yaml.duplicate_key", "\(count + 2):1 yaml.duplicate_key"])
            let related = reading.diagnostics.sorted.compactMap(\.related.first)
            #expect(related.map { reading.sources.location(of: $0.range).line } == [2, 1])
        }
    }

    @Test func keysThatAreNotTextGoWithTheirValue() {
        #expect(Reading(yaml: "a: 1\n[b]: c\nd: 2\n").documents.map(\.outline) == ["{a: 1, d: 2}"])
    }

    @Test func documentsBeforeAnError() {
        let reading = Reading(yaml: "a: 1\n---\nb: [2\n")
        #expect(reading.documents.map(\.outline) == ["{a: 1}"])
        #expect(reading.problems.count == 1)
        #expect(Reading(yaml: "a: [1").documents == [])
    }

    // MARK: Bytes

    @Test(
        arguments: [
            ([0x61, 0x3A, 0x20, 0xE9, 0x0A], "1:4 text.encoding"), ([0x61, 0x0A, 0xC3], "2:1 text.encoding"),
            ([0xFF, 0xFE, 0x61, 0x00], "1:1 text.encoding"), ([0xFE, 0xFF, 0x00, 0x61], "1:1 text.encoding"),
            ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], "1:4 text.encoding"),
        ] as [([UInt8], String)])
    func encoding(_ bytes: [UInt8], _ problem: String) {
        #expect(Reading(yaml: bytes).problems == [problem])
        #expect(Reading(json: bytes).problems == [problem])
    }

    // MARK: Limits

    @Test func size() {
        #expect(Reading(yaml: "abcd", limits: Limits(bytes: 3)).problems == ["1:1 limit.size"])
        #expect(Reading(yaml: "abcd", limits: Limits(bytes: 4)).problems == [])
    }

    @Test func depth() {
        #expect(Reading(yaml: "[[[1]]]", limits: Limits(depth: 3)).problems == [])
        #expect(Reading(yaml: "[[[[1]]]]", limits: Limits(depth: 3)).problems == ["1:4 limit.depth"])
        let deepByAlias = "a: &a [[1]]\nb: [[*a]]\n"
        #expect(Reading(yaml: deepByAlias, limits: Limits(depth: 5)).problems == [])
        #expect(Reading(yaml: deepByAlias, limits: Limits(depth: 4)).problems == ["2:6 limit.depth"])
    }

    @Test(arguments: ["[", "[\n", "- ", "{a: ", "? ", "- - "])
    func depthOfAHundredThousand(_ opening: String) {
        let text = String(repeating: opening, count: 100_000)
        let clock = ContinuousClock()
        let time = clock.measure {
            let reading = Reading(yaml: text)
            #expect(reading.documents.isEmpty && reading.problems.count == 1)
        }
        #expect(time < .seconds(1))
    }

    @Test func aliasBomb() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...20 {
            let alias = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(alias)]\n"
        }
        // Levels 0 to 4 hold 11, 111, …, 111 111 values, 123 463 with keys; the eighth copy in level 5 is too much.
        #expect(Reading(yaml: text).problems == ["6:45 limit.aliases"])
    }

    @Test func nodes() {
        // The list and its three items.
        #expect(Reading(yaml: "[a, b, c]", limits: Limits(nodes: 4)).problems == [])
        #expect(Reading(yaml: "[a, b, c]", limits: Limits(nodes: 3)).problems == ["1:8 limit.nodes"])
    }
}
