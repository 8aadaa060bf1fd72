public import EmpreinteText

/// A block of people as typed columns, filled again and again by a reader of people.
///
/// Columns of numbers and codes have room for `height` people, of whom the first `count` are there. A question that
/// the file does not name has no column. From one block to the next a reader may add columns, and never takes one away.
public struct PeopleColumns: Sendable {
    /// The answers to one question.
    public struct Answers<Value: AdditiveArithmetic & Sendable>: Sendable {
        /// The position of the question in the model's inputs.
        public let input: Int
        /// The answers; 0 where there is none.
        public internal(set) var values: [Value]
        /// 1 for those who answered, 0 for the others.
        public internal(set) var answered: [UInt8]

        init(to input: Int, height: Int) {
            self.input = input
            values = Array(repeating: .zero, count: height)
            answered = Array(repeating: 0, count: height)
        }
    }

    /// How many people there are.
    public internal(set) var count = 0
    /// Numbers, each in the unit of its question.
    public internal(set) var numbers: [Answers<Double>] = []
    /// Options, by their codes.
    public internal(set) var options: [Answers<Int32>] = []
    /// Yes and no, as 1 and 0.
    public internal(set) var flags: [Answers<UInt8>] = []
    /// How many people each stands for; empty when the file does not say.
    public internal(set) var weights: [Double] = []
    /// The year each is evaluated in; empty when the file does not say.
    public internal(set) var years: [Int32] = []
    /// The row of the file each comes from, from 1; `count` of them.
    public internal(set) var rows: [Int] = []
    /// The group of each, as its position in the reader's `groups`; `count` of them, or none unless asked for.
    public internal(set) var groups: [Int32] = []
    /// The columns kept as they are, in the order asked for, with `count` texts each.
    public internal(set) var kept: [TextColumn] = []

    /// The ids of the file; empty where it gives none.
    var ids = TextColumn()
    var layout = PeopleLayout(height: 0, keptCount: 0)

    public init() {}

    /// How many people there is room for.
    public var height: Int { layout.height }

    /// The id of a person, one of the first `count`: the file's, or `p` and the row.
    public func id(of person: Int) -> ArraySlice<UInt8> {
        let given = person < ids.count ? ids[person] : []
        return given.isEmpty ? Array("p\(rows[person])".utf8)[...] : given
    }
}

// MARK: Filling

extension PeopleColumns {
    /// Forgets the people, and makes the columns of a layout unless they are there.
    mutating func begin(_ layout: PeopleLayout) {
        if layout != self.layout {
            self.layout = layout
            let height = layout.height
            numbers = layout.numbers.map { Answers(to: $0, height: height) }
            options = layout.options.map { Answers(to: $0, height: height) }
            flags = layout.flags.map { Answers(to: $0, height: height) }
            weights = Array(repeating: 1, count: layout.hasWeights ? height : 0)
            years = Array(repeating: 0, count: layout.hasYears ? height : 0)
            kept = Array(repeating: TextColumn(), count: layout.keptCount)
        }
        count = 0
        ids.removeAll()
        rows.removeAll(keepingCapacity: true)
        groups.removeAll(keepingCapacity: true)
        for index in kept.indices { kept[index].removeAll() }
    }

    /// Moves some of the rows read last up to the end of the people, over the others.
    ///
    /// - Parameter records: which to move, counted from the end of the people, in order.
    mutating func keep(_ records: [Int]) {
        for index in numbers.indices { numbers[index].keep(records, from: count) }
        for index in options.indices { options[index].keep(records, from: count) }
        for index in flags.indices { flags[index].keep(records, from: count) }
        if layout.hasWeights { weights.keep(records, from: count) }
        if layout.hasYears { years.keep(records, from: count) }
    }
}

extension PeopleColumns.Answers {
    fileprivate mutating func keep(_ records: [Int], from start: Int) {
        values.keep(records, from: start)
        answered.keep(records, from: start)
    }
}

extension Array {
    fileprivate mutating func keep(_ records: [Int], from start: Int) {
        for (place, record) in records.enumerated() { self[start + place] = self[start + record] }
    }
}
