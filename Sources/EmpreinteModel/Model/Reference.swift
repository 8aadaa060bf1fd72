/// A publication that a figure was taken from.
public struct Reference: Sendable {
    /// The id.
    public var id: String
    /// The title of the publication.
    public var title: Label
    /// Who published it.
    public var publisher: String?
    /// When, as far as it is known.
    public var date: String?
    /// What may be done with it.
    public var licence: String?
    /// Where it can be read.
    public var url: String?
    /// Where it is written.
    public var place: Place

    public init(id: String, title: Label, place: Place) {
        self.id = id
        self.title = title
        self.place = place
    }
}

/// How far a figure can be trusted, carried from the file to every explanation.
public struct Evidence: Sendable {
    /// The id of the `Reference`, where there is one.
    public var source: String?
    /// The year the figure is valid for.
    public var year: Int?
    /// Whether it was written from memory of a known publication and awaits a check.
    public var isRecalled: Bool
    /// Why it was assumed, where no publication gives it.
    public var assumption: String?

    public init(source: String? = nil, year: Int? = nil, isRecalled: Bool = false, assumption: String? = nil) {
        self.source = source
        self.year = year
        self.isRecalled = isRecalled
        self.assumption = assumption
    }
}
