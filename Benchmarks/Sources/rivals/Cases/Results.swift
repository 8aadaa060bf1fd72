internal import Measures

/// What a rival found: a column an output.
@safe
final class Results: @unchecked Sendable {
    let outputCount: Int
    let count: Int
    let values: UnsafeMutableBufferPointer<Double>

    init(outputCount: Int, count: Int) {
        self.outputCount = outputCount
        self.count = count
        unsafe values = .allocate(capacity: outputCount * count)
        erase()
    }

    deinit { unsafe values.deallocate() }

    /// Forgets all, so that nothing left from before can pass for a result.
    func erase() { unsafe values.update(repeating: .nan) }

    /// The column of an output.
    func column(_ output: Int) -> UnsafeMutablePointer<Double> {
        precondition(output < outputCount, "an output of the case")
        guard let base = unsafe values.baseAddress else { preconditionFailure("memory is never missing") }
        return unsafe base + output * count
    }

    /// Refuses results that differ by more than 1e-12 of their size for any of the people both know.
    func check(against other: Results, _ engine: String) throws {
        for output in 0..<outputCount {
            let (own, expected) = unsafe (column(output), other.column(output))
            for person in 0..<min(count, other.count) {
                let (left, right) = unsafe (own[person], expected[person])
                guard (left - right).magnitude <= 1e-12 * right.magnitude else {
                    throw Failure("\(engine): output \(output) of person \(person) is \(left), not \(right)")
                }
            }
        }
    }
}
