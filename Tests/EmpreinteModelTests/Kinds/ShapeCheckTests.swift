import EmpreinteModel
import EmpreinteText
import Testing

@Suite struct ShapeCheckTests {
    private func problems(_ value: String, _ shape: Shape) -> [String] {
        var text = WrittenText("key: \(value)\n")
        if let node = text.root["key"] { shape.check(node, of: "key", &text.diagnostics) }
        return text.problems
    }

    private static let record = Shape.record([Field("a", .integer, required: true, "a"), Field("b", .flag, "b")])

    @Test(
        arguments: [
            ("any text", .text), ("a.b_2", .id), ("Bac", .label), ("{en: Ferry, fr: Bac}", .label), ("5 km", .quantity),
            ("-12", .integer), ("true", .flag), ("\"false\"", .flag), ("up", .word(["up", "down"])),
            ("a + b", .expression),
            ("~", .answer), ("[1]", .answer), ("[1, 2]", .list(.integer)), ("[]", .list(.integer)),
            ("{2020: 1}", .map(.year, .integer)),
            ("{any name: 1}", .map(.name, .integer)), ("{}", .map(.id, .text)), ("{a: 1}", record),
            ("{a: 1, b: true}", record),
            ("5", .either(.integer, record)), ("{a: 5}", .either(.integer, record)),
        ] as [(String, Shape)])
    func accepts(value: String, shape: Shape) {
        #expect(problems(value, shape) == [])
    }

    @Test(
        arguments: [
            ("[a]", .text, "shape.mismatch 1:7"), ("{a: 1}", .text, "shape.mismatch 1:7"),
            ("~", .text, "value.empty 1:6"),
            ("", .quantity, "value.empty 1:5"), ("A", .id, "id.syntax 1:6"),
            ("{english: Ferry}", .label, "key.unknown 1:7"),
            ("{en: [a]}", .label, "shape.mismatch 1:12"), ("1.5", .integer, "value.integer 1:6"),
            ("99999999999999999999", .integer, "value.integer 1:6"), ("yes", .flag, "value.flag 1:6"),
            ("True", .flag, "value.flag 1:6"),
            ("left", .word(["up", "down"]), "value.word 1:6"), ("5", .list(.text), "shape.mismatch 1:6"),
            ("[1, a]", .list(.integer), "value.integer 1:10"), ("5", .map(.id, .text), "shape.mismatch 1:6"),
            ("{soon: 1}", .map(.year, .integer), "value.integer 1:7"), ("{B: 1}", .map(.id, .integer), "id.syntax 1:7"),
            ("{min(a: 1, b)}", .map(.name, .text), "formula.split 1:17"), ("{b: true}", record, "key.missing 1:7"),
            ("{a: 1, c: 2}", record, "key.unknown 1:13"), ("{a: 1, c}", record, "formula.split 1:13"),
            ("x", .either(.integer, record), "value.integer 1:6"),
            ("[]", .either(.integer, record), "shape.mismatch 1:6"),
        ] as [(String, Shape, String)])
    func refuses(value: String, shape: Shape, problem: String) {
        #expect(problems(value, shape) == [problem])
    }

    @Test(arguments: [
        ("a", true), ("transport.car.km", true), ("a1.b_2", true), ("", false), ("A", false), ("1a", false),
        ("_a", false),
        ("a.", false), (".a", false), ("a..b", false), ("a.1", false), ("a-b", false), ("é", false), ("a b", false),
    ])
    func knowsIds(text: String, isID: Bool) {
        #expect(Shape.isID(text) == isID)
    }
}
