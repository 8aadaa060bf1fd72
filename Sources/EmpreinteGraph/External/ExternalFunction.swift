/// A function of numbers that a plugin brings; the graph knows what it is called, and nothing of what it computes.
///
/// It is pure: what it gives for some arguments has the same bits alone, in any company, on any thread. Functions are
/// equal when they are the same object.
@safe
public final class ExternalFunction: Sendable {
    /// What formulas call it, the plugin's name before.
    public let name: String
    /// The plugin it comes from.
    public let plugin: String
    /// How many arguments it takes, at least one.
    public let arity: Int
    private let kernel: Kernel

    /// Computes a column from as many columns as there are arguments; says why it cannot, or nothing when it could.
    public typealias Kernel =
        @Sendable (
            _ arguments: UnsafePointer<UnsafePointer<Double>?>, _ count: Int, _ results: UnsafeMutablePointer<Double>
        ) -> String?

    /// - Parameter kernel: reads `count` numbers of each column and sets as many results, which overlap no argument.
    ///   Called from several threads at once.
    /// - Precondition: the arity is at least one.
    @unsafe
    public init(_ name: String, of plugin: String, arity: Int, kernel: @escaping Kernel) {
        precondition(arity > 0, "a function has an argument")
        self.name = name
        self.plugin = plugin
        self.arity = arity
        unsafe self.kernel = kernel
    }

    /// The value for some arguments: the column of one lane.
    /// - Precondition: as many arguments as the arity.
    public func value(of arguments: [Double], origin: OriginID = .none) throws(CallFailure) -> Double {
        precondition(arguments.count == arity, "\(name): \(arguments.count) arguments")
        var result = Double.nan
        var failure: CallFailure?
        unsafe arguments.withUnsafeBufferPointer { values in
            guard let first = values.baseAddress else { return }
            do throws(CallFailure) {
                try unsafe compute(1, into: &result, origin: origin) { unsafe first + $0 }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return result
    }

    /// Computes a column.
    /// - Parameters:
    ///   - count: how many lanes.
    ///   - origin: where the call stands, for the failure.
    ///   - argument: the column of an argument.
    @unsafe
    public func compute(
        _ count: Int, into results: UnsafeMutablePointer<Double>, origin: OriginID,
        argument: (Int) -> UnsafePointer<Double>
    ) throws(CallFailure) {
        let message = unsafe withUnsafeTemporaryAllocation(of: UnsafePointer<Double>?.self, capacity: arity) {
            columns -> String? in
            guard let first = columns.baseAddress else { return nil }
            for place in 0..<arity { unsafe columns.initializeElement(at: place, to: argument(place)) }
            return unsafe kernel(first, count, results)
        }
        if let message { throw CallFailure(function: self, message: message, origin: origin) }
    }
}

extension ExternalFunction: Hashable {
    public static func == (left: ExternalFunction, right: ExternalFunction) -> Bool { left === right }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A function that could not compute: what it says, and where it was called.
public struct CallFailure: Error, Sendable, Hashable {
    /// The function that failed.
    public let function: ExternalFunction
    /// Why it failed.
    public let message: String
    /// The origin of the node that calls it.
    public let origin: OriginID

    public init(function: ExternalFunction, message: String, origin: OriginID) {
        self.function = function
        self.message = message
        self.origin = origin
    }
}
