internal import Measures

/// One way to evaluate a case for the same people.
protocol Rival: AnyObject {
    var engine: String { get }
    var threadCount: Int { get }
    /// What the last run found. A slow rival may evaluate only the first people.
    var results: Results { get }

    /// Evaluates everybody so many times.
    func run(times: Int) throws -> Elapsed
}
