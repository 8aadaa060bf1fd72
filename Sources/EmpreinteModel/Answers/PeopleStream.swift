public import EmpreinteText

/// Reads people by the block, whatever their number, in memory that does not grow with it.
public protocol PeopleStream: Sendable {
    /// The names of the groups met so far, in the order of their codes; none unless asked for.
    var groups: [String] { get }
    /// How many answers were outside their range and taken as its nearest end, as their questions ask.
    var clampedCount: Int { get }

    /// Reads the next rows, as many as a block is high or fewer at the end.
    ///
    /// - Parameters:
    ///   - columns: the block; what it held is forgotten.
    ///   - leavingOut: takes the bad rows, which are then missing from the block, in order. Without it the first bad
    ///     row ends the reading: the rest is only searched for more problems.
    /// - Returns: whether any row was read; a block may hold nobody where all were bad.
    /// - Throws: at most a hundred problems in file order, and nothing after them; or why the bytes could not be had.
    mutating func read(
        into columns: inout PeopleColumns, leavingOut: ((RejectedRow) -> Void)?
    ) throws(TableError) -> Bool
}

/// A row left out and why.
public struct RejectedRow: Sendable {
    /// The row as written, without its line end; these bytes may be kept.
    public let bytes: ArraySlice<UInt8>
    /// What is wrong with it, at least one problem, from left to right.
    public let problems: [TableProblem]
}

/// What a reader of people is asked for beside the answers.
public struct PeopleOptions: Sendable {
    /// The column that says how many people each one stands for, which has to be there; `weight` where there is one
    /// when nothing is said.
    public var weight: String?
    /// Columns to hand on as they are, which need not mean anything to the model.
    public var keep: [String] = []
    /// The column that says which group each belongs to.
    public var group: String?
    /// The year of those who state none; the model's reference year otherwise.
    public var year: Int?
    /// How many rows a block covers, from 1 to a million.
    public var height = 16_384 {
        didSet { height = min(max(height, 1), 1_000_000) }
    }
    /// How many groups there may be.
    public var groupLimit = 65_536

    public init() {}
}
