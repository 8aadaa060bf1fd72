/// A table for people: the first column to the left, the others to the right.
public struct TextTable: Sendable, CustomStringConvertible {
    private var rows: [[String]]

    public init(_ head: String...) { rows = [head] }

    public mutating func add(_ row: String...) { rows.append(row) }

    public mutating func add(_ row: [String]) { rows.append(row) }

    public var description: String {
        let widths = rows.reduce(into: [Int]()) { widths, row in
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], cell.count)
            }
        }
        return rows.map { row in
            row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + space : space + cell
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}

extension Double {
    /// The number with so many decimals.
    public func text(decimals: Int = 2) -> String {
        guard isFinite else { return "–" }
        let scale = (0..<decimals).reduce(1) { product, _ in product * 10 }
        let units = Int((magnitude * Double(scale)).rounded())
        let sign = self < 0 && units > 0 ? "-" : ""
        guard decimals > 0 else { return "\(sign)\(units)" }
        let rest = String(units % scale)
        return "\(sign)\(units / scale)." + String(repeating: "0", count: decimals - rest.count) + rest
    }
}
