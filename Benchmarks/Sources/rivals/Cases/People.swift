internal import EmpreinteEngine
internal import EmpreinteGraph
internal import Measures

/// Columns of answers every rival reads where they stand.
@safe
final class People: @unchecked Sendable {
    /// The answers for one input slot.
    @safe
    struct Answers {
        let slot: Int
        let type: ValueType
        let base: UnsafeMutableRawPointer

        var numbers: UnsafeMutablePointer<Double> { unsafe base.assumingMemoryBound(to: Double.self) }
        var codes: UnsafeMutablePointer<Int32> { unsafe base.assumingMemoryBound(to: Int32.self) }
        var flags: UnsafeMutablePointer<UInt8> { unsafe base.assumingMemoryBound(to: UInt8.self) }
    }

    /// What may be drawn for an input slot.
    struct Question {
        let slot: Int
        let type: ValueType
        /// The answer of a person: a flag as 0 or 1, a code as its integer.
        let draw: (_ person: Int, inout SplitMix64) -> Double
    }

    let count: Int
    let answers: [Answers]

    /// Draws everybody's answers.
    init(_ count: Int, asked questions: [Question]) {
        self.count = count
        var random = SplitMix64(seed: UInt64(count))
        answers = questions.map { question in
            let size = question.type == .number ? 8 : question.type == .code ? 4 : 1
            let base = UnsafeMutableRawPointer.allocate(byteCount: size * count, alignment: 64)
            let answers = unsafe Answers(slot: question.slot, type: question.type, base: base)
            for person in 0..<count {
                let answer = question.draw(person, &random)
                switch question.type {
                case .number: unsafe answers.numbers[person] = answer
                case .code: unsafe answers.codes[person] = Int32(answer)
                case .flag: unsafe answers.flags[person] = answer != 0 ? 1 : 0
                }
            }
            return answers
        }
    }

    deinit { for column in answers { unsafe column.base.deallocate() } }

    /// The answers as a run of the engine takes them.
    var runInputs: [Int: Run.Input] {
        Dictionary(
            uniqueKeysWithValues: answers.map { column in
                unsafe (column.slot, .lane(Column(borrowing: column.base, of: column.type, count: count)))
            })
    }

    /// Writes one person's answers into the slots of a scalar run.
    func copy(_ person: Int, into slots: inout [Scalar]) {
        for column in answers {
            slots[column.slot] =
                switch column.type {
                case .number: unsafe column.numbers[person]
                case .code: unsafe Scalar(column.codes[person])
                case .flag: unsafe Scalar(column.flags[person])
                }
        }
    }

    /// Reads every byte once and does as little as can be with it.
    func readThrough() -> UInt64 {
        var sum = SIMD8<UInt64>()
        for column in answers {
            let size = column.type == .number ? 8 : column.type == .code ? 4 : 1
            for place in stride(from: 0, to: count * size - 63, by: 64) {
                sum ^= unsafe column.base.loadUnaligned(fromByteOffset: place, as: SIMD8<UInt64>.self)
            }
        }
        return sum.indices.reduce(0) { $0 ^ sum[$1] }
    }
}
