extension String {
    /// How many columns of a terminal the text takes: two for wide characters and emoji, none for combining marks.
    var displayWidth: Int {
        let bytes = utf8
        guard !bytes.allSatisfy({ $0 < 0x80 }) else { return bytes.count }
        return reduce(0) { $0 + $1.displayWidth }
    }
}

extension Character {
    /// The columns one character takes, as the widest of its scalars does.
    var displayWidth: Int {
        unicodeScalars.reduce(0) { max($0, $1.displayWidth) }
    }
}

extension Unicode.Scalar {
    fileprivate var displayWidth: Int {
        if value < 0x300 { return 1 }
        // The selector that turns a sign into an emoji.
        if value == 0xFE0F { return 2 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return properties.isEmojiPresentation || isEastAsianWide ? 2 : 1
        }
    }

    /// The blocks whose characters are wide or full width in Unicode Standard Annex 11.
    private var isEastAsianWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
