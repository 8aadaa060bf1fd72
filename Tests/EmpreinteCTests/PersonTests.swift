import CEmpreinte
import Testing

/// One person, answer after answer.
@Suite struct PersonTests {
    let door: Door

    init() throws { door = try Door() }

    @Test func totalsFollowTheAnswers() throws {
        let evaluator = try door.evaluator(["ghg", "ghg.travel"], years: 2029...2030)
        defer { emp_evaluator_free(evaluator) }
        var person: OpaquePointer?
        try check(emp_person_create(evaluator, &person))
        defer { emp_person_free(person) }
        var values = [Double](repeating: 0, count: 4)
        func totals() throws -> [Double] {
            try check(emp_person_evaluate(person, &values, 4))
            return values
        }
        #expect(try totals() == [250, 250, 250, 250])
        try check(emp_person_set(person, try door.question("bus"), 100))
        #expect(try totals() == [305, 300, 305, 300])
        try check(emp_person_set(person, try door.question("bus"), 100_000))
        #expect(try totals() == [525, 500, 525, 500])
        try check(emp_person_unset(person, try door.question("bus")))
        try check(emp_person_set(person, try door.question("fuel"), 0))
        #expect(try totals() == [500, 500, 500, 500])
        try check(emp_person_set(person, try door.question("has"), 0))
        #expect(try totals() == [0, 0, 0, 0])
    }

    /// As people write them, in the units they like.
    @Test(arguments: [
        ("km", "1200 km/year", 300.0), ("km", "2 km/day", 182.5), ("km", "800", 200), ("fuel", "petrol", 500),
        ("has", "non", 0), ("has", "true", 250),
    ])
    func answersMayBeTexts(id: String, text: String, total: Double) throws {
        let evaluator = try door.evaluator(["ghg"])
        defer { emp_evaluator_free(evaluator) }
        var person: OpaquePointer?
        try check(emp_person_create(evaluator, &person))
        defer { emp_person_free(person) }
        var value = -1.0
        try check(emp_person_set_text(person, try door.question(id), text))
        try check(emp_person_evaluate(person, &value, 1))
        #expect(value == total)
    }

    @Test(arguments: [
        ("km", "5 kWh/year", "unit.mismatch"), ("km", "1 200 km", "number.grouping"), ("km", "-1", "answer.range"),
        ("fuel", "coal", "answer.option"),
        ("has", "perhaps", "answer.kind"), ("household.size", "0", "answer.range"),
    ])
    func textsThatAreNoAnswersAreRefused(id: String, text: String, expected: String) throws {
        let evaluator = try door.evaluator(["ghg"])
        defer { emp_evaluator_free(evaluator) }
        var person: OpaquePointer?
        try check(emp_person_create(evaluator, &person))
        defer { emp_person_free(person) }
        #expect(code(emp_person_set_text(person, try door.question(id), text)) == expected)
        #expect(code(emp_person_set_text(person, 99, text)) == "argument.index")
    }

    @Test(arguments: [
        ("km", Double.nan, "answer.not_finite"), ("km", -1, "answer.range"), ("fuel", 3, "answer.option"),
        ("fuel", 0.5, "answer.option"), ("fuel", .nan, "answer.option"), ("has", 2, "answer.kind"),
        ("household.size", 0, "answer.range"), ("bus", .infinity, "answer.not_finite"),
    ])
    func answersThatAreNoneAreRefused(id: String, answer: Double, expected: String) throws {
        let evaluator = try door.evaluator()
        defer { emp_evaluator_free(evaluator) }
        var person: OpaquePointer?
        try check(emp_person_create(evaluator, &person))
        defer { emp_person_free(person) }
        #expect(code(emp_person_set(person, try door.question(id), answer)) == expected)
        #expect(code(emp_person_set(person, 99, answer)) == "argument.index")
        var values = [0.0, 0, 0]
        #expect(code(emp_person_evaluate(person, &values, 2)) == "argument.size")
        #expect(code(emp_person_evaluate(person, &values, 3)) == nil)
        #expect(values == [250, 250, 0])
    }

    @Test func aPersonWithoutAResultHearsWhy() throws {
        let evaluator = try door.evaluator()
        defer { emp_evaluator_free(evaluator) }
        var person: OpaquePointer?
        try check(emp_person_create(evaluator, &person))
        defer { emp_person_free(person) }
        try check(emp_person_set(person, try door.question("share"), 0))
        var values = [0.0, 0, 0]
        #expect(code(emp_person_evaluate(person, &values, 3)) == "run.division_by_zero")
    }

    /// An evaluator lives as long as somebody needs it.
    @Test func handlesMayBeFreedInAnyOrder() throws {
        let evaluator = try door.evaluator(["ghg"])
        var person: OpaquePointer?
        try check(emp_person_create(evaluator, &person))
        emp_evaluator_free(evaluator)
        var value = 0.0
        try check(emp_person_evaluate(person, &value, 1))
        #expect(value == 250)
        emp_person_free(person)
    }
}
