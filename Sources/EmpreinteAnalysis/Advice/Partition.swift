/// Things put together in groups, bit by bit.
struct Partition {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    private mutating func root(_ member: Int) -> Int {
        var root = member
        while parents[root] != root {
            parents[root] = parents[parents[root]]
            root = parents[root]
        }
        return root
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (first, second) = (root(a), root(b))
        parents[max(first, second)] = min(first, second)
    }

    /// The groups by their first members, each in order.
    var groups: [[Int]] {
        var copy = self
        var members: [Int: [Int]] = [:]
        for member in parents.indices { members[copy.root(member), default: []].append(member) }
        return members.sorted { $0.key < $1.key }.map(\.value)
    }
}
