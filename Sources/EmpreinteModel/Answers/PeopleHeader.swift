internal import EmpreinteText

/// What the columns of a CSV file mean to a model.
struct PeopleHeader: Sendable {
    /// A column of the file and the question it answers.
    struct Answer: Sendable {
        let column: Int
        let input: Int
        /// The numbers that need no second look.
        let accepted: ClosedRange<Double>
        /// The options, by their bytes.
        let words: WordTable
    }

    private(set) var numbers: [Answer] = []
    private(set) var options: [Answer] = []
    private(set) var flags: [Answer] = []
    private(set) var id: Int?
    private(set) var weight: Int?
    private(set) var year: Int?
    private(set) var group: Int?
    private(set) var kept: [Int] = []
    private var problems: [TableProblem] = []

    /// Reads the names of the columns.
    ///
    /// - Throws: `csv.duplicate_column`, `csv.unknown_column` with the nearest name, and `csv.missing_column` for what
    ///   the options ask for.
    init(_ names: [String], _ answers: AnswerReader, _ options: PeopleOptions) throws(TableError) {
        var places: [String: Int] = [:]
        for (column, name) in names.enumerated() where problems.count < PeopleCSVReader.problemLimit {
            if let first = places[name] {
                report(
                    column, name, "csv.duplicate_column", "'\(name)' is also the name of column \(first + 1)",
                    hint: "give one of them another name")
                continue
            }
            places[name] = column
            let isWanted = options.keep.contains(name) || options.group == name
            guard !take(name, column, answers, options), !isWanted else { continue }
            let known = ["id", options.weight ?? "weight", "year"] + answers.model.inputs.map(\.id)
            report(
                column, name, "csv.unknown_column",
                name.isEmpty ? "the column has no name" : "the model asks no question '\(name)'",
                hint: Spelling.didYouMean(name, among: known) ?? "remove it, or ask for it to be kept")
        }
        kept = options.keep.compactMap { find($0, in: places, names) }
        group = options.group.flatMap { find($0, in: places, names) }
        if let asked = options.weight { _ = find(asked, in: places, names) }
        guard problems.isEmpty else { throw .refused(problems) }
    }

    /// Whether a column means something to the model.
    private mutating func take(
        _ name: String, _ column: Int, _ answers: AnswerReader, _ options: PeopleOptions
    ) -> Bool {
        switch name {
        case "id": id = column
        case "year": year = column
        case options.weight ?? "weight": weight = column
        default:
            guard let position = answers.position(of: name) else { return false }
            take(column, position, answers)
        }
        return true
    }

    private mutating func take(_ column: Int, _ position: Int, _ answers: AnswerReader) {
        let input = answers.model.inputs[position]
        let accepted = answers.accepted(by: input)
        switch input.kind {
        case .number:
            numbers.append(Answer(column: column, input: position, accepted: accepted, words: WordTable()))
        case .option(let codes, _):
            let words = WordTable(codes.names.enumerated().map { (word: $1, code: Int32(clamping: $0)) })
            options.append(Answer(column: column, input: position, accepted: accepted, words: words))
        case .flag:
            flags.append(Answer(column: column, input: position, accepted: accepted, words: Self.flagWords))
        }
    }

    /// What people and spreadsheets write for yes and no.
    private static let flagWords = WordTable(
        ["true", "oui", "1", "TRUE", "VRAI"].map { (word: $0, code: Int32(1)) }
            + ["false", "non", "0", "FALSE", "FAUX"].map { (word: $0, code: Int32(0)) })

    private mutating func find(_ name: String, in places: [String: Int], _ names: [String]) -> Int? {
        if let column = places[name] { return column }
        problems.append(
            TableProblem(
                row: 0, line: 1, code: "csv.missing_column", message: "there is no column '\(name)'",
                hint: Spelling.didYouMean(name, among: names) ?? "columns: \(names.joined(separator: ", "))"))
        return nil
    }

    private mutating func report(_ column: Int, _ name: String, _ code: String, _ message: String, hint: String) {
        problems.append(
            TableProblem(
                row: 0, line: 1, column: column + 1, columnName: name, code: code, message: message, hint: hint))
    }

    /// The columns whose cells are read as numbers.
    var numeric: [Int] { (numbers.map(\.column) + [weight, year].compactMap { $0 }).sorted() }

    func layout(height: Int, _ model: Model) -> PeopleLayout {
        var layout = PeopleLayout(height: height, keptCount: kept.count)
        for answer in numbers + options + flags { layout.add(answer.input, model.inputs[answer.input].kind) }
        layout.hasWeights = weight != nil
        layout.hasYears = year != nil
        return layout
    }
}
