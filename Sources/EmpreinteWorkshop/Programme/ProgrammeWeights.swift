internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// The weights that give the people of a programme the shares of its territory, and what they come to.
struct ProgrammeWeights {
    let margins: [Raking.Margin]
    let raking: Raking
    /// The people weighted, by position among the members: those whose groups are all known.
    let weighted: [Int]
    /// The mean footprint at each moment.
    let estimates: [Estimate]
    /// Whether nobody makes most of a weighted mean.
    let isBalanced: Bool

    /// - Returns: nothing where the programme has no margins.
    /// - Throws: the margin that cannot be met.
    init?(
        _ programme: Programme, _ people: ProgrammePeople, isBootstrap: Bool, _ sources: SourceMap
    ) throws(CompilationError) {
        guard !programme.margins.isEmpty, !people.members.isEmpty else { return nil }
        weighted = people.members.indices.filter { member in
            programme.margins.allSatisfy { $0.category(of: people.members[member].profile) != nil }
        }
        let members = weighted.map { people.members[$0] }
        let margins = programme.margins.map { margin in
            Raking.Margin(
                margin.name, categories: margin.categories, shares: margin.shares,
                sample: members.map { margin.category(of: $0.profile) ?? -1 })
        }
        self.margins = margins
        let bounds = programme.weightBounds
        let raking: Raking
        do throws(Raking.Problem) { raking = try Raking(margins, bounds: bounds) } catch {
            throw CompilationError(
                [.error(error.code, error.message, at: programme.place.firstLine, hint: error.hint)], in: sources)
        }
        self.raking = raking
        estimates = ProgrammePeople.Moment.allCases.map { moment in
            let values = members.map { $0.values[moment.rawValue][0] }
            guard isBootstrap else { return Estimate(values, weights: raking.weights) }
            return Estimate(values, weights: raking.weights, replicates: 200, seed: 1) { drawn in
                let again = margins.map { margin in
                    Raking.Margin(
                        margin.name, categories: margin.categories, shares: margin.shares,
                        sample: drawn.map { margin.sample[$0] })
                }
                return try? Raking(again, bounds: bounds).weights
            }
        }
        isBalanced = ProgrammePeople.Moment.allCases.allSatisfy { moment in
            programme.disclosure.showsMean(
                of: zip(members, raking.weights).map { $0.values[moment.rawValue][0] * $1 })
        }
    }
}

/// What the territory would come to if it followed: never a forecast.
struct FollowedTerritory {
    let years: [Int]
    /// Of the whole territory, in the unit of the indicator: as it goes, and if it followed.
    let background: [Double]
    let followed: [Double]

    /// The means of the people counted and of those who were not there, by room, in the years all of them have.
    ///
    /// - Returns: nothing of nobody.
    init?(_ people: ProgrammePeople, population: Int, _ followed: Programme.Followed) {
        let backgrounds = people.rooms.map(\.background)
        let (from, to) = (backgrounds.map(\.from).max() ?? 0, backgrounds.map(\.to).min() ?? -1)
        guard !people.members.isEmpty, from <= to else { return nil }
        let (years, population) = (Array(from...to), Double(population))
        let background = years.map { year in backgrounds.map { $0[year] }.mean }
        self.years = years
        self.background = background.map { population * $0 }
        self.followed = years.indices.map { year in
            let participants = people.members.map { $0.path[years[year]] }.mean
            let share = followed.share(in: years[year])
            return population * ((1 - share) * background[year] + share * participants)
        }
    }
}
