public import EmpreinteGraph
public import EmpreinteText
public import EmpreinteUnits

/// What a front-end makes of its files: questions, figures, formulas and branches with their meaning settled,
/// and one graph that computes them all.
///
/// A model is immutable and may be read from any thread.
public struct Model: Sendable {
    /// Which model it is.
    public var identity: Identity
    /// The years it may be asked for.
    public var years: Years
    /// The packs it was resolved from: the first ancestor first, the pack itself last.
    public var layers: [Layer] = []
    /// The publications its figures come from.
    public var references: [Reference] = []
    /// The questions.
    public var inputs: [Input] = []
    /// The figures.
    public var factors: [Factor] = []
    /// The dated series.
    public var trends: [Trend] = []
    /// The formulas, leaves and steps.
    public var formulas: [Formula] = []
    /// The branches.
    public var categories: [Category] = []
    /// What footprints are counted in.
    public var indicators: [Indicator] = []
    /// The levels to reach for one person.
    public var targets: [Target] = []
    /// What is known of the territory as a whole; nothing where no pack speaks of one.
    public var territory: Territory?
    /// What may be done.
    public var actions: [Action] = []
    /// The plans that belong to it.
    public var scenarios: [Scenario] = []
    /// The local schemes that help with actions.
    public var supports: [Support] = []
    /// What became of answers given to older versions, in the order made.
    public var migrations: [Migration] = []
    /// What packs changed of what stood above them.
    public var overrides: [Override] = []
    /// The tests written in it.
    public var expectations: [Expectation] = []
    /// The documents it holds of kinds that plugins own.
    public var documents = Documents()
    /// The units answers may be written in: the standard ones and the model's own.
    public var units = UnitCatalogue.standard
    /// The input whose answer divides what is per household.
    public var householdSize: Int?

    /// The graph that computes everything.
    public var graph = Graph()
    /// Where the graph's nodes come from.
    public var origins = Origins()
    /// The number of graph inputs; slot 0 is the year.
    public var slotCount = 1
    /// The graph inputs that are 1 unless said otherwise; all others are 0.
    public var multiplierSlots: [Int] = []
    /// The files it was read from, to show where things stand.
    public var sources: SourceMap
    private var elements: [String: Element] = [:]

    /// The graph input that carries the year evaluated.
    public static let yearSlot = 0

    public init(identity: Identity, years: Years, sources: SourceMap) {
        self.identity = identity
        self.years = years
        self.sources = sources
    }

    /// Which model it is, as every result says.
    public struct Identity: Sendable {
        /// The id.
        public var id: String
        /// The version of the pack.
        public var version: String
        /// The name for people.
        public var label: Label
        /// The language of texts that state none.
        public var language: String
        /// How the hash is made, once the front-end has settled the content.
        public var makeHash: @Sendable () -> String = { "" }

        public init(id: String, version: String, label: Label, language: String) {
            self.id = id
            self.version = version
            self.label = label
            self.language = language
        }

        /// SHA-256 of the resolved content, in hexadecimal; made at each call, since only reports show it.
        public var hash: String { makeHash() }
    }

    /// The years a model may be asked for.
    public struct Years: Sendable {
        /// The first and the last.
        public var range: ClosedRange<Int>
        /// The year of who states none.
        public var reference: Int

        public init(range: ClosedRange<Int>, reference: Int) {
            self.range = range
            self.reference = reference
        }
    }

    /// One pack of those a model was resolved from.
    public struct Layer: Sendable {
        /// The id.
        public var id: String
        /// The version of the pack.
        public var version: String
        /// Where it was read from.
        public var path: String

        public init(id: String, version: String, path: String) {
            self.id = id
            self.version = version
            self.path = path
        }
    }
}

extension Model {
    /// The element of an id, or nothing.
    public func element(_ id: String) -> Element? { elements[id] }

    /// The position of a branch, or nothing.
    public func category(_ id: String) -> Int? { categories.firstIndex { $0.id == id } }

    /// The position of an indicator, or nothing.
    public func indicator(_ id: String) -> Int? { indicators.firstIndex { $0.id == id } }

    /// The position of an action, or nothing.
    public func action(_ id: String) -> Int? { actions.firstIndex { $0.id == id } }

    /// The position of a scenario, or nothing.
    public func scenario(_ id: String) -> Int? { scenarios.firstIndex { $0.id == id } }

    /// The graph inputs that are 1 unless said otherwise, at 1.
    public var standingMultipliers: [Int: Scalar] {
        Dictionary(uniqueKeysWithValues: multiplierSlots.map { ($0, 1) })
    }

    /// What the graph inputs are where nobody says otherwise, by slot.
    public var unboundSlots: [Scalar] {
        var slots = [Scalar](repeating: 0, count: slotCount)
        for slot in multiplierSlots { slots[slot] = 1 }
        return slots
    }

    /// The id of an element.
    public func id(of element: Element) -> String {
        switch element {
        case .input(let index): inputs[index].id
        case .factor(let index): factors[index].id
        case .formula(let index): formulas[index].id
        case .trend(let index): trends[index].id
        }
    }

    /// The ids of all elements, in file order within each sort.
    public var elementIDs: [String] {
        inputs.map(\.id) + factors.map(\.id) + trends.map(\.id) + formulas.map(\.id)
    }

    /// Sets the table behind `element(_:)`; called once by whoever fills the lists.
    /// - Parameter elements: every element by its id.
    public mutating func index(_ elements: [String: Element]) { self.elements = elements }
}
