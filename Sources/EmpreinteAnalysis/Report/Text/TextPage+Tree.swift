extension TextPage {
    /// An explanation as branches; a long label wraps under itself.
    ///
    /// Without recursion, since a file decides the depth.
    mutating func tree(_ root: Report.TreeItem) {
        var pending = [Branch(item: root, start: "", below: "")]
        while let branch = pending.popLast() {
            let below = branch.below + (branch.item.children.isEmpty ? "" : "│ ")
            let lines = branch.item.paragraphs(units, scale).flatMap { $0.lines(width - below.count) }
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

extension Report.TreeItem {
    /// The label with its figure and place, then the title with how it stands, and each remark on lines of its own.
    fileprivate func paragraphs(_ units: UnitWords, _ scale: UnitWords.Scale) -> [Paragraph] {
        var head = Paragraph(label)
        if let figure { head.addWhole(units.text(figure, scale: scale), .strong, gap: 2) }
        if let place { head.addWhole(place, .faint, gap: 2) }
        let about = [title, state].compactMap { $0 }.joined(separator: " · ")
        return [head] + ((about.isEmpty ? [] : [about]) + remarks).map { Paragraph($0, .faint) }
    }
}
