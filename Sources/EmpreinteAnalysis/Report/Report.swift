public import EmpreinteText

/// What an analysis hands back: titled sections for people, records and data for programs.
///
/// Texts are already in the language of `about`; numbers are not yet text.
public struct Report: Sendable, Hashable {
    /// What the report is called.
    public var title: String
    /// Where its numbers come from.
    public var about: About
    /// What people read, in order.
    public var sections: [Section]
    /// What CSV prints: one row a person, one column an output.
    public var records: Table?
    /// What JSON prints after the members that say where the numbers come from.
    public var data: [JSON.Member]
    /// What JSON prints instead, as a bare array, for a report that is a list of things.
    public var listing: [JSON]?
    /// Whether what was asked did not hold, as when a test fails.
    public var isFailure = false

    public init(
        title: String, about: About, sections: [Section] = [], records: Table? = nil, data: [JSON.Member] = [],
        listing: [JSON]? = nil
    ) {
        self.title = title
        self.about = about
        self.sections = sections
        self.records = records
        self.data = data
        self.listing = listing
    }
}

extension Report {
    /// Where the numbers of a report come from; every rendering shows it.
    public struct About: Sendable, Hashable {
        /// Name and version of the engine, such as `empreinte 0.1.0`.
        public var engine: String
        /// The id of the pack.
        public var pack: String
        /// The version of the pack.
        public var version: String
        /// The pack's content hash in hexadecimal.
        public var hash: String
        /// The year the numbers are for; nothing when the report has none or several.
        public var year: Int?
        /// The language of the report's texts.
        public var language: Language

        public init(
            engine: String, pack: String, version: String, hash: String, year: Int? = nil, language: Language
        ) {
            self.engine = engine
            self.pack = pack
            self.version = version
            self.hash = hash
            self.year = year
            self.language = language
        }
    }

    /// One titled part of a report.
    public struct Section: Sendable, Hashable {
        /// What stands above it; nothing for a part without a title.
        public var title: String?
        /// What it shows.
        public var body: Body
        public var rank: Rank

        public init(_ title: String? = nil, _ body: Body, rank: Rank = .section) {
            self.title = title
            self.body = body
            self.rank = rank
        }

        /// How a section stands among the others.
        public enum Rank: Sendable, Hashable {
            case section
            /// The first of a sheet, which begins a page on paper.
            case sheet
            /// Goes with the section or sheet before it.
            case part
        }
    }

    /// What a section shows.
    public enum Body: Sendable, Hashable {
        case headline([Headline])
        case bars(Bars)
        case series(Series)
        case table(Table)
        case tree(TreeItem)
        case notes([String])
    }

    /// A big figure with a label and a remark.
    public struct Headline: Sendable, Hashable {
        /// The figure, in its unit.
        public var figure: Figure
        /// The name for people.
        public var label: String
        /// What stands beside it, smaller.
        public var remark: String?
        /// The range the figure is likely to lie in, in its unit.
        public var range: ClosedRange<Double>?

        public init(
            _ figure: Figure, label: String = "", remark: String? = nil, range: ClosedRange<Double>? = nil
        ) {
            self.figure = figure
            self.label = label
            self.remark = remark
            self.range = range
        }
    }
}
