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
