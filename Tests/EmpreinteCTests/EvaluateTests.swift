import CEmpreinte
import Testing

/// Many people over borrowed columns, against values worked out by hand.
@Suite struct EvaluateTests {
    let door: Door

    init() throws { door = try Door() }

    @Test func answersOfEverySortCount() throws {
        let evaluator = try door.evaluator(["ghg", "ghg.travel", "ghg.drive", "distance"])
        defer { emp_evaluator_free(evaluator) }
        let values = try evaluate(
            evaluator,
            [
                Answers(try door.question("km"), 1, [2000.0, 400, 8]),
                Answers(try door.question("fuel"), 2, [0, 1, 2] as [Int32]),
                Answers(try door.question("has"), 3, [1, 0, 255] as [UInt8]),
                Answers(try door.question("gas"), 1, [8.0, 8, 8], present: [true, false, true]),
                Answers(try door.question("household.size"), 1, [1.0, 1, 4]),
            ], people: 3)
        // Driving: 2000 × 0.5, none, 8 × 0.125; heating: 8 × 0.25 shared by 1, nothing, and by 4.
        #expect(values == [1002, 0, 1.5, 1000, 0, 1, 1000, 0, 1, 2000, 0, 8])
    }

    /// Nobody answers: 1000 km with diesel in the reference year.
    @Test(arguments: [0, 1, 3]) func peopleWithoutColumnsHaveDefaults(people: Int) throws {
        let evaluator = try door.evaluator(["ghg"])
        defer { emp_evaluator_free(evaluator) }
        #expect(try evaluate(evaluator, [], people: people) == Array(repeating: 250, count: people))
    }

    @Test func outputsAreNamed() throws {
        let evaluator = try door.evaluator()
        defer { emp_evaluator_free(evaluator) }
        let ids = try (0..<emp_evaluator_output_count(evaluator)).map { index -> String in
            var (id, unit): (UnsafePointer<CChar>?, UnsafePointer<CChar>?) = (nil, nil)
            try check(emp_evaluator_output(evaluator, index, &id, &unit))
            return "\(string(id)) \(string(unit))"
        }
        #expect(ids == ["ghg kgCO2e/year", "ghg.travel kgCO2e/year", "ghg.home kgCO2e/year"])
    }

    /// A ride emits 1 kg/km in 2020 and 0.5 in 2030, in a straight line.
    @Test func yearsStandWhereStridesSay() throws {
        let evaluator = try door.evaluator(["ghg.bus.ride", "ghg.home"], years: 2028...2030)
        defer { emp_evaluator_free(evaluator) }
        let buses = Answers(try door.question("bus"), 1, [10.0, 20])
        #expect(try evaluate(evaluator, [buses], people: 2) == [6, 12, 5.5, 11, 5, 10, 0, 0, 0, 0, 0, 0])
        var values = [Double](repeating: -1, count: 16)
        try values.withUnsafeMutableBufferPointer { buffer in
            var results = emp_results()
            emp_results_init(&results)
            results.values = buffer.baseAddress
            results.capacity = 16
            (results.person_stride, results.year_stride, results.output_stride) = (8, 2, 1)
            try check(emp_evaluate(evaluator, [buses.column], 1, 2, &results, nil))
        }
        #expect(values == [6, 0, 5.5, 0, 5, 0, -1, -1, 12, 0, 11, 0, 10, 0, -1, -1])
    }

    @Test func valuesMayStandApartAndBitsAnywhere() throws {
        let evaluator = try door.evaluator(["distance"])
        defer { emp_evaluator_free(evaluator) }
        let count = 20_000
        let present = (0..<count).map { $0 % 3 != 0 }
        for (spacing, offset) in [(1, 0), (3, 0), (1, 5), (2, 13)] {
            let answers = Answers(
                try door.question("km"), 1, (0..<count).map(Double.init), present: present, spacing: spacing,
                offset: offset)
            let values = try evaluate(evaluator, [answers], people: count) { $0.thread_count = 2 }
            #expect(values == (0..<count).map { present[$0] ? Double($0) : 1000 })
        }
    }

