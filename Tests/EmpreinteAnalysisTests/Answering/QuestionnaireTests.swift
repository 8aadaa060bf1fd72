import EmpreinteAnalysis
import EmpreinteModel
import EmpreintePacks
import EmpreinteText
import Testing

@Suite struct QuestionnaireTests {
    private static let pack = """
        kind: pack
        id: small
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2030, reference: 2025}
        ---
        kind: questions
        questions:
          car.has: {default: true}
          car.km: {unit: km/year, default: 9000, ask_if: car.has}
          car.share: {unit: km/year, default: {formula: car.km / 2}, ask_if: car.has}
          meals: {unit: kg/year, default: 10}
        ---
        kind: formulas
        formulas:
          car: {applies_if: car.has, gives: {ghg: (car.km + car.share) * 1 kgCO2e/km}}
          food: {gives: {ghg: 20000 kgCO2e/year / meals * 1 kg/year}}
        ---
        kind: categories
        categories: {all: {contains: [car, food]}}
        """

    private static func model() throws -> Model {
        try PackFrontEnd().load("pack.yaml", from: MemoryFiles(["pack.yaml": pack]), searching: []).model
    }

    private static func started(_ person: Person = Person(id: "p01"), passed: Set<Int> = []) throws -> Questionnaire {
        try Questionnaire(model(), person: person, passed: passed)
    }

    @Test func aConditionDecidesWhatIsAsked() throws {
        var questions = try Self.started()
        #expect(questions.current == 0)
        #expect(questions.total == 15_500)
        #expect(questions.progress == (4, 0, 1))
        try questions.answer(0)
        // Without a car only the meals are left.
        #expect(questions.current == 3)
        #expect(questions.total == 2000)
        #expect(questions.progress == (2, 1, 2))
    }

    @Test func aComputedDefaultFollowsAnswers() throws {
        var questions = try Self.started()
        try questions.answer(1)
        #expect(questions.standing(2) == 4500)
        try questions.answer(1000)
        #expect(questions.current == 2)
        #expect(questions.standing(2) == 500)
        #expect(questions.total == 3500)
    }

    @Test func keepingEveryDefaultIsTheDefaultPerson() throws {
        var questions = try Self.started()
        let total = questions.total
        while let current = questions.current { try questions.answer(#require(questions.standing(current))) }
        #expect(questions.total == total)
        #expect(questions.person.answers.count == 4)
    }

    @Test func whatIsPassedOverStaysUnanswered() throws {
        var questions = try Self.started()
        while questions.current != nil { try questions.pass() }
        #expect(questions.person.answers.isEmpty)
        #expect(questions.passed == [0, 1, 2, 3])
    }

    @Test func goingBackAsksAgainAndThenGoesOn() throws {
        var questions = try Self.started()
        var couldGo = questions.goBack()
        #expect(!couldGo)
        try questions.answer(1)
        try questions.pass()
        couldGo = questions.goBack()
        #expect(couldGo)
        #expect(questions.current == 1)
        couldGo = questions.goBack()
        #expect(couldGo)
        #expect(questions.current == 0)
        #expect(questions.standing(0) == 1)
        try questions.answer(0)
        #expect(questions.current == 3)
        // What was asked under a condition that no longer holds is not gone back to.
        couldGo = questions.goBack()
        #expect(couldGo)
        #expect(questions.current == 0)
    }

    /// Dividing by no meals has no result: the answer is refused and the question stays.
    @Test func anAnswerWithoutAResultIsRefused() throws {
        var questions = try Self.started(Person(id: "p01", answers: [0: 0]))
        #expect(questions.current == 3)
        #expect(throws: CompilationError.self) { try questions.answer(0) }
        #expect(questions.current == 3)
        #expect(questions.person.answers == [0: 0])
        #expect(questions.total == 2000)
    }

    @Test func askingGoesOnWhereItStopped() throws {
        let questions = try Self.started(Person(id: "p01", answers: [0: 1, 2: 7]), passed: [1])
        #expect(questions.current == 3)
        // When all that is left was passed over, it is asked again.
        let again = try Self.started(Person(id: "p01", answers: [0: 1, 2: 7]), passed: [1, 3])
        #expect(again.current == 1)
        let done = try Self.started(Person(id: "p01", answers: [0: 0, 3: 10]))
        #expect(done.current == nil)
    }
}
