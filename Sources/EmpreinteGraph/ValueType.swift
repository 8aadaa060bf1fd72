/// The three types of value a node can have; meaning, unit and text have been compiled away before.
public enum ValueType: UInt8, Sendable, Hashable, CaseIterable {
    /// An IEEE 754 double.
    case number
    /// True or false.
    case flag
    /// A choice among listed ones, by its position; any 32-bit integer.
    case code
}

/// The one carrier of values outside columns: a number as it is, a flag as 0 or 1, a code as its integer.
public typealias Scalar = Double
