import CEmpreinte
import Testing

/// An error of the C interface, read and freed.
struct Refused: Error, Equatable {
    let kind: Int32
    let code: String
    let message: String
    let person: Int64

    init(taking error: OpaquePointer) {
        kind = emp_error_kind(error)
        var diagnostic = emp_diagnostic()
        emp_diagnostic_init(&diagnostic)
        _ = emp_error_diagnostic(error, 0, &diagnostic)
        code = diagnostic.code.map { String(cString: $0) } ?? ""
        message = emp_error_message(error).map { String(cString: $0) } ?? ""
        person = emp_error_person(error)
        emp_error_free(error)
    }
}

/// Fails where the interface does.
func check(_ error: OpaquePointer?) throws {
    if let error { throw Refused(taking: error) }
}

/// The stable code of the refusal of a call; nothing when there is none.
func code(_ error: OpaquePointer?) -> String? { error.map { Refused(taking: $0).code } }

func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "NULL" }

/// A small pack opened through the C interface.
final class Door {
    let engine: OpaquePointer
    let pack: OpaquePointer

    static let text = """
        kind: pack
        id: door
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2030, reference: 2025}
        ---
        kind: sources
        sources: {src: {title: A table, publisher: Nobody, date: 2024-05, url: "https://example.org"}}
        ---
        kind: questions
        questions:
          household.size: {unit: person, range: [1, 20], default: 2}
          km: {label: {en: Kilometres, fr: Kilomètres}, ask: {en: How far?}, unit: km/year, range: [0, 100000], default: 1000}
          bus: {unit: km/year, range: [0, 500], on_out_of_range: clamp, default: 0}
          fuel: {options: {petrol: Petrol, diesel: {en: Diesel, fr: Gazole}, electric: Electric}, default: diesel}
          has: {default: true}
          share: {unit: "1", default: 1}
          gas: {unit: kWh/year, per: household, default: 0}
        ---
        kind: factors
        factors:
          use:
            by: fuel
            options: {petrol: 0.5 kgCO2e/km ± 10 %, diesel: 0.25 kgCO2e/km, electric: 0.125 kgCO2e/km}
            year: 2024
            source: src
          ride: {years: {2020: 1 kgCO2e/km, 2030: 0.5 kgCO2e/km}, between: linear, after: hold, before: hold, year: 2024, assumption: true, reason: example}
        ---
        kind: formulas
        formulas:
          distance: {value: "if has then km else 0 km/year"}
          drive: {gives: {ghg: "distance * use[fuel] / share"}}
          bus.ride: {gives: {ghg: bus * ride}}
          heat: {gives: {ghg: gas * 0.25 kgCO2e/kWh}}
        ---
        kind: categories
        categories:
          travel: {contains: [drive, bus.ride]}
          home: {contains: [heat], acts: public}
        """

    init(_ text: String = Door.text) throws {
        var made: OpaquePointer?
        try check(emp_engine_create(nil, &made))
        engine = try #require(made)
        pack = try #require(try Self.open(text, engine))
    }

    deinit {
        emp_pack_free(pack)
        emp_engine_free(engine)
    }

    static func open(_ text: String, _ engine: OpaquePointer) throws -> OpaquePointer? {
        var pack: OpaquePointer?
        try text.withCString { bytes in
            try "door/pack.yaml".withCString { path in
                var file = emp_file()
                emp_file_init(&file)
                file.path = path
                file.bytes = UnsafeRawPointer(bytes)
                file.byte_count = text.utf8.count
                try check(emp_pack_open_files(engine, &file, 1, "door", &pack))
            }
        }
        return pack
    }

    /// The position of a question.
    func question(_ id: String) throws -> Int {
        var index = 0
        try check(emp_pack_find(pack, emp_sort(EMP_SORT_QUESTION), id, &index))
        return index
    }

    /// An evaluator, which the caller frees.
    func evaluator(_ outputs: [String] = [], years: ClosedRange<Int32>? = nil) throws -> OpaquePointer {
        var options = emp_evaluator_options()
        emp_evaluator_options_init(&options)
        options.first_year = years?.lowerBound ?? 0
        options.last_year = years?.upperBound ?? 0
        let copies = outputs.map { id -> UnsafePointer<CChar>? in
            let bytes = Array(id.utf8CString)
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
            copy.initialize(from: bytes, count: bytes.count)
            return UnsafePointer(copy)
        }
        defer { for copy in copies { copy?.deallocate() } }
        var made: OpaquePointer?
        try copies.withUnsafeBufferPointer { ids in
            options.outputs = ids.baseAddress
            options.output_count = outputs.count
            try check(emp_evaluator_create(pack, &options, &made))
        }
        return try #require(made)
    }
}

/// Answers of many people to one question, kept while a call borrows them.
final class Answers {
    let column: emp_column
    private let values: UnsafeMutableRawPointer
    private let bits: UnsafeMutablePointer<UInt8>?

    init<Value>(
        _ question: Int, _ type: Int32, _ answers: [Value], present: [Bool]? = nil, spacing: Int = 1, offset: Int = 0
    ) {
        let stride = MemoryLayout<Value>.stride * spacing
        values = .allocate(byteCount: max(1, stride * answers.count), alignment: 16)
        for (place, answer) in answers.enumerated() {
            values.storeBytes(of: answer, toByteOffset: place * stride, as: Value.self)
        }
        bits = present.map { present in
            let bits = UnsafeMutablePointer<UInt8>.allocate(capacity: (present.count + offset) / 8 + 1)
            bits.initialize(repeating: 0, count: (present.count + offset) / 8 + 1)
            for place in present.indices where present[place] {
                bits[(place + offset) / 8] |= 1 << UInt8((place + offset) % 8)
            }
            return bits
        }
        var column = emp_column()
        emp_column_init(&column)
        column.question = question
        column.type = type
        column.values = UnsafeRawPointer(values)
        column.count = answers.count
        column.stride = spacing == 1 ? 0 : stride
        column.present = bits.map { UnsafePointer($0) }
        column.present_offset = offset
        self.column = column
    }

    deinit {
        values.deallocate()
        bits?.deallocate()
    }
}

/// Evaluates people over columns into dense results.
func evaluate(
    _ evaluator: OpaquePointer, _ answers: [Answers], people: Int,
    _ change: (inout emp_run_options) -> Void = { _ in }
) throws -> [Double] {
    let count = emp_evaluator_output_count(evaluator) * emp_evaluator_year_count(evaluator) * people
    var values = [Double](repeating: -1, count: count)
    var options = emp_run_options()
    emp_run_options_init(&options)
    change(&options)
    try values.withUnsafeMutableBufferPointer { buffer in
        var results = emp_results()
        emp_results_init(&results)
        results.values = buffer.baseAddress
        results.capacity = count
        let columns = answers.map(\.column)
        try check(emp_evaluate(evaluator, columns, columns.count, people, &results, &options))
    }
    return values
}
