/// Functions of formulas and shapes of ramps that a plugin brings, each called by its plugin's name, a dot and its own.
public struct FunctionLibrary: Sendable {
    /// Functions of formulas.
    public var functions: [Function] = []
    /// Shapes of ramps.
    public var ramps: [RampShape] = []

    public init() {}

    /// A pure function of numbers: what it gives for some arguments has the same bits alone, in any company, on any
    /// thread.
    ///
    /// It gives NaN where it has no value, which an `… else …` does not catch, and fails only when it cannot compute
    /// at all: it is also called for people whose formula takes another branch.
    @safe
    public struct Function: Sendable {
        /// An id, without the plugin's name.
        public let name: String
        /// How many arguments it takes.
        public let arity: Int
        /// What they measure, and what it gives.
        public let units: UnitRule
        /// Computes a column from as many columns as there are arguments; says why it cannot, or nothing when it
        /// could.
        public typealias Kernel =
            @Sendable (
                _ arguments: UnsafePointer<UnsafePointer<Double>?>, _ count: Int,
                _ results: UnsafeMutablePointer<Double>
            ) -> String?
        let kernel: Kernel

        /// - Parameters:
        ///   - arity: how many arguments it takes, from 1 to 16.
        ///   - value: the value for as many arguments.
        public init(
            _ name: String, arity: Int, units: UnitRule,
            value: @escaping @Sendable (_ arguments: [Double]) throws(Failure) -> Double
        ) {
            unsafe self.init(name, arity: arity, units: units) { columns, count, results in
                var arguments = [Double](repeating: 0, count: arity)
                for lane in 0..<count {
                    for place in 0..<arity { arguments[place] = unsafe columns[place]?[lane] ?? .nan }
                    do throws(Failure) {
                        unsafe results[lane] = try value(arguments)
                    } catch {
                        return error.message
                    }
                }
                return nil
            }
        }

        /// A function that computes whole columns.
        /// - Parameter kernel: reads `count` numbers of each column and sets as many results, which overlap no
        ///   argument.
        @unsafe
        public init(_ name: String, arity: Int, units: UnitRule, kernel: @escaping Kernel) {
            self.name = name
            self.arity = arity
            self.units = units
            unsafe self.kernel = kernel
        }

        /// Why a function cannot compute.
        public struct Failure: Error, Sendable {
            /// Why it cannot compute.
            public let message: String

            public init(_ message: String) { self.message = message }
        }
    }

    /// What the arguments of a function measure, and what it gives.
    public enum UnitRule: Sendable, Hashable {
        /// Plain numbers, and a plain number.
        case plain
        /// Quantities of one dimension, as `min` takes them: all come in the unit of the first, and so does the result.
        case shared
    }

    /// A way to come to full strength: from how much of the time has gone by to the strength, both from 0 to 1.
    public struct RampShape: Sendable {
        /// An id, without the plugin's name.
        public let name: String
        let strength: @Sendable (_ progress: Double) -> Double

        public init(_ name: String, strength: @escaping @Sendable (_ progress: Double) -> Double) {
            self.name = name
            self.strength = strength
        }
    }
}
