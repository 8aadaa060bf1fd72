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
        let raking: Raking
        do throws(Raking.Problem) { raking = try Raking(margins) } catch {
            throw CompilationError(
                [.error(error.code, error.message, at: programme.place.firstLine)], in: sources)
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
                return try? Raking(again).weights
            }
        }
    }

    /// The share of each category in the sample, unweighted.
    func sampleShare(_ margin: Int, _ category: Int) -> Double {
        let sample = margins[margin].sample
        return sample.isEmpty ? 0 : Double(sample.count { $0 == category }) / Double(sample.count)
    }
}

/// What the territory would come to if it followed: never a forecast.
struct FollowedTerritory {
    let years: [Int]
    /// Of the whole territory, in the unit of the indicator: as it goes, and if it followed.
    let background: [Double]
    let followed: [Double]

    /// - Parameters:
    ///   - participants: the mean path of participants, by year.
    ///   - background: that of people who were not there.
    init(
        _ years: [Int], population: Int, _ followed: Programme.Followed, participants: [Double], background: [Double]
    ) {
        self.years = years
        self.background = background.map { Double(population) * $0 }
        self.followed = years.indices.map { year in
            let share = followed.share(in: years[year])
            return Double(population) * ((1 - share) * background[year] + share * participants[year])
        }
    }
}
