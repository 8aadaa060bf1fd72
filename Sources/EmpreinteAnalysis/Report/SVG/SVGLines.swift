/// How the lines of a chart look, told apart by role and rank.
struct SVGLines {
    let series: Report.Series

    /// Lines dark enough for paper; a target is told apart by its dashes too, and so are those compared with one another.
    func stroke(_ line: Int) -> String {
        let dashes: String =
            switch series.lines[line].role {
            case .target: #" stroke-dasharray="6 4""#
            case .other where hasTotal:
                rank(line) % 2 == 0 ? #" stroke-dasharray="2 3""# : #" stroke-dasharray="10 3 2 3""#
            case .other: Self.dashes[rank(line) % Self.dashes.count]
            case .total, .part: ""
            }
        let width = dashes.isEmpty ? "2.5" : "2"
        return "stroke=\"\(color(of: line))\" stroke-width=\"\(width)\"\(dashes)"
    }

    func color(of line: Int) -> String {
        switch series.lines[line].role {
        case .target: "#b3002d"
        case .total: "#111"
        case .other where hasTotal: "#555"
        case .other, .part: rankColor(line)
        }
    }

    /// The colour of a line's amount: its own, where letters of it can be read.
    func ink(of line: Int) -> String {
        switch series.lines[line].role {
        case .other where !hasTotal, .part: "#222"
        case .target, .total, .other: color(of: line)
        }
    }

    private var hasTotal: Bool { series.lines.contains { $0.role == .total } }

    /// The colour of a line, by its rank among those of its role.
    func rankColor(_ line: Int) -> String {
        Self.colors[rank(line) % Self.colors.count]
    }

    /// The rank of a line among those of its role.
    private func rank(_ line: Int) -> Int { series.lines[..<line].count { $0.role == series.lines[line].role } }

    private static let dashes = ["", "9 3", "3 3", "12 3 3 3"].map { $0.isEmpty ? "" : " stroke-dasharray=\"\($0)\"" }

    /// Told apart by most eyes, and by their lightness on paper.
    private static let colors = [
        "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#7f7f7f", "#5b3a8e", "#a6d854",
    ]
}
