/// Finds the names a person may have meant.
public enum Spelling {
    /// The candidates nearest to a name, nearest first and then in the given order.
    ///
    /// Nearness is the optimal string alignment distance: letters inserted, dropped, changed, or two neighbours
    /// swapped; the case of ASCII letters does not count. A third of the letters may differ, at least one.
    /// Candidates of another length cost nothing and the others only the few cells near the diagonal.
    public static func nearest(
        to name: String, among candidates: some Sequence<String>, limit: Int = 3
    ) -> [String] {
        guard limit > 0, !name.isEmpty else { return [] }
        var table = Alignment(name)
        var found: [(distance: Int, name: String)] = []
        var allowed = max(1, table.count / 3)
        for candidate in candidates where candidate != name && !candidate.isEmpty {
            guard let distance = table.distance(to: candidate, atMost: allowed) else { continue }
            guard !found.contains(where: { $0.name == candidate }) else { continue }
            let place = found.firstIndex { $0.distance > distance } ?? found.count
            found.insert((distance, candidate), at: place)
            if found.count > limit { found.removeLast() }
            // Once enough are found, a later one must be strictly nearer than the last.
            if found.count == limit { allowed = (found.last?.distance ?? 0) - 1 }
            if allowed < 0 { break }
        }
        return found.map(\.name)
    }

    /// The question to print, such as `did you mean 'car' or 'cart'?`; nothing when no candidate is near.
    public static func didYouMean(_ name: String, among candidates: some Sequence<String>) -> String? {
        let names = nearest(to: name, among: candidates).map { "'\($0)'" }
        guard let last = names.last else { return nil }
        let list = names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " or " + last
        return "did you mean \(list)?"
    }
}

/// The alignment table of one name, its rows reused from one candidate to the next.
private struct Alignment {
    private let name: [Unicode.Scalar]
    private let letters: UInt64
    private var other: [Unicode.Scalar] = []
    private var rows: (before: [Int], above: [Int], row: [Int])

    init(_ name: String) {
        self.name = name.unicodeScalars.map(Self.folded)
        letters = self.name.reduce(0) { $0 | Self.bit($1) }
        let row = [Int](repeating: 0, count: self.name.count + 1)
        rows = (row, row, row)
    }

    var count: Int { name.count }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) | 0x20) : scalar
    }

    /// A bit a letter, which few others share.
    private static func bit(_ scalar: Unicode.Scalar) -> UInt64 { 1 << UInt64(scalar.value & 63) }

    /// The distance when it is small enough.
    mutating func distance(to candidate: String, atMost limit: Int) -> Int? {
        // UTF-8 takes one to four bytes a letter.
        let length = candidate.utf8.count
        guard length >= name.count - limit, length <= 4 * (name.count + limit) else { return nil }
        other.removeAll(keepingCapacity: true)
        var otherLetters: UInt64 = 0
        for scalar in candidate.unicodeScalars {
            let scalar = Self.folded(scalar)
            other.append(scalar)
            otherLetters |= Self.bit(scalar)
        }
        guard abs(other.count - name.count) <= limit else { return nil }
        // Each letter that only one of them has takes a step, and most pairs of names need no table to be told apart.
        guard (letters & ~otherLetters).nonzeroBitCount <= limit, (otherLetters & ~letters).nonzeroBitCount <= limit
        else { return nil }

        let far = limit + 1
        for column in 0...name.count { rows.above[column] = min(column, far) }
        for line in 1..<(other.count + 1) {
            let lower = max(1, line - limit)
            let upper = min(name.count, line + limit)
            rows.row[lower - 1] = lower == 1 ? min(line, far) : far
            if upper < name.count { rows.row[upper + 1] = far }
            var nearest = rows.row[lower - 1]
            for column in lower..<max(lower, upper + 1) {
                let isSame = other[line - 1] == name[column - 1]
                let changed = rows.above[column - 1] + (isSame ? 0 : 1)
                var best = min(changed, rows.above[column] + 1, rows.row[column - 1] + 1)
                if line > 1, column > 1, other[line - 1] == name[column - 2], other[line - 2] == name[column - 1] {
                    best = min(best, rows.before[column - 2] + 1)
                }
                rows.row[column] = min(best, far)
                nearest = min(nearest, best)
            }
            guard nearest <= limit else { return nil }
            rows = (rows.above, rows.row, rows.before)
        }
        let distance = rows.above[name.count]
        return distance <= limit ? distance : nil
    }
}
