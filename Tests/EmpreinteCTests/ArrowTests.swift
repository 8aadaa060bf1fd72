import CEmpreinte
import Testing

/// Tables in and out through the Arrow C data interface.
@Suite struct ArrowTests {
    let door: Door

    init() throws { door = try Door() }

    @Test(arguments: [
        ("g", bytes([9.0, 9, 1, 2, 3])), ("f", bytes([9, 9, 1, 2, 3] as [Float])),
        ("c", bytes([9, 9, 1, 2, 3] as [Int8])), ("C", bytes([9, 9, 1, 2, 3] as [UInt8])),
        ("s", bytes([9, 9, 1, 2, 3] as [Int16])), ("S", bytes([9, 9, 1, 2, 3] as [UInt16])),
        ("i", bytes([9, 9, 1, 2, 3] as [Int32])), ("I", bytes([9, 9, 1, 2, 3] as [UInt32])),
        ("l", bytes([9, 9, 1, 2, 3] as [Int64])), ("L", bytes([9, 9, 1, 2, 3] as [UInt64])),
    ])
    func numbersOfEveryWidthCount(format: String, values: [UInt8]) throws {
        // The second person has not answered: bit 3 of the offset column.
        let table = LentTable(
            length: 3, offset: 1,
            columns: [
                .init(name: "km", format: format, length: 4, offset: 1, nullCount: 1, buffers: [[0b10111], values])
            ])
        #expect(try door.results(table, ["distance"]) == ["distance": [1, 1000, 3]])
        #expect(table.releaseCounts == [1, 1])
    }

    @Test(arguments: ["u", "U"]) func optionsComeAsTextsAndDictionaries(format: String) throws {
        func ends(_ ends: [Int32]) -> [UInt8] { format == "u" ? bytes(ends) : bytes(ends.map(Int64.init)) }
        // petrol, electric, nobody's x, diesel
        let texts = LentTable(
            length: 4,
            columns: [
                .init(
                    name: "fuel", format: format, length: 4, nullCount: -1,
                    buffers: [[0b1011], ends([0, 6, 14, 15, 21]), Array("petrolelectricxdiesel".utf8)])
            ])
        #expect(try door.results(texts, ["ghg"]) == ["ghg": [500, 125, 250, 250]])
        let words = LentTable.Column(
            name: "", format: format, length: 3,
            buffers: [nil, ends([0, 8, 12, 18]), Array("electriccoalpetrol".utf8)])
        let dictionary = LentTable(
            length: 3,
            columns: [
                .init(
                    name: "fuel", format: "S", length: 3, buffers: [nil, bytes([2, 0, 0] as [UInt16])],
                    dictionary: [words])
            ])
        #expect(try door.results(dictionary, ["ghg"]) == ["ghg": [500, 125, 125]])
        let coal = LentTable(
            length: 1,
            columns: [.init(name: "fuel", format: "c", length: 1, buffers: [nil, [1]], dictionary: [words])])
        #expect(throws: Refused.self) { try door.results(coal, ["ghg"]) }
        #expect(coal.releaseCounts == [1, 1])
    }

    @Test func flagsAreBitsAndRowsMayBeAbsent() throws {
        let table = LentTable(
            length: 9, present: [0b1111_1101, 1],
            columns: [
                .init(name: "has", format: "b", length: 9, offset: 0, buffers: [nil, [0b0101_0000, 0]]),
                .init(
                    name: "km", format: "g", length: 9, nullCount: 1,
                    buffers: [[0b1110_1111, 1], bytes((0..<9).map(Double.init))]),
                .init(name: "gas", format: "n", length: 9, buffers: []),
            ])
        #expect(try door.results(table, ["distance"])["distance"] == [0, 1000, 0, 0, 1000, 0, 6, 0, 0])
    }

    @Test func yearsHaveColumnsOfTheirOwn() throws {
        let table = LentTable(
            length: 1, columns: [.init(name: "bus", format: "c", length: 1, buffers: [nil, [10]])])
        let values = try door.results(table, ["ghg.bus.ride"], years: 2029...2030)
        #expect(values == ["ghg.bus.ride@2029": [5.5], "ghg.bus.ride@2030": [5]])
    }

    @Test func otherColumnsAreRefusedOrPassedOver() throws {
        func table() -> LentTable {
            LentTable(length: 1, columns: [.init(name: "id", format: "u", length: 1, buffers: [nil, nil, nil])])
        }
        let refused = #expect(throws: Refused.self) { try door.results(table(), ["ghg"]) }
        #expect(refused?.code == "answer.unknown")
        #expect(try door.results(table(), ["ghg"], ignoresOthers: true) == ["ghg": [250]])
    }

