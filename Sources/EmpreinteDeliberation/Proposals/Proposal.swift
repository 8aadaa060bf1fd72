public import EmpreinteModel
internal import EmpreinteText

/// Something proposed to an assembly.
public struct Proposal: Sendable {
    /// The id.
    public let id: String
    /// The proposal in a few words, and in full.
    public var label: Label
    /// What is proposed, in full.
    public var text: Label?
    /// Everybody who made it, and who made what it was merged of.
    public var authors: [String] = []
    /// How it came in.
    public var origin: String?
    /// What it is about.
    public var theme: String?
    /// Whose power it is within.
    public var competence = Competence(.unknown)
    /// The proposals it was made of, directly or through others.
    public var sources: [String] = []
    /// The proposal it went into.
    public var mergedInto: String?
    /// What the model knows to do of it.
    public var plan: [Choice] = []
    /// What groups found it to be worth.
    public var assessments: [Assessment] = []
    /// Figures by criteria of the assembly's own.
    public var scores: [String: Double] = [:]
    /// Its states by date, the first one first.
    public var states: [(date: Day, state: State)] = []

    public init(_ id: String, _ label: Label) {
        self.id = id
        self.label = label
    }

    /// What becomes of a proposal.
    public enum State: String, Sendable, CaseIterable {
        case draft, submitted, assessed, merged, adopted, rejected
        case sentElsewhere = "sent_elsewhere"
        case voted
        case inProgress = "in_progress"
        case done
    }

    /// The last state; merged where it went into another; nothing where none is given.
    public var state: State? { mergedInto == nil ? states.last?.state : .merged }

    /// What its assessments come to; nothing where none gives the figure.
    public func estimate(_ measure: Assessment.Measure) -> Estimate.Combined? {
        Estimate.Combined(assessments.compactMap { $0.estimates[measure] })
    }

    /// Whether anybody gave any figure.
    public var isAssessed: Bool { assessments.contains { !$0.estimates.isEmpty } || !scores.isEmpty }

    /// What it costs the authority in today's money, from the assessments that say enough.
    public func netCost(_ finance: Finance) -> Estimate.Combined? {
        Estimate.Combined(assessments.compactMap { $0.netCost(finance).map { Estimate($0) } })
    }

    /// The cost of a tonne avoided: net cost over tonnes, both in today's terms; nothing where none is avoided.
    public func costPerTonne(_ finance: Finance) -> Double? {
        guard let cost = netCost(finance), let ghg = estimate(.ghg), ghg.central < 0 else { return nil }
        return cost.central / finance.presentValue(-ghg.central / 1000)
    }
}
