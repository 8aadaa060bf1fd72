internal import EmpreinteModel

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Two proposals that may be the same one.
public struct Likeness: Sendable, Hashable {
    /// The id of one proposal.
    public let first: String
    /// The id of the other.
    public let second: String
    /// From 0 for no word in common to 1 for the same words.
    public let degree: Double
}

extension ProposalSet {
    /// Pairs of standing proposals whose words are alike, the likest first. It only suggests: people decide.
    ///
    /// Words count the more the fewer proposals use them, and are compared by their first letters, so that endings do
    /// not matter.
    /// - Parameters:
    ///   - language: the language texts are compared in.
    ///   - least: the likeness from which a pair is listed.
    /// - Complexity: O(proposals² × words).
    public func alike(in language: String, atLeast least: Double = 0.4) -> [Likeness] {
        let all = standing
        let words = all.map { proposal in
            Self.words(of: proposal.label.text(in: language) + " " + (proposal.text?.text(in: language) ?? ""))
        }
        var users: [String: Int] = [:]
        for word in words.flatMap({ $0 }) { users[word, default: 0] += 1 }
        let weighed = words.map { own in
            own.map { (word: $0, weight: log(1 + Double(all.count) / Double(users[$0] ?? 1))) }
        }
        var pairs: [Likeness] = []
        for first in all.indices {
            let own = Set(words[first])
            for second in all.indices where second > first {
                let common = weighed[second].reduce(0) { own.contains($1.word) ? $0 + $1.weight : $0 }
                guard common > 0 else { continue }
                let sum = (weighed[first] + weighed[second]).reduce(0) { $0 + $1.weight } - common
                let degree = min(common / sum, 1)
                if degree >= least {
                    pairs.append(Likeness(first: all[first].id, second: all[second].id, degree: degree))
                }
            }
        }
        return pairs.sorted { $0.degree > $1.degree }
    }

    /// The beginnings of the words of a text that are not short, and its numbers, each once, in alphabetical order.
    private static func words(of text: String) -> [String] {
        let parts = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        return Set(parts.filter { $0.count > 3 || $0.contains(where: \.isNumber) }.map { String($0.prefix(6)) })
            .sorted()
    }
}
