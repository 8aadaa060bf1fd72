public import EmpreinteGraph

/// Why a run did not take place, or not to its end.
public enum RunError: Error, Sendable, Hashable {
    /// The plan reads an input the run gives no value for.
    case inputMissing(slot: Int)
    /// The input is given otherwise than the plan was staged for: a column for a uniform one, or the reverse.
    case inputMismatched(slot: Int)
    /// The column holds values of another type.
    case columnOfOtherType(slot: Int)
    /// The column has fewer values than the run has lanes.
    case columnTooShort(slot: Int)
    /// Inputs by year do not all speak of the same number of years, at least one.
    case yearsDiffer
    /// A sink has no place for the results, or columns that do not fit the lanes.
    case sinkMismatched
    case cancelled
    /// A plugin's function could not compute.
    case callFailed(CallFailure)
}