    @Test(arguments: [
        LentTable.Column(name: "km", format: "u", length: 1, buffers: [nil, [0, 0, 0, 0, 0, 0, 0, 0], []]),
        .init(name: "km", format: "g", length: 0, buffers: [nil, bytes([1.0])]),
        .init(name: "km", format: "g", length: 1, offset: -1, buffers: [nil, bytes([1.0])]),
        .init(name: "km", format: "g", length: 1, offset: .max, buffers: [nil, bytes([1.0])]),
        .init(name: "km", format: "g", length: 1, buffers: [nil, nil]),
        .init(name: "km", format: "g", length: 1, buffers: [nil]),
        .init(name: "fuel", format: "i", length: 1, buffers: [nil, bytes([1 as Int32])]),
        .init(name: "has", format: "C", length: 1, buffers: [nil, [1]]),
        .init(name: "km", format: "g", length: 1, buffers: [nil, bytes([Double.nan])]),
    ])
    func columnsThatDoNotFitAreRefusedAndReleased(column: LentTable.Column) throws {
        let table = LentTable(length: 1, columns: [column])
        #expect(throws: Refused.self) { try door.results(table, ["ghg"]) }
        #expect(table.releaseCounts == [1, 1])
        let twice = LentTable(length: 0, columns: [column, column])
        #expect(throws: Refused.self) { try door.results(twice, ["ghg"]) }
        #expect(twice.releaseCounts == [1, 1])
    }

    @Test(arguments: [-1, .max, .max / 8]) func tablesOfNoLengthAreRefused(length: Int) throws {
        let table = LentTable(length: length, columns: [])
        #expect(throws: Refused.self) { try door.results(table, ["ghg", "ghg.home"]) }
        #expect(table.releaseCounts == [1, 1])
    }

    @Test func whateverIsMissingTheTableIsReleased() throws {
        let evaluator = try door.evaluator()
        defer { emp_evaluator_free(evaluator) }
        var (array, schema) = (ArrowArray(), ArrowSchema())
        for calls in 0..<4 {
            let table = LentTable(length: 0, columns: [])
            let error =
                switch calls {
                case 0: emp_evaluate_arrow(nil, table.array, table.schema, nil, &array, &schema)
                case 1: emp_evaluate_arrow(evaluator, table.array, table.schema, nil, nil, &schema)
                case 2: emp_evaluate_arrow(evaluator, table.array, table.schema, nil, &array, nil)
                default: emp_evaluate_arrow(evaluator, nil, table.schema, nil, &array, &schema)
                }
            #expect(code(error) == "argument.null")
            #expect(table.releaseCounts == [calls < 3 ? 1 : 0, 1])
        }
        let released = LentTable(length: 0, columns: [])
        released.array.pointee.release = nil
        #expect(
            code(emp_evaluate_arrow(evaluator, released.array, released.schema, nil, &array, &schema))
                == "arrow.released")
        #expect(code(emp_pack_arrow_schema(nil, &schema)) == "argument.null")
        #expect(code(emp_pack_arrow_schema(door.pack, nil)) == "argument.null")
    }

    @Test func aPackDescribesItsTable() throws {
        var schema = ArrowSchema()
        try check(emp_pack_arrow_schema(door.pack, &schema))
        let fields = try (0..<Int(schema.n_children)).map { place -> String in
            let field = try #require(schema.children[place]).pointee
            let words = field.dictionary.map { string($0.pointee.format) } ?? ""
            return "\(string(field.name)) \(string(field.format))\(words) \(field.flags)"
        }
        #expect(
            fields == [
                "household.size g 2", "km g 2", "bus g 2", "fuel iu 2", "has b 2", "share g 2", "gas g 2",
            ])
        // One pair: "unit" and "km/year", each after its length.
        let metadata = try #require(schema.children[1]?.pointee.metadata)
        let shown = (0..<23).map { UInt8(bitPattern: metadata[$0]) }
        #expect(shown == bytes([1, 4] as [Int32]) + Array("unit".utf8) + bytes([7 as Int32]) + Array("km/year".utf8))

        // A child may be taken out and outlive the whole.
        var child = try #require(schema.children[3]).pointee
        schema.children[3]?.pointee.release = nil
        schema.release(&schema)
        #expect(string(child.name) == "fuel")
        child.release(&child)
    }
}
