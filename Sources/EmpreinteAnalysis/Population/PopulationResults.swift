internal import EmpreinteText

/// The values of a block of people: one column an output and year.
public struct PopulationResults: Sendable {
    private var values: [Double] = []
    private var height = 0
    private var yearCount = 1

    public init() {}

    mutating func prepare(height: Int, yearCount: Int, outputCount: Int) {
        self.height = height
        self.yearCount = yearCount
        let count = height * yearCount * outputCount
        if values.count != count { values = Array(repeating: 0, count: count) }
    }

    mutating func fill(
        _ body: (UnsafeMutableBufferPointer<Double>) throws(CompilationError) -> Void
    ) throws(CompilationError) {
        var failure: CompilationError?
        unsafe values.withUnsafeMutableBufferPointer { buffer in
            do throws(CompilationError) {
                try unsafe body(buffer)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// Whether every value is a number.
    var isFinite: Bool { values.allSatisfy(\.isFinite) }

    /// The values of an output in a year, one a lane.
    func lanes(of output: Int, year: Int = 0) -> ArraySlice<Double> {
        let start = (output * yearCount + year) * height
        return values[start..<start + height]
    }

    /// The value of an output for a person of the block, in the first of the years unless said.
    public subscript(output: Int, person: Int, year year: Int = 0) -> Double {
        values[(output * yearCount + year) * height + person]
    }
}

extension PopulationResults {
    /// A mean of results, each with a weight by person and year.
    struct Mean {
        private var sum = PopulationResults()
        private var first = PopulationResults()
        private var isSame: [Bool] = []

        /// Adds results.
        ///
        /// - Parameter weight: by person and position of the year; what weighs nothing is left out.
        mutating func add(_ results: PopulationResults, weight: (_ person: Int, _ year: Int) -> Double) {
            if isSame.isEmpty {
                (sum, first) = (results, results)
                sum.values = Array(repeating: 0, count: results.values.count)
                isSame = Array(repeating: true, count: results.values.count)
            }
            let columns = results.height * results.yearCount
            guard columns > 0 else { return }
            for place in 0..<columns {
                let weight = weight(place % results.height, place / results.height)
                guard weight != 0 else { continue }
                for index in stride(from: place, to: results.values.count, by: columns) {
                    sum.values[index] += weight * results.values[index]
                    isSame[index] = isSame[index] && results.values[index] == first.values[index]
                }
            }
        }

        /// What does not depend on the weights keeps its bits.
        var mean: PopulationResults {
            var mean = sum
            for index in isSame.indices where isSame[index] { mean.values[index] = first.values[index] }
            return mean
        }
    }
}
