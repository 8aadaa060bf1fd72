internal import EmpreinteText

/// Writes the texts of cells as documents have them: decimals with a point, lists item by item, flags in English.
struct TableTexts {
    /// What separates decimals in the file.
    private let mark: DecimalMark
    private let mayUseCommas: Bool

    /// Learns the mark from the first quantity that shows it, where either is possible.
    ///
    /// - Parameter quantities: the columns that hold some.
    init(_ grid: CSVGrid, quantities: [Int]) {
        mayUseCommas = grid.mayUseCommas
        guard mayUseCommas else {
            mark = .point
            return
        }
        let marks = grid.rows.lazy.flatMap { row in quantities.lazy.compactMap { Self.mark(in: row[$0].text) } }
        mark = marks.first ?? .point
    }

    /// What separates the decimals of a number; nothing where there are none, or both marks, which is grouping.
    private static func mark(in text: String) -> DecimalMark? {
        let bytes = Array(text.utf8)[...]
        let isPoint = DecimalMark.point.separatesDigits(in: bytes)
        guard isPoint != DecimalMark.comma.separatesDigits(in: bytes) else { return nil }
        return isPoint ? .point : .comma
    }

    func write(_ cell: CSVGrid.Cell, _ shape: Shape, _ writer: inout TreeWriter, _ diagnostics: inout Diagnostics) {
        switch shape {
        case .quantity, .quantityOr: writer.text(number(cell, &diagnostics), at: cell.range)
        case .flag: writer.text(Self.flags[cell.text.lowercased()] ?? cell.text, at: cell.range)
        case .list(let item):
            writer.list(at: cell.range, &diagnostics) { writer, diagnostics in
                for part in Self.parts(of: cell, item) { write(part, item, &writer, &diagnostics) }
            }
        default: writer.text(cell.text, at: cell.range)
        }
    }

    private func number(_ cell: CSVGrid.Cell, _ diagnostics: inout Diagnostics) -> String {
        guard mayUseCommas, let own = Self.mark(in: cell.text) else { return cell.text }
        if own != mark {
            diagnostics.error(
                "csv.mixed_decimals", "some numbers of the file have a decimal point, and some a comma",
                at: cell.range, hint: "save the file with one decimal mark")
        }
        return own == .point ? cell.text : DecimalMark.point.replacing(in: Array(cell.text.utf8)[...])
    }

    /// What spreadsheets write for yes and no.
    private static let flags = [
        "true": "true", "vrai": "true", "oui": "true", "1": "true", "false": "false", "faux": "false", "non": "false",
        "0": "false",
    ]

    /// The items of a list in one cell.
    private static func parts(of cell: CSVGrid.Cell, _ item: Shape) -> [CSVGrid.Cell] {
        let isID = if case .id = item { true } else { false }
        return cell.text.split { isID ? $0 == " " || $0 == "," : $0 == "|" }.map { part in
            CSVGrid.Cell(text: String(part).trimmed, range: cell.range)
        }
    }
}

extension String {
    /// Without spaces at the ends.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
