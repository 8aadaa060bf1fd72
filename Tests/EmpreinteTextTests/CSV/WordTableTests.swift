import EmpreinteText
import Testing

@Suite struct WordTableTests {
    @Test func findsWords() {
        let words = ["petrol", "electric", "electricity", "heat_pump_air_to_water", "heat_pump_air_to_air", "é", ""]
        let table = WordTable(words.enumerated().map { (word: $1, code: Int32($0)) })
        for (code, word) in words.enumerated() { #expect(table.code(of: word) == Int32(code)) }
        for other in ["petro", "petrols", "electrix", "heat_pump_air_to_wateR", "e", "\0", "petrol\0"] {
            #expect(table.code(of: other) == nil, "\(other)")
        }
    }

    @Test func keepsTheFirstCodeOfAWord() {
        let table = WordTable([(word: "a", code: Int32(3)), (word: "a", code: 4), (word: "b", code: 4)])
        #expect(table.code(of: "a") == 3 && table.code(of: "b") == 4 && table.count == 2)
    }

    @Test func growsWithNewWords() {
        var table = WordTable()
        let words = (0..<3000).map { "group \($0 * 7919 % 3000)" }
        for (code, word) in words.enumerated() { #expect(table.intern(word) == Int32(code)) }
        for (code, word) in words.enumerated() { #expect(table.intern(word) == Int32(code)) }
        #expect(table.words == words)
    }
}
