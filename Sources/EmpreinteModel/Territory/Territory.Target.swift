extension Territory {
    /// Something the territory as a whole is to reach by a year.
    public struct Target: Sendable {
        /// The id.
        public var id: String
        /// The name for people.
        public var label: Label
        /// What it is about.
        public var subject: Subject
        /// What is aimed at.
        public var aim: TargetPath.Aim
        /// The year to reach it by.
        public var year: Int
        /// Where the way to it starts; nothing for a level that has no way.
        public var base: EmpreinteModel.Target.Base?
        /// How the way goes.
        public var course: TargetPath.Course
        /// Why nothing can be computed, where the figures it needs are not published.
        public var reason: String?
        /// Where it comes from.
        public var evidence: Evidence
        /// Where it is written.
        public var place: Place

        public init(
            id: String, label: Label, subject: Subject, aim: TargetPath.Aim, year: Int,
            base: EmpreinteModel.Target.Base? = nil, course: TargetPath.Course = .linear, reason: String? = nil,
            evidence: Evidence, place: Place
        ) {
            self.id = id
            self.label = label
            self.subject = subject
            self.aim = aim
            self.year = year
            self.base = base
            self.course = course
            self.reason = reason
            self.evidence = evidence
            self.place = place
        }

        /// What is aimed at.
        public enum Subject: String, Sendable, CaseIterable {
            case ghg, energy
            case renewablesShare = "renewables_share"

            /// The account it is read in; nothing for a share of two.
            public var account: Account? { Account(rawValue: rawValue) }
        }
    }

    /// The years known of what a target is about.
    ///
    /// - Throws: `series`, `denominator`.
    public func series(of subject: Target.Subject) throws(TargetProblem) -> YearSeries {
        if let account = subject.account { return try series(of: account) }
        return try renewableShares()
    }

    /// The way to a target.
    ///
    /// - Throws: what makes it impossible to compute; `baseMissing` where the value of the base year is not known.
    public func path(to target: Target) throws(TargetProblem) -> TargetPath {
        var base: TargetPath.Point?
        if case .year(let year)? = target.base {
            guard let value = try series(of: target.subject)[year] else { throw .baseMissing }
            base = .init(year: year, value: value)
        }
        var people = 1.0
        if case .perPerson = target.aim {
            guard let count = population(in: target.year) else { throw .population }
            people = count
        }
        return try TargetPath(target.aim, by: target.year, base: base, course: target.course, population: people)
    }
}
