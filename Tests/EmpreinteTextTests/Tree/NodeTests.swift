import Testing

@testable import EmpreinteText

@Suite struct NodeTests {
    /// The whole value of key `a`, whatever comes after.
    @Test(arguments: [
        "a: «b» # c\n", "a: «'b c'»\nd: e", "a: «\"é\"»", "a: «b\n  c»\n\n\nd: e", "a:«»\nb: 1", "a: «[b, c]» # d\n",
        "a: «{b: c}»\n", "a: «{}»", "a: «[ b,\n  c\n]»\nd: e", "a:\n  «b: 1\n  c: 2»\n\n# d\ne: 1",
        "a:\n- b\nc: 1", "a:\n«- b\n- c»\n\nd: 1", "a:\n  «- - b\n    - c»\n", "a:\n  «b: {c: d}»\n\n",
        "a: «|\n  b\n  c»\n\nd: 1", "a: «>-\n  b»\n", "a: «|+\n  b»\n\n\nd: e", "a: &x «b»", "a: &x\n  «b: 1»\nc: 2",
        "a: &x «[b]»", "é🚗: 0\na: «é»", "é: [é]\na:\n  «b: 'é🚗'»\nc: d", "a:\n  «b:»\nc: d",
        "a:\r\n  «b: 1»\r\nc: 2\r\n",
        "x: &x 1\na:\n  «b: *x»\nc: d", "\u{FEFF}a: «b»", "a: «[b: c]»", "a:\n  «? b\n  : c»\nd: e",
    ])
    func range(_ marked: String) throws {
        let marked = MarkedText(marked)
        let reading = Reading(yaml: marked.text)
        let node = try #require(reading.node("a"))
        #expect(reading.problems == [])
        if let expected = marked.ranges.first { #expect(node.bounds == expected) }
    }

    @Test func rangesOfKeysItemsAndPairs() throws {
        let marked = MarkedText("«é»: «[«🚗», «b: «c»», «{d: «e»}»]»\n")
        let root = try #require(Reading(yaml: marked.text).documents.first)
        let list = root.entries[0].value
        let nodes = [
            root.entries[0].key, list, list.items[0], list.items[1], list.items[1].entries[0].value, list.items[2],
            list.items[2].entries[0].value,
        ]
        #expect(nodes.map(\.bounds) == marked.ranges)
    }

    @Test func styles() throws {
        let root = try #require(Reading(yaml: "[a, 'b', \"c\", '', x y]").documents.first)
        #expect(root.items.map(\.style) == [.plain, .singleQuoted, .doubleQuoted, .singleQuoted, .plain])
        #expect(root.items.map(\.isPlain) == [true, false, false, false, true])
        let blocks = try #require(Reading(yaml: "- |\n  a\n- >\n  b\n  c\n").documents.first)
        #expect(blocks.items.map(\.style) == [.literal, .folded])
        #expect(blocks.items.map(\.text) == ["a\n", "b c\n"])
        #expect(!blocks.isFlow && root.isFlow && !blocks.isPlain)
    }

    @Test(arguments: [
        ("", true), ("~", true), ("null", true), ("Null", false), ("'null'", false), ("''", false), ("0", false),
        ("[]", false), ("|\n  null", false), ("nul", false),
    ])
    func null(_ value: String, _ isNull: Bool) {
        #expect(Reading(yaml: "a: \(value)\n").node("a")?.isNull == isNull)
    }

    @Test func access() throws {
        let reading = Reading(yaml: "é: 1\nb: [x, y]\n'q r': \"\\u00e9\"\n")
        let root = try #require(reading.documents.first)
        #expect(root.kind == .mapping && root.items.isEmpty && root.text.isEmpty && root["x"] == nil)
        #expect(root.entries.map(\.key.text) == ["é", "b", "q r"])
        #expect(root["b"]?.kind == .sequence && root["b"]?.entries.isEmpty == true && root["b"]?["x"] == nil)
        #expect(root["q r"]?.textEquals("é") == true && root["q r"]?.textEquals("è") == false)
        #expect(root["q r"].map { Array($0.utf8) } == [0xC3, 0xA9])
        #expect(!root.textEquals(""))
        #expect(root["é"] == root.entries[0].value && root["é"] != root["b"])
        #expect(Set([root, root.entries[0].value, root]).count == 2)
    }

    @Test func aliasesShareTheirValue() throws {
        let reading = Reading(yaml: "a: &x {b: 1}\nc: *x\nd: [*x, *x]\n---\ne: &x 2\nf: *x")
        #expect(reading.documents.map(\.outline) == ["{a: {b: 1}, c: {b: 1}, d: [{b: 1}, {b: 1}]}", "{e: 2, f: 2}"])
        #expect(reading.node("a") == reading.node("c"))
    }

    @Test func aBrokenCallIsAnEntryWithoutValue() throws {
        let node = try #require(Reading(yaml: "v: {a: min(b, c)}").node("v"))
        #expect(node.isFlow)
        #expect(node.entries.map(\.key.text) == ["a", "c)"])
        #expect(node.entries[1].value.isNull)
    }
}
