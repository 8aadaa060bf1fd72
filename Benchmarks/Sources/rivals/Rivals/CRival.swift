internal import CRivals
internal import Dispatch
internal import EmpreinteGraph
internal import Measures

/// The 300 synthetic steps as one loop in C.
@safe
final class CRival: Rival, @unchecked Sendable {
    let engine = "c"
    let threadCount: Int
    let results: Results
    private let people: People
    private let numbers: [UnsafePointer<Double>]
    private let codes: [UnsafePointer<Int32>]
    private let outputs: [UnsafeMutablePointer<Double>]

    init(_ people: People, outputCount: Int, threadCount: Int) {
        self.people = people
        self.threadCount = threadCount
        let results = Results(outputCount: outputCount, count: people.count)
        self.results = results
        unsafe numbers = people.answers.filter { $0.type == .number }.map { unsafe UnsafePointer($0.numbers) }
        unsafe codes = people.answers.filter { $0.type == .code }.map { unsafe UnsafePointer($0.codes) }
        unsafe outputs = (0..<outputCount).map { unsafe results.column($0) }
    }

    func run(times: Int) -> Elapsed {
        Elapsed.measure {
            for _ in 0..<times {
                guard threadCount > 1 else {
                    unsafe synthetic300(0, people.count, numbers, codes, outputs)
                    continue
                }
                let pieces = 8 * threadCount
                DispatchQueue.concurrentPerform(iterations: pieces) { piece in
                    let first = people.count * piece / pieces
                    let end = people.count * (piece + 1) / pieces
                    unsafe synthetic300(first, end, numbers, codes, outputs)
                }
            }
        }
    }
}
