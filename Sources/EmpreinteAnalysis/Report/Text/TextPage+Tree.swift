extension TextPage {
    /// An explanation as branches; a long label wraps under itself.
    ///
    /// Without recursion, since a file decides the depth.
    mutating func tree(_ root: Report.TreeItem) {
        var pending = [Branch(item: root, start: "", below: "")]
        while let branch = pending.popLast() {
            let below = branch.below + (branch.item.children.isEmpty ? "" : "│ ")
            let lines = Paragraph(branch.item, units, scale).lines(width - below.count)
            for (index, line) in lines.enumerated() {
                var whole = StyledLine(index == 0 ? branch.start : below, .faint)
                whole.append(line)
                add(whole)
            }
            let children = branch.item.children
            for (index, child) in children.enumerated().reversed() {
                let isLast = index == children.count - 1
                pending.append(
                    Branch(
                        item: child, start: trunk(branch.below + (isLast ? "└ " : "├ ")),
                        below: trunk(branch.below + (isLast ? "  " : "│ "))))
            }
        }
    }

    /// The lines of the branches above, without the outermost when they would fill half of the page.
    private func trunk(_ lines: String) -> String {
        let room = width / 2
        return lines.count <= room ? lines : "…" + lines.suffix(room - 1)
    }
}

/// An item to write, with what stands left of its first line and of those below.
private struct Branch {
    var item: Report.TreeItem
    var start: String
    var below: String
}

extension Paragraph {
    fileprivate init(_ item: Report.TreeItem, _ units: UnitWords, _ scale: UnitWords.Scale) {
        self.init(item.label)
        if let figure = item.figure { addWhole(units.text(figure, scale: scale), .strong, gap: 2) }
        add(item.remarks.joined(separator: " · "), .faint, gap: 2)
        if let place = item.place { addWhole(place, .faint, gap: 2) }
    }
}
