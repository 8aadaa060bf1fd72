import Testing

@testable import EmpreinteAnalysis

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("plain", 5), ("été", 3), ("e\u{301}te\u{301}", 3), ("8\u{202F}255", 5), ("█▏┊├", 4), ("−–•·", 4),
        ("日本", 4), ("한글", 4), ("😀", 2), ("👨‍👩‍👧", 2), ("🇫🇷", 2), ("❤️", 2), ("Ａ", 2), ("a\u{200B}b", 2),
    ])
    func countsColumns(_ text: String, expected: Int) {
        #expect(text.displayWidth == expected)
    }
}
