import CEmpreinte
import Testing

/// Calls that cannot be meant get an error, whatever is wrong with them.
@Suite struct HostileCallTests {
    let door: Door

    init() throws { door = try Door() }

    @Test func nullIsRefusedEverywhere() throws {
        let evaluator = try door.evaluator()
        defer { emp_evaluator_free(evaluator) }
        var (handle, index, option): (OpaquePointer?, Int, Int32) = (nil, 0, 0)
        var text: UnsafePointer<CChar>?
        let codes = [
            emp_engine_create(nil, nil), emp_engine_describe(nil, &handle), emp_engine_describe(door.engine, nil),
            emp_pack_open(nil, "x", &handle), emp_pack_open(door.engine, nil, &handle),
            emp_pack_open_files(door.engine, nil, 1, "x", &handle), emp_pack_describe(door.pack, nil),
            emp_pack_find(door.pack, 1, nil, &index), emp_pack_find(door.pack, 1, "km", nil),
            emp_pack_label(door.pack, 1, 0, nil, nil), emp_pack_question(door.pack, 0, nil),
            emp_pack_question_words(nil, 0, nil, &text), emp_pack_option(door.pack, 3, 0, nil, nil, nil),
            emp_pack_find_option(door.pack, 3, nil, &option), emp_pack_category(nil, 0, nil),
            emp_pack_category_member(door.pack, 0, 0, nil, nil), emp_pack_indicator(nil, 0, nil),
            emp_pack_source(nil, 0, nil), emp_pack_factor(nil, 0, nil), emp_pack_figure(nil, 0, 0, nil),
            emp_pack_check(nil, &handle), emp_pack_warning(nil, 0, nil), emp_evaluator_create(nil, nil, &handle),
            emp_evaluator_create(door.pack, nil, nil), emp_evaluate(nil, nil, 0, 0, nil, nil),
            emp_evaluate(evaluator, nil, 1, 1, nil, nil), emp_evaluate(evaluator, nil, 0, 1, nil, nil),
            emp_person_create(nil, &handle), emp_person_set(nil, 0, 0), emp_person_unset(nil, 0),
            emp_person_evaluate(nil, nil, 0), emp_analysis_run(nil, nil, nil, nil, nil, nil),
            emp_analysis_run(door.engine, door.pack, "list", nil, nil, nil), emp_error_diagnostic(nil, 0, nil),
            emp_pack_action(nil, 0, nil), emp_pack_level(nil, 0, 0, nil, nil), emp_person_set_text(nil, 0, "1"),
            emp_evaluate_gains(nil, nil, 0, 0, 0, 0, nil, nil), emp_statistics_create(1, nil),
            emp_statistics_merge(nil, nil), emp_statistics_summary(nil, 0, nil), emp_statistics_write(nil, &handle),
            emp_statistics_quantile(nil, 0, 0.5, nil), emp_statistics_read(nil, 1, &handle),
        ].map { code($0) ?? "accepted" }
        #expect(codes.allSatisfy { $0 == "argument.null" }, "\(codes)")
    }

    @Test func gettersOfNothingGiveNothing() {
        #expect(emp_error_kind(nil) == 0 && emp_error_diagnostic_count(nil) == 0 && emp_error_person(nil) == -1)
        #expect(string(emp_error_message(nil)).isEmpty && string(emp_error_json(nil)) == "[]")
        #expect(emp_text_size(nil) == 0 && string(emp_text_bytes(nil)).isEmpty)
        #expect(emp_pack_warning_count(nil) == 0)
        #expect(emp_evaluator_output_count(nil) == 0 && emp_evaluator_year_count(nil) == 0)
        emp_engine_free(nil)
        emp_pack_free(nil)
        emp_evaluator_free(nil)
        emp_person_free(nil)
        emp_text_free(nil)
        emp_error_free(nil)
        emp_cancellation_free(nil)
        emp_statistics_free(nil)
        emp_cancellation_cancel(nil)
    }

