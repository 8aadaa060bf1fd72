import EmpreinteGraph
import EmpreinteModel
import EmpreinteText
import EmpreinteUnits

extension Model {
    /// A model that asks a distance, a share, a clamped temperature, a fuel, a yes or no, and the household's size.
    static func sample() throws -> Model {
        let units = UnitCatalogue.standard
        let node = WrittenText("place").root
        var graph = Graph()
        let value = graph.number(0)
        let kinds: [(String, Input.Kind)] = [
            ("car.km", .number(unit: try units.unit("km/year").unit, range: 0...80_000)),
            ("share", .number(unit: try units.unit("%").unit, range: nil)),
            ("warmth", .number(unit: .one, range: 10...30)),
            ("car.fuel", .option(Codes(["petrol", "electric", "plug-in \"hybrid\""]), labels: [])),
            ("vegetarian", .flag),
            ("household.size", .number(unit: .one, range: nil)),
        ]
        var model = Model(
            identity: .init(id: "sample", version: "1.0.0", label: Label([]), language: "en"),
            years: .init(range: 2000...2050, reference: 2025), sources: SourceMap())
        model.inputs = kinds.map { id, kind in
            Input(id: id, label: Label([]), kind: kind, place: Place(node), valueSlot: 1, answeredSlot: 2, value: value)
        }
        model.inputs[2].outOfRange = .clamp
        model.householdSize = 5
        return model
    }
}

/// All that a reader of people gave, as text that is easily compared.
struct PeopleReading: Equatable {
    /// A line a person: row, id, then `question=answer` for those answered, and what else there is.
    var people: [String] = []
    var problems: [String] = []
    var rejected: [String] = []

    init(_ stream: some PeopleStream, _ model: Model, isRejecting: Bool = false) {
        var stream = stream
        var columns = PeopleColumns()
        var rejected: [String] = []
        do throws(TableError) {
            while try stream.read(
                into: &columns,
                leavingOut: isRejecting
                    ? { row in
                        let codes = row.problems.map { "\($0.row) \($0.code)" }.joined(separator: " ")
                        rejected.append(String(decoding: row.bytes, as: UTF8.self) + " | " + codes)
                    } : nil)
            {
                people += (0..<columns.count).map { Self.describe($0, columns, model, stream.groups) }
            }
        } catch {
            if case .refused(let all) = error { problems = all.map(Self.describe) }
        }
        self.rejected = rejected
    }

    init(refusing error: TableError) {
        if case .refused(let all) = error { problems = all.map(Self.describe) }
    }

    private static func describe(_ problem: TableProblem) -> String {
        "\(problem.code) \(problem.row) \(problem.line)" + (problem.column.map { " \($0)" } ?? "")
    }

    private static func describe(
        _ person: Int, _ columns: PeopleColumns, _ model: Model, _ groups: [String]
    ) -> String {
        var words = ["\(columns.rows[person])", String(decoding: columns.id(of: person), as: UTF8.self)]
        var answers: [Int: String] = [:]
        for column in columns.numbers where column.answered[person] == 1 {
            answers[column.input] = JSON.text(of: column.values[person])
        }
        for column in columns.options where column.answered[person] == 1 {
            answers[column.input] = "#\(column.values[person])"
        }
        for column in columns.flags where column.answered[person] == 1 {
            answers[column.input] = column.values[person] == 1 ? "yes" : "no"
        }
        words += answers.sorted { $0.key < $1.key }.map { "\(model.inputs[$0.key].id)=\($0.value)" }
        if !columns.weights.isEmpty { words.append("weight=\(JSON.text(of: columns.weights[person]))") }
        if !columns.years.isEmpty { words.append("year=\(columns.years[person])") }
        words += columns.kept.map { "[\(String(decoding: $0[person], as: UTF8.self))]" }
        if !columns.groups.isEmpty { words.append("in \(groups[Int(columns.groups[person])])") }
        return words.joined(separator: " ")
    }
}
