/// How an initiative fits a place.
public struct Fit: Sendable {
    /// The initiative looked at.
    public let initiative: Initiative
    /// How alike the two territories are.
    public let similarity: Profile.Similarity
    /// In the order of its conditions.
    public let answers: [Initiative.Answer]
    /// By how much its effects are multiplied; nothing when that is not known.
    public let scale: Double?

    /// How many conditions are not met.
    public var failing: Int { answers.filter { $0 == .notMet }.count }

    /// How every initiative fits, the most alike first; those that cannot be compared come last, ties in their order.
    ///
    /// The likeness says nothing of the conditions, which are told beside it.
    public static func all(
        _ initiatives: [Initiative], in profile: Profile, weights: [String: Double] = [:]
    ) -> [Fit] {
        let ranges = Profile.ranges(initiatives.map(\.context) + [profile])
        let fits = initiatives.map { initiative in
            Fit(
                initiative: initiative,
                similarity: profile.similarity(to: initiative.context, ranges: ranges, weights: weights),
                answers: initiative.answers(in: profile), scale: initiative.scale(to: profile))
        }
        return fits.enumerated().sorted { left, right in
            let (first, second) = (left.element.similarity.score ?? -1, right.element.similarity.score ?? -1)
            return first == second ? left.offset < right.offset : first > second
        }.map(\.element)
    }
}
