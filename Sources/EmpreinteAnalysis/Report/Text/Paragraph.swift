/// Words that wrap to a width, each with its own emphasis.
struct Paragraph {
    private var words: [Word] = []
    /// Columns on one line.
    private(set) var width = 0
    /// Columns of the widest word.
    private(set) var widest = 0

    private struct Word {
        var text: String
        var width: Int
        var emphasis: Emphasis
        /// Spaces before it, unless it starts a line.
        var gap: Int
    }

    init() {}

    init(_ text: String, _ emphasis: Emphasis = .plain) { add(text, emphasis) }

    var isEmpty: Bool { words.isEmpty }

    /// Adds text that may wrap at its spaces; `gap` spaces stand before it.
    ///
    /// Control characters count as spaces, so no file can steer the terminal; no-break spaces hold words together.
    mutating func add(_ text: String, _ emphasis: Emphasis = .plain, gap: Int = 1) {
        var gap = gap
        for word in text.unicodeScalars.split(whereSeparator: \.endsWord) {
            append(String(word), emphasis, gap: gap)
            gap = 1
        }
    }

    /// Adds text that stays on one line.
    mutating func addWhole(_ text: String, _ emphasis: Emphasis = .plain, gap: Int = 1) {
        guard !text.isEmpty else { return }
        append(String(String.UnicodeScalarView(text.unicodeScalars.map { $0.endsWord ? " " : $0 })), emphasis, gap: gap)
    }

    private mutating func append(_ text: String, _ emphasis: Emphasis, gap: Int) {
        let word = Word(text: text, width: text.displayWidth, emphasis: emphasis, gap: gap)
        width += word.width + (words.isEmpty ? 0 : gap)
        widest = max(widest, word.width)
        words.append(word)
    }

    /// The lines of that width; a wider word is cut at its spaces, and anywhere when `cutting`, or has a line of its own.
    func lines(_ limit: Int, cutting: Bool = false) -> [StyledLine] {
        var lines: [StyledLine] = []
        var line = StyledLine()
        for word in words {
            if line.width > 0 {
                if line.width + word.gap + word.width <= limit {
                    line.move(to: line.width + word.gap)
                    line.append(word.text, word.emphasis)
                    continue
                }
                lines.append(line)
                line = StyledLine()
            }
            var rest = word.text[...]
            while let head = rest.removeHead(limit, cutting: cutting) {
                lines.append(StyledLine(head, word.emphasis))
            }
            line.append(String(rest), word.emphasis)
        }
        if line.width > 0 { lines.append(line) }
        return lines
    }
}

extension Unicode.Scalar {
    fileprivate var endsWord: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: self == " "
        }
    }
}

extension Substring {
    /// Takes off what fits in a width, at least a character, up to the last space if there is one.
    ///
    /// Nothing when all fits, or when it has no space there and may not be cut.
    fileprivate mutating func removeHead(_ limit: Int, cutting: Bool) -> String? {
        var end = startIndex
        var width = 0
        while end < endIndex, end == startIndex || width + self[end].displayWidth <= limit {
            width += self[end].displayWidth
            end = index(after: end)
        }
        guard end < endIndex else { return nil }
        if let space = self[..<end].lastIndex(of: " ") { end = index(after: space) } else if !cutting { return nil }
        defer { self = self[end...] }
        return String(self[..<end])
    }
}