    @Test func positionsAndIdsThatAreNoneAreRefused() throws {
        var (index, option): (Int, Int32) = (0, 0)
        var (text, id): (UnsafePointer<CChar>?, UnsafePointer<CChar>?) = (nil, nil)
        var question = emp_question()
        emp_question_init(&question)
        #expect(code(emp_pack_question(door.pack, 7, &question)) == "argument.index")
        #expect(code(emp_pack_question(door.pack, -1, &question)) == "argument.index")
        #expect(code(emp_pack_find(door.pack, 1, "kn", &index)) == "argument.id")
        #expect(code(emp_pack_find(door.pack, 9, "km", &index)) == "argument.sort")
        #expect(code(emp_pack_label(door.pack, 2, 99, "en", &text)) == "argument.index")
        #expect(code(emp_pack_option(door.pack, 3, 3, "en", &id, &text)) == "argument.index")
        #expect(code(emp_pack_option(door.pack, 1, 0, "en", &id, &text)) == "argument.type")
        #expect(code(emp_pack_find_option(door.pack, 3, "gas", &option)) == "argument.id")
        #expect(throws: Refused.self) { try door.evaluator(["ghg.nothing"]) }
        #expect(throws: Refused.self) { try door.evaluator(["drive"]) }
        #expect(throws: Refused.self) { try door.evaluator(years: 2019...2020) }
        #expect(throws: Refused.self) { try door.evaluator(years: 0...2020) }
    }

    @Test(arguments: [0, 1, 8, 5000, .max, -1]) func structsThatWereNotInitialisedAreRefused(size: Int) {
        var options = emp_engine_options()
        options.size = size
        var engine: OpaquePointer?
        #expect(code(emp_engine_create(&options, &engine)) == "argument.size")
        #expect(engine == nil)
        var facts = emp_pack_facts()
        facts.size = size
        #expect(code(emp_pack_describe(door.pack, &facts)) == "argument.size")
    }

    /// A caller newer than the library may pass what it does not use.
    @Test func newerStructsAreReadUnlessTheyAskForMore() throws {
        struct Newer {
            var known = emp_engine_options()
            var wish: UInt64 = 0
        }
        var options = Newer()
        options.known.size = MemoryLayout<Newer>.size
        for (wish, expected) in [(UInt64(0), nil), (1, "argument.newer")] as [(UInt64, String?)] {
            options.wish = wish
            var engine: OpaquePointer?
            let error = withUnsafePointer(to: &options) {
                emp_engine_create(
                    UnsafeRawPointer($0).assumingMemoryBound(to: emp_engine_options.self), &engine)
            }
            #expect(code(error) == expected)
            emp_engine_free(engine)
        }
    }

    @Test func columnsThatDoNotFitAreRefused() throws {
        let evaluator = try door.evaluator(["ghg"])
        defer { emp_evaluator_free(evaluator) }
        let (km, fuel) = (try door.question("km"), try door.question("fuel"))
        func refusal(_ answers: [Answers], people: Int = 2) -> String? {
            do {
                _ = try evaluate(evaluator, answers, people: people)
                return nil
            } catch { return (error as? Refused)?.code }
        }
        #expect(refusal([Answers(km, 2, [1, 2] as [Int32])]) == "argument.type")
        #expect(refusal([Answers(fuel, 1, [1.0, 2])]) == "argument.type")
        #expect(refusal([Answers(km, 1, [1.0])]) == "argument.size")
        #expect(refusal([Answers(99, 1, [1.0, 2])]) == "argument.index")
        #expect(refusal([Answers(km, 1, [1.0, 2]), Answers(km, 1, [1.0, 2])]) == "argument.twice")
        var column = Answers(km, 1, [1.0, 2]).column
        column.values = nil
        var results = emp_results()
        emp_results_init(&results)
        #expect(code(emp_evaluate(evaluator, &column, 1, 2, &results, nil)) == "argument.null")
        #expect(code(emp_evaluate(evaluator, nil, 0, -1, &results, nil)) == "argument.size")
        #expect(code(emp_evaluate(evaluator, nil, .max, 2, &results, nil)) == "argument.size")
    }

    @Test(arguments: [(7, 0, 0, 0), (8, 1, 2, 5), (8, 0, 1, 1), (.max, .max, 4, 8), (8, -1, 0, 0), (8, 4, 2, .max)])
    func resultsWithoutRoomAreRefused(capacity: Int, person: Int, year: Int, output: Int) throws {
        let evaluator = try door.evaluator(["ghg", "ghg.home"], years: 2020...2021)
        defer { emp_evaluator_free(evaluator) }
        var values = [Double](repeating: 0, count: 8)
        let error = values.withUnsafeMutableBufferPointer { buffer in
            var results = emp_results()
            emp_results_init(&results)
            results.values = buffer.baseAddress
            results.capacity = capacity
            (results.person_stride, results.year_stride, results.output_stride) = (person, year, output)
            return emp_evaluate(evaluator, nil, 0, 2, &results, nil)
        }
        let refused = try #require(error.map { Refused(taking: $0) })
        #expect(["argument.results", "argument.size"].contains(refused.code))
        #expect(values == Array(repeating: 0, count: 8))
    }
}
