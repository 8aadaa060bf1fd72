/// Why a benchmark does not give numbers: they would be wrong, or it was asked badly.
public struct Failure: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}
