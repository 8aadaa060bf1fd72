import CEmpreinte
import Testing

/// What a pack says of itself through the C interface.
@Suite struct FactsTests {
    let door: Door

    init() throws { door = try Door() }

    @Test func aPackNamesItself() throws {
        var facts = emp_pack_facts()
        emp_pack_facts_init(&facts)
        try check(emp_pack_describe(door.pack, &facts))
        #expect([string(facts.id), string(facts.version), string(facts.language)] == ["door", "1.0.0", "en"])
        #expect([facts.first_year, facts.last_year, facts.reference_year] == [2020, 2030, 2025])
        #expect(
            [
                facts.question_count, facts.category_count, facts.indicator_count, facts.formula_count,
                facts.factor_count, facts.source_count,
            ] == [7, 2, 3, 4, 2, 1])
        #expect(string(facts.hash).utf8.count == 64)
    }

    @Test func questionsSayWhatTheyTake() throws {
        var question = emp_question()
        emp_question_init(&question)
        try check(emp_pack_question(door.pack, try door.question("km"), &question))
        #expect([string(question.id), string(question.unit), string(question.source)] == ["km", "km/year", "NULL"])
        #expect(question.type == EMP_TYPE_NUMBER)
        #expect([question.minimum, question.maximum, question.standing] == [0, 100_000, 1000])
        try check(emp_pack_question(door.pack, try door.question("fuel"), &question))
        #expect(question.type == EMP_TYPE_OPTION && question.option_count == 3 && question.standing == 1)
        try check(emp_pack_question(door.pack, try door.question("bus"), &question))
        #expect(question.clamps == 1 && question.is_per_household == 0)
        try check(emp_pack_question(door.pack, try door.question("gas"), &question))
        #expect(question.clamps == 0 && question.is_per_household == 1 && question.maximum == .infinity)
    }

    @Test func labelsFollowTheLanguage() throws {
        let km = try door.question("km")
        var label: UnsafePointer<CChar>?
        try check(emp_pack_label(door.pack, emp_sort(EMP_SORT_QUESTION), km, "fr", &label))
        #expect(string(label) == "Kilomètres")
        try check(emp_pack_label(door.pack, emp_sort(EMP_SORT_QUESTION), km, "de", &label))
        #expect(string(label) == "Kilometres")
        try check(emp_pack_question_words(door.pack, km, "en", &label))
        #expect(string(label) == "How far?")
        var id: UnsafePointer<CChar>?
        try check(emp_pack_option(door.pack, try door.question("fuel"), 1, "fr", &id, &label))
        #expect([string(id), string(label)] == ["diesel", "Gazole"])
        var option: Int32 = -1
        try check(emp_pack_find_option(door.pack, try door.question("fuel"), "electric", &option))
        #expect(option == 2)
    }

    @Test func categoriesNameTheirMembers() throws {
        var category = emp_category()
        emp_category_init(&category)
        try check(emp_pack_category(door.pack, 0, &category))
        #expect(string(category.id) == "travel" && category.member_count == 2)
        #expect(category.is_top == 1 && category.is_public == 0)
        var (sort, index) = (emp_sort(0), 0)
        try check(emp_pack_category_member(door.pack, 0, 1, &sort, &index))
        var position = 0
        try check(emp_pack_find(door.pack, emp_sort(EMP_SORT_FORMULA), "bus.ride", &position))
        #expect(sort == EMP_SORT_FORMULA && index == position)
        try check(emp_pack_category(door.pack, 1, &category))
        #expect(category.is_public == 1)
    }

    @Test func figuresSayWhereTheyComeFrom() throws {
        var factor = emp_factor()
        emp_factor_init(&factor)
        try check(emp_pack_factor(door.pack, 0, &factor))
        #expect([string(factor.id), string(factor.source), string(factor.pack)] == ["use", "src", "door"])
        #expect(factor.figure_count == 3 && factor.year == 2024 && factor.assumption == nil)
        var figure = emp_figure()
        emp_figure_init(&figure)
        try check(emp_pack_figure(door.pack, 0, 0, &figure))
        #expect(string(figure.option) == "petrol" && figure.value == 0.5 && figure.spread == 0.1)
        try check(emp_pack_figure(door.pack, 1, 1, &figure))
        #expect(figure.option == nil && figure.year == 2030 && figure.value == 0.5 && figure.spread.isNaN)
        var source = emp_source()
        emp_source_init(&source)
        try check(emp_pack_source(door.pack, 0, &source))
        #expect(
            [string(source.publisher), string(source.date), string(source.licence)] == ["Nobody", "2024-05", "NULL"])
        var indicator = emp_indicator()
        emp_indicator_init(&indicator)
        try check(emp_pack_indicator(door.pack, 0, &indicator))
        #expect([string(indicator.id), string(indicator.unit)] == ["ghg", "kgCO2e/year"])
    }

    /// A caller built against a smaller struct gets as much as it knows.
    @Test func anOlderCallerKeepsItsMemory() throws {
        var question = emp_question()
        emp_question_init(&question)
        question.size = MemoryLayout<Int>.size + MemoryLayout<UnsafeRawPointer>.size
        question.maximum = -7
        try check(emp_pack_question(door.pack, 0, &question))
        #expect(string(question.id) == "household.size" && question.unit == nil && question.maximum == -7)
    }

    @Test func aPackThatIsWrongSaysWhere() throws {
        var error: OpaquePointer?
        let wrong = Door.text.replacing("gas * 0.25", with: "gass * 0.25")
        wrong.withCString { bytes in
            "door/pack.yaml".withCString { path in
                var file = emp_file(
                    size: MemoryLayout<emp_file>.size, path: path, bytes: bytes, byte_count: wrong.utf8.count)
                var pack: OpaquePointer?
                error = emp_pack_open_files(door.engine, &file, 1, "door", &pack)
            }
        }
        let failure = try #require(error)
        #expect(emp_error_kind(failure) == EMP_ERROR_INPUT)
        var diagnostic = emp_diagnostic()
        emp_diagnostic_init(&diagnostic)
        try check(emp_error_diagnostic(failure, 0, &diagnostic))
        #expect(string(diagnostic.code) == "reference.unknown" && string(diagnostic.file) == "door/pack.yaml")
        #expect(diagnostic.line == 34 && diagnostic.column == 23 && diagnostic.end_column == 27)
        #expect(string(emp_error_json(failure)).contains("\"code\": \"reference.unknown\""))
        emp_error_free(failure)
    }

    @Test func whatPublicationLacksIsSaid() throws {
        var text: OpaquePointer?
        try check(emp_pack_check(door.pack, &text))
        #expect(string(emp_text_bytes(text)).hasPrefix("["))
        #expect(string(emp_text_bytes(text)).utf8.count == emp_text_size(text))
        emp_text_free(text)
    }
}
