import TestSupport
import Testing

@testable import EmpreinteText

@Suite struct JSONReaderTests {
    @Test(arguments: [
        ("1", "1"), (" [ ] ", "[]"), ("{}", "{}"),
        (#"{"a":[1,-2.5e+3,true,null],"b":{"c":"é"}}"#, "{a: [1, -2.5e+3, true, null], b: {c: é}}"),
        (#""\u00e9\ud83d\ude97\n\/""#, "é🚗\n/"), ("\u{FEFF}[0]", "[0]"), ("[[],[[]],{}]", "[[], [[]], {}]"),
        ("[0.0,-0,1E5]", "[0.0, -0, 1E5]"),
    ])
    func values(_ text: String, _ outline: String) {
        let reading = Reading(json: text)
        #expect(reading.problems == [])
        #expect(reading.documents.map(\.outline) == [outline])
    }

    @Test func stringsAndNumbersDiffer() throws {
        let root = try #require(Reading(json: #"["12", 12, "null", null]"#).documents.first)
        #expect(root.items.map(\.style) == [.doubleQuoted, .plain, .doubleQuoted, .plain])
        #expect(root.items.map(\.isNull) == [false, false, false, true])
        #expect(root.isFlow)
        #expect(root.items.map(\.bounds) == [1..<5, 7..<9, 11..<17, 19..<23])
        #expect(root.bounds == 0..<24)
    }

    @Test(arguments: [
        ("", "1:1 json.syntax"), ("[1,]", "1:3 json.syntax"), (#"{"a":1,}"#, "1:7 json.syntax"),
        ("[1 2]", "1:4 json.syntax"),
        ("[1}", "1:3 json.syntax"), ("[}", "1:2 json.syntax"), ("{1:2}", "1:2 json.syntax"),
        (#"{"a" 1}"#, "1:6 json.syntax"),
        (#"{"a":}"#, "1:6 json.syntax"), ("{'a': 1}", "1:2 json.syntax"), ("[NaN]", "1:2 json.syntax"),
        ("[-Infinity]", "1:2 json.syntax"),
        ("[01]", "1:2 json.syntax"), ("[1.]", "1:4 json.syntax"), ("[1e]", "1:4 json.syntax"),
        ("[-]", "1:3 json.syntax"), ("[+1]", "1:2 json.syntax"),
        ("[.5]", "1:2 json.syntax"), ("1 2", "1:3 json.syntax"), ("tru", "1:1 json.syntax"),
        ("truee", "1:1 json.syntax"), ("[\n  é]", "2:3 json.syntax"),
        ("\"é\n\"", "1:1 json.syntax"), ("[\"é\t\"]", "1:4 json.syntax"), (#"["a"#, "1:2 json.syntax"),
        (#"["\q"]"#, "1:3 json.syntax"),
        (#"["\u12g4"]"#, "1:7 json.syntax"), (#"["\ud83d"]"#, "1:3 json.syntax"),
        (#"["\ud83d\u0041"]"#, "1:3 json.syntax"),
        (#"["\ude00"]"#, "1:3 json.syntax"), ("[1] // end", "1:5 json.syntax"), ("[", "1:2 json.syntax"),
        (#"["\"#, "1:3 json.syntax"), (#"["\u00"#, "1:7 json.syntax"),
        (#"{"a":1,"é":2,"\u0061":3}"#, "1:14 json.duplicate_key"), ("[,1]", "1:2 json.syntax"),
        ("nul", "1:1 json.syntax"), ("[1,", "1:4 json.syntax"),
    ])
    func problems(_ text: String, _ problem: String) {
        #expect(Reading(json: text).problems == [problem])
    }

    @Test(arguments: [
        ("[1,]", "remove the last comma"), ("{'a': 1}", "JSON strings are in double quotes"),
        ("[NaN]", "write null, or leave the key out"),
        ("[oui]", "put text in double quotes"), ("[007]", "quote it if it is a code"),
    ])
    func hints(_ text: String, _ hint: String) {
        #expect(Reading(json: text).hints == [hint])
    }

    @Test func limits() {
        #expect(Reading(json: "[[1]]", limits: Limits(depth: 1)).problems == ["1:2 limit.depth"])
        #expect(Reading(json: "[[1]]", limits: Limits(depth: 2)).problems == [])
        #expect(Reading(json: "[1,2]", limits: Limits(nodes: 2)).problems == ["1:4 limit.nodes"])
        #expect(Reading(json: "[1]", limits: Limits(bytes: 2)).problems == ["1:1 limit.size"])
        #expect(Reading(json: String(repeating: "[", count: 100_000)).problems == ["1:129 limit.depth"])
        let key = String(repeating: "k", count: 5_000)
        #expect(Reading(json: "{\"\(key)\": 1}").node(key)?.text == "1")
    }

    // MARK: Round trip

    @Test func readsWhatTheWriterWrites() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<400 {
            let value = Self.random(&random, depth: 0)
            for layout in [JSON.Layout.compact, .indented] {
                let reading = Reading(json: value.text(layout))
                let root = try #require(reading.documents.first, "\(value.text(layout)) \(reading.problems)")
                // As text, since a whole number is written without a fraction.
                #expect(Self.json(root).text(.compact) == value.text(.compact))
            }
        }
    }

    private static func random(_ random: inout SplitMix64, depth: Int) -> JSON {
        switch Int.random(in: 0..<(depth < 4 ? 7 : 5), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .integer(Int.random(in: .min ... .max, using: &random))
        case 3:
            return .number(Double(sign: .minus, exponent: Int.random(in: -90...90, using: &random), significand: 1.7))
        case 4: return .string(text(&random))
        case 5:
            return .array(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in self.random(&random, depth: depth + 1) })
        default:
            return .object(
                (0..<Int.random(in: 0...12, using: &random)).map { index in
                    JSON.Member("\(index)" + text(&random), self.random(&random, depth: depth + 1))
                })
        }
    }

    private static func text(_ random: inout SplitMix64) -> String {
        let pieces = ["a", "é", "\"", "\\", "\n", "\t", "\u{1}", "🚗", "\u{2028}", "\u{85}", " ", "/"]
        return (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined()
    }

    private static func json(_ node: Node) -> JSON {
        switch node.kind {
        case .sequence: return .array(node.items.map(json))
        case .mapping: return .object(node.entries.map { JSON.Member($0.key.text, json($0.value)) })
        case .scalar:
            guard node.isPlain else { return .string(node.text) }
            if node.isNull { return .null }
            if let flag = Bool(node.text) { return .bool(flag) }
            return Int(node.text).map(JSON.integer) ?? .number(Double(node.text) ?? .nan)
        }
    }
}
