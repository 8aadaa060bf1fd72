/// How many letters to add, drop or change to make one name another, upper and lower case being the same.
enum EditDistance {
    /// The distance, or nothing when it is beyond the limit. Quadratic in the names, and only for near lengths.
    static func between(_ a: String, _ b: String, atMost limit: Int) -> Int? {
        guard abs(a.utf8.count - b.utf8.count) <= limit else { return nil }
        let (a, b) = (lowercase(a), lowercase(b))
        var row = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in b.enumerated() {
                let changed = diagonal + (left == right ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
            }
        }
        let distance = row[b.count]
        return distance <= limit ? distance : nil
    }

    private static func lowercase(_ name: String) -> [UInt8] { name.utf8.map { $0.isLetter ? $0 | 0x20 : $0 } }
}