    /// Whatever stands where nobody answered does not matter.
    @Test func absentAnswersMayBeGarbage() throws {
        let evaluator = try door.evaluator(["ghg"])
        defer { emp_evaluator_free(evaluator) }
        let values = try evaluate(
            evaluator,
            [
                Answers(try door.question("km"), 1, [Double.nan, -5, 4], present: [false, false, true]),
                Answers(try door.question("fuel"), 2, [7, .min, 0] as [Int32], present: [false, false, true]),
                Answers(try door.question("household.size"), 1, [0.0, .infinity, 1], present: [false, false, true]),
            ], people: 3)
        #expect(values == [250, 250, 2])
    }

    @Test func numbersAreClampedWhereTheQuestionSaysSo() throws {
        let evaluator = try door.evaluator(["ghg.bus.ride"])
        defer { emp_evaluator_free(evaluator) }
        let values = try evaluate(
            evaluator, [Answers(try door.question("bus"), 1, [100.0, 900, -3])], people: 3)
        #expect(values == [75, 375, 0])
    }

    @Test(arguments: [
        ("km", [1, .nan, 2], "answer.not_finite", 1), ("km", [1, 2, 100_001], "answer.range", 2),
        ("km", [-1, 2, 3], "answer.range", 0), ("bus", [1, .infinity, 3], "answer.not_finite", 1),
        ("household.size", [1, 0, 2], "answer.range", 1), ("share", [1, 2, 0], "run.division_by_zero", 2),
    ])
    func aPersonWhoIsWrongIsNamed(id: String, values: [Double], code: String, person: Int64) throws {
        let evaluator = try door.evaluator(["ghg"])
        defer { emp_evaluator_free(evaluator) }
        let refused = #expect(throws: Refused.self) {
            _ = try evaluate(evaluator, [Answers(try door.question(id), 1, values)], people: 3)
        }
        #expect(refused?.kind == Int32(EMP_ERROR_INPUT))
        #expect(refused?.code == code)
        #expect(refused?.person == person)
    }

    @Test func anOptionThatIsNoneIsRefused() throws {
        let evaluator = try door.evaluator(["ghg"])
        defer { emp_evaluator_free(evaluator) }
        let fuels = Answers(try door.question("fuel"), 2, [0, 3, -1] as [Int32])
        let refused = #expect(throws: Refused.self) { _ = try evaluate(evaluator, [fuels], people: 3) }
        #expect(refused?.code == "answer.option" && refused?.person == 1)
    }

    @Test func whatIsNoNumberIsKeptWhenAsked() throws {
        let evaluator = try door.evaluator(["ghg"])
        defer { emp_evaluator_free(evaluator) }
        let values = try evaluate(
            evaluator, [Answers(try door.question("share"), 1, [1.0, 0])], people: 2
        ) { $0.keeps_not_finite = 1 }
        #expect(values == [250, .infinity])
    }

    @Test func progressIsHeardAndCancellationStops() throws {
        let evaluator = try door.evaluator(["ghg"])
        defer { emp_evaluator_free(evaluator) }
        let cancellation = emp_cancellation_create()
        defer { emp_cancellation_free(cancellation) }
        var heard: [Int] = []
        _ = try withUnsafeMutablePointer(to: &heard) { pointer in
            try evaluate(evaluator, [], people: 30_000) { options in
                options.cancellation = cancellation
                options.thread_count = 3
                options.user = UnsafeMutableRawPointer(pointer)
                options.progress = { user, done in user?.assumingMemoryBound(to: [Int].self).pointee.append(done) }
            }
        }
        #expect(heard == heard.sorted() && heard.last == 30_000 && heard.count > 1)
        emp_cancellation_cancel(cancellation)
        let refused = #expect(throws: Refused.self) {
            _ = try evaluate(evaluator, [], people: 10) { $0.cancellation = cancellation }
        }
        #expect(refused?.kind == Int32(EMP_ERROR_CANCELLED))
    }
}
