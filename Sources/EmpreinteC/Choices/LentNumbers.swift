internal import CEmpreinte
internal import EmpreinteGraph

/// Numbers about people where the caller has them: doubles, 32-bit integers or flags, read one by one.
@safe
struct LentNumbers: @unchecked Sendable {
    let type: ValueType
    private let cells: Cells
    private let presence: Bits?

    private enum Cells {
        case memory(LentMemory)
        case integers(IntegerColumn)
    }

    /// - Parameter types: those that will do.
    /// - Throws: an argument failure for another type, and for a column that does not fit the people.
    init(_ column: emp_column, types: [ValueType], people: Int, of name: String) throws {
        let names: [ValueType: String] = [.number: "numbers", .code: "options", .flag: "flags"]
        guard let type = types.first(where: { unsafe $0.columnType == column.type }) else {
            throw Failure(
                argument: "\(name) are \(types.compactMap { names[$0] }.joined(separator: ", "))",
                code: "argument.type")
        }
        self.type = type
        let memory = unsafe try LentMemory(
            column, size: type == .number ? 8 : type == .code ? 4 : 1, people: people, of: name)
        cells = .memory(memory)
        presence = memory.presence
    }

    init(_ integers: IntegerColumn, presence: Bits?) {
        type = .code
        cells = .integers(integers)
        self.presence = presence
    }

    /// What is said of a person, or nothing.
    subscript(person: Int) -> Double? {
        if let presence, !presence[person] { return nil }
        switch cells {
        case .memory(let memory): return value(in: memory, person)
        case .integers(let integers):
            var value = 0.0
            integers.forEach(person..<person + 1) { value = Double(Int32(clamping: $1)) }
            return value
        }
    }

    private func value(in memory: LentMemory, _ person: Int) -> Double {
        let place = unsafe memory.base + person * memory.stride
        return switch type {
        case .number: unsafe place.loadUnaligned(as: Double.self)
        case .code: unsafe Double(place.loadUnaligned(as: Int32.self))
        case .flag: unsafe place.load(as: UInt8.self) != 0 ? 1 : 0
        }
    }
}

/// Where a column of the caller stands, found long enough for the people.
@safe
struct LentMemory: @unchecked Sendable {
    let base: UnsafeRawPointer
    let stride: Int
    let presence: Bits?

    /// - Parameter size: of a value, in bytes.
    init(_ column: emp_column, size: Int, people: Int, of name: String) throws {
        guard unsafe column.count >= people else {
            throw unsafe Failure(
                argument: "the column of \(name) has \(column.count) answers for \(people) people",
                code: "argument.size")
        }
        guard let values = unsafe column.values ?? (people == 0 ? UnsafeRawPointer(bitPattern: 8) : nil) else {
            throw Failure(null: "values of a column")
        }
        stride = unsafe column.stride == 0 ? size : column.stride
        guard !people.multipliedReportingOverflow(by: stride).overflow else {
            throw Failure(argument: "the stride of \(name) is too large", code: "argument.size")
        }
        guard unsafe column.present_offset >= 0, unsafe !column.present_offset.addingReportingOverflow(people).overflow
        else { throw Failure(argument: "the offset of \(name) is too large", code: "argument.size") }
        unsafe base = values
        presence = unsafe column.present.map { unsafe Bits($0, offset: column.present_offset) }
    }
}

extension ValueType {
    /// The value of `emp_type`.
    fileprivate var columnType: emp_type {
        switch self {
        case .number: 1
        case .code: 2
        case .flag: 3
        }
    }
}
