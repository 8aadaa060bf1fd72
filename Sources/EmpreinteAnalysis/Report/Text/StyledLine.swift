/// How much a piece of text stands out on the page.
enum Emphasis {
    case plain, strong, faint, bar, faintBar

    /// The terminal's code; nothing for plain text.
    var code: String? {
        switch self {
        case .plain: nil
        case .strong: "1"
        case .faint: "2"
        case .bar: "36"
        case .faintBar: "2;36"
        }
    }
}

/// One line of the page: pieces of text side by side.
struct StyledLine {
    /// Columns taken so far, trailing space excepted.
    private(set) var width = 0
    private var pieces: [(text: String, emphasis: Emphasis)] = []
    /// Spaces that become real when text follows, so that no line ends with any.
    private var gap = 0

    init() {}

    init(_ text: String, _ emphasis: Emphasis) { append(text, emphasis) }

    /// Adds text; leading and trailing spaces belong to the gaps around it.
    mutating func append(_ text: String, _ emphasis: Emphasis = .plain) {
        let body = text.drop { $0 == " " }
        gap += text.count - body.count
        guard !body.isEmpty else { return }
        let trailing = body.reversed().prefix { $0 == " " }.count
        let shown = String(body.dropLast(trailing))
        let space = String(repeating: " ", count: gap)
        if let last = pieces.last, last.emphasis == emphasis {
            pieces[pieces.count - 1].text += space + shown
        } else {
            if gap > 0 { pieces.append((space, .plain)) }
            pieces.append((shown, emphasis))
        }
        width += gap + shown.displayWidth
        gap = trailing
    }

    /// Adds another line's pieces.
    mutating func append(_ line: StyledLine) {
        for piece in line.pieces { append(piece.text, piece.emphasis) }
    }

    /// Moves to that column; past it already, leaves one space.
    mutating func move(to column: Int) {
        gap = width == 0 ? column : max(column - width, 1)
    }

    /// The line as text, with the terminal's codes when coloured.
    func text(color: Bool) -> String {
        pieces.reduce(into: "") { out, piece in
            if color, let code = piece.emphasis.code {
                out += "\u{1B}[\(code)m\(piece.text)\u{1B}[0m"
            } else {
                out += piece.text
            }
        }
    }
}
