import EmpreinteText
import Testing

@Suite struct JSONTests {
    private let value: JSON = .object([
        JSON.Member("a", 1), JSON.Member("b", .array([true, "é", .null])), JSON.Member("c", .number(0.5)),
    ])

    @Test func access() {
        #expect(value["a"] == 1 && value["b"]?[1] == "é" && value["z"] == nil && value["b"]?[3] == nil)
        #expect(value["a"]?.double == 1 && value["c"]?.double == 0.5 && value["b"]?.double == nil)
        #expect(value[0] == nil && value["b"]?["a"] == nil)
        #expect(JSON.object(of: ["a": 1, "b": nil]) == .object([JSON.Member("a", 1)]))
    }

    @Test func layouts() {
        #expect(value.text(.compact) == #"{"a":1,"b":[true,"é",null],"c":0.5}"#)
        #expect(
            value.text() == """
                {
                  "a": 1,
                  "b": [true, "é", null],
                  "c": 0.5
                }
                """)
        #expect(JSON.array([.array([1]), .object([])]).text() == "[\n  [1],\n  {}\n]")
    }

    @Test(
        arguments: [
            (1, "1"), (-0.0, "-0.0"), (0.1, "0.1"), (1e21, "1e+21"), (.infinity, "null"), (.nan, "null"),
            (9_007_199_254_740_991, "9007199254740991"), (1e-7, "1e-07"),
            (-0x1p63, "-9.223372036854776e+18"),
        ] as [(Double, String)])
    func numbers(_ value: Double, _ text: String) {
        #expect(JSON.text(of: value) == text)
    }

    @Test func escapes() {
        #expect(JSON.string("\"\\\n\r\t\u{1}é/").text() == #""\"\\\n\r\t\u0001é/""#)
    }
}
