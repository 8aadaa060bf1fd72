/// Which columns a block of people has.
struct PeopleLayout: Hashable, Sendable {
    let height: Int
    let keptCount: Int
    var hasWeights = false
    var hasYears = false
    /// The positions in the model's inputs of the questions of each sort.
    private(set) var numbers: [Int] = []
    private(set) var options: [Int] = []
    private(set) var flags: [Int] = []
    /// Where the column of a question stands among those of its sort.
    private var places: [Int: Int] = [:]

    init(height: Int, keptCount: Int) {
        self.height = height
        self.keptCount = keptCount
    }

    /// The place of a question's column among those of its sort, or nothing.
    func place(of input: Int) -> Int? { places[input] }

    /// Adds a column.
    mutating func add(_ input: Int, _ kind: Input.Kind) {
        switch kind {
        case .number: Self.add(input, to: &numbers, &places)
        case .option: Self.add(input, to: &options, &places)
        case .flag: Self.add(input, to: &flags, &places)
        }
    }

    private static func add(_ input: Int, to inputs: inout [Int], _ places: inout [Int: Int]) {
        places[input] = inputs.count
        inputs.append(input)
    }
}
