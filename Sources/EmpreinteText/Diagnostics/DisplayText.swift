/// Text as a terminal shows it, with its width in columns: wide characters take two, a tab is written as four spaces.
struct DisplayText {
    private(set) var characters: [(text: Character, width: Int)] = []
    private(set) var width = 0

    init(_ bytes: ArraySlice<UInt8>) { append(String(decoding: bytes, as: UTF8.self)) }

    var text: String { String(characters.map(\.text)) }

    /// The text on one line, without characters that would move the cursor or colour the terminal.
    static func visible(_ text: String) -> String {
        String(text.map { isControl($0) ? "\u{FFFD}" : $0 })
    }

    /// Keeps the beginning, with an ellipsis in place of what goes.
    mutating func cutEnd(to limit: Int) {
        guard width > limit else { return }
        while width >= max(limit, 1), let last = characters.popLast() { width -= last.width }
        append("…")
    }

    /// Keeps the end, with an ellipsis in place of what goes.
    mutating func cutStart(to limit: Int) {
        guard width > limit else { return }
        var gone = 0
        while width >= max(limit, 1), gone < characters.count {
            width -= characters[gone].width
            gone += 1
        }
        characters.replaceSubrange(..<gone, with: [("…", 1)])
        width += 1
    }

    private mutating func append(_ text: String) {
        for character in text {
            if character == "\t" {
                characters += repeatElement((text: " ", width: 1), count: 4)
                width += 4
            } else {
                let shown: Character = Self.isControl(character) ? "\u{FFFD}" : character
                let columns = Self.columns(of: shown)
                characters.append((shown, columns))
                width += columns
            }
        }
    }

    private static func isControl(_ character: Character) -> Bool {
        character.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
    }

    /// How many columns a character takes, from the Unicode East Asian width and emoji presentation.
    private static func columns(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        if scalar.value < 0x300 { return character.unicodeScalars.contains("\u{FE0F}") ? 2 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        if scalar.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
        return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
    ]
}
